import {riskLevel, type RiskLevel} from '../domain/risk.js';

/** The level of a cell of the heat map; likelihood and impact are 1 to 5. The bands are those of the risk register. */
export const levelAt = (likelihood: number, impact: number): RiskLevel =>
	riskLevel(likelihood, impact);

/** Both axes of the heat map, drawn with the greatest impact on top. */
export const steps = [1, 2, 3, 4, 5] as const;

/** Number of risks in a cell. */
export const countAt = (
	cells: readonly {readonly likelihood: number; readonly impact: number; readonly count: number}[],
	likelihood: number,
	impact: number,
): number =>
	cells
		.filter(c => c.likelihood === likelihood && c.impact === impact)
		.reduce((sum, c) => sum + c.count, 0);

/** One sentence that says what a heat map shows, for readers who cannot see it. */
export const heatMapInWords = (
	title: string,
	cells: readonly {readonly likelihood: number; readonly impact: number; readonly count: number}[],
): string => {
	const levels = (['critical', 'high', 'medium', 'low'] as const)
		.map(level => ({
			level,
			count: cells
				.filter(c => levelAt(c.likelihood, c.impact) === level)
				.reduce((sum, c) => sum + c.count, 0),
		}))
		.filter(l => l.count > 0)
		.map(l => `${l.count} ${l.level}`);
	return `${title}: ${levels.length === 0 ? 'no risks' : levels.join(', ')}.`;
};

/** The parts of a coverage bar in the order they are drawn. */
export const coverageParts = [
	{key: 'met', label: 'met'},
	{key: 'partly', label: 'partly'},
	{key: 'notMet', label: 'not met'},
	{key: 'contradicted', label: 'contradicted'},
	{key: 'unknown', label: 'unknown'},
] as const;

/** A coverage row in words, for example "12 met, 3 not met, 4 unknown". */
export const coverageInWords = (
	row: Readonly<Record<(typeof coverageParts)[number]['key'], number>>,
): string =>
	coverageParts
		.filter(p => row[p.key] > 0)
		.map(p => `${row[p.key]} ${p.label}`)
		.join(', ') || 'no controls apply';
