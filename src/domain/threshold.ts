/**
 * Which way a threshold is stricter is read from its name, the one place where that is decided: what must be kept or
 * left over is stricter when larger, what may be old, pending or open is stricter when smaller.
 */
const directions: readonly {readonly name: RegExp; readonly stricter: 'larger' | 'smaller'}[] = [
	{name: /(^|-)retention-days$/, stricter: 'larger'},
	{name: /(^|-)days-left$/, stricter: 'larger'},
	{name: /(^|-)(age|drill|rotation|review|patch)-days$/, stricter: 'smaller'},
	{name: /(^|-)hours$/, stricter: 'smaller'},
];

/** How a threshold has to be named, one rule a line. */
export const thresholdNames: readonly string[] = [
	'End the name in -retention-days or -days-left if larger is stricter.',
	'End it in -age-days, -drill-days, -rotation-days, -review-days, -patch-days or -hours if smaller is stricter.',
];

/** What a threshold of that name counts. */
export const thresholdUnit = (name: string): 'days' | 'hours' =>
	/(^|-)hours$/.test(name) ? 'hours' : 'days';

/** Which way a threshold of that name is stricter; undefined for a name that does not say it. */
export const thresholdDirection = (name: string): 'larger' | 'smaller' | undefined =>
	directions.find(direction => direction.name.test(name))?.stricter;
