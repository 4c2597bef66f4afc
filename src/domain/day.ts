const dayMs = 86_400_000;

/** The UTC day of an instant, for example 2026-11-22. */
export const dayOf = (instant: string): string => new Date(instant).toISOString().slice(0, 10);

/** Whole days from one day or instant to another; negative when `to` lies before `from`. Counted in UTC days. */
export const daysBetween = (from: string, to: string): number =>
	Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / dayMs);

/** The day `days` after a day or instant. */
export const addDays = (from: string, days: number): string =>
	new Date(Date.parse(dayOf(from)) + days * dayMs).toISOString().slice(0, 10);

/** What to say behind a text that is no day: one written like a day is missing from the calendar. */
export const notADay = (text: string): string =>
	/^\d{4}-\d{2}-\d{2}$/.test(text) ? 'is not a day of the calendar' : 'is no day';
