import * as z from 'zod';

const Level = z.enum(['critical', 'high', 'medium', 'low', 'info']);

export const Cover = z.strictObject({
	kind: z.literal('cover'),
	title: z.string(),
	subject: z.string(),
	confidentiality: z.string(),
	facts: z.array(z.tuple([z.string(), z.string()])),
});
/** Where the list of contents stands. */
export const Contents = z.strictObject({kind: z.literal('contents')});
/** Starts a new page where there are pages. */
export const PageBreak = z.strictObject({
	kind: z.literal('page'),
	orientation: z.enum(['portrait', 'landscape']).default('portrait'),
	/** How tables and lists are set until the next page block: appendices are looked up, not read. */
	tables: z.enum(['normal', 'small']).default('normal'),
});
/** A row of key numbers. */
export const Figures = z.strictObject({
	kind: z.literal('figures'),
	items: z
		.array(z.strictObject({value: z.string(), label: z.string(), note: z.string().default('')}))
		.min(1)
		.max(5),
});
export const HeatMap = z.strictObject({
	kind: z.literal('heatmap'),
	maps: z
		.array(
			z.strictObject({
				title: z.string(),
				/** Number of risks by likelihood and impact, both 1 to 5. */
				cells: z.array(
					z.strictObject({
						likelihood: z.int().min(1).max(5),
						impact: z.int().min(1).max(5),
						count: z.int().min(0),
					}),
				),
			}),
		)
		.min(1)
		.max(3),
});
export const Severities = z.strictObject({
	kind: z.literal('severities'),
	rows: z.array(z.strictObject({level: Level, open: z.int().min(0), accepted: z.int().min(0)})),
});
export const Coverage = z.strictObject({
	kind: z.literal('coverage'),
	rows: z.array(
		z.strictObject({
			name: z.string(),
			met: z.int().min(0),
			partly: z.int().min(0),
			notMet: z.int().min(0),
			contradicted: z.int().min(0),
			unknown: z.int().min(0),
		}),
	),
});
/** Lines to sign on. */
export const Approval = z.strictObject({
	kind: z.literal('approval'),
	roles: z.array(z.string()).min(1).max(6),
});

/** Data of a fenced block that is drawn and not printed; `kind` is the word behind the fence. */
export const ChartData = z.discriminatedUnion('kind', [
	Cover,
	Contents,
	PageBreak,
	Figures,
	HeatMap,
	Severities,
	Coverage,
	Approval,
]);
export type ChartData = z.infer<typeof ChartData>;
export type Chart<K extends ChartData['kind']> = Extract<ChartData, {kind: K}>;

const kinds: ReadonlySet<string> = new Set(ChartData.options.map(o => o.shape.kind.value));

/** True for the words behind a fence that mean a drawn block. */
export const isChartKind = (word: string): boolean => kinds.has(word);
