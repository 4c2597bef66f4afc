/** How a chip is coloured; the sign and the word carry the meaning, the colour only repeats it. */
export type Tone =
	| 'good'
	| 'partly'
	| 'bad'
	| 'unknown'
	| 'muted'
	| 'disputed'
	| 'critical'
	| 'high'
	| 'medium'
	| 'low'
	| 'info';

type Chip = {readonly sign: string; readonly word: string; readonly tone: Tone};

/**
 * Every status that a document can show. In Markdown a chip is a strong text of sign and word, for example
 * "**✖ not met**"; HTML and PDF draw exactly these texts as chips.
 */
export const chips = {
	met: {sign: '✔', word: 'met', tone: 'good'},
	partly: {sign: '◐', word: 'partly', tone: 'partly'},
	'not-met': {sign: '✖', word: 'not met', tone: 'bad'},
	'not-applicable': {sign: '–', word: 'not applicable', tone: 'muted'},
	unknown: {sign: '?', word: 'unknown', tone: 'unknown'},
	contradicted: {sign: '⚠', word: 'contradicted', tone: 'disputed'},
	pass: {sign: '✔', word: 'pass', tone: 'good'},
	fail: {sign: '✖', word: 'fail', tone: 'bad'},
	error: {sign: '!', word: 'error', tone: 'unknown'},
	accepted: {sign: '◇', word: 'accepted', tone: 'muted'},
	stale: {sign: '↻', word: 'stale', tone: 'partly'},
	expired: {sign: '✖', word: 'expired', tone: 'bad'},
	'not-yet': {sign: '◷', word: 'not yet valid', tone: 'partly'},
	'not-counted': {sign: '✖', word: 'does not count', tone: 'bad'},
	lost: {sign: '✖', word: 'proves nothing', tone: 'bad'},
	open: {sign: '⚠', word: 'open', tone: 'disputed'},
	resolved: {sign: '✔', word: 'resolved', tone: 'good'},
	valid: {sign: '✔', word: 'valid', tone: 'good'},
	critical: {sign: '◆', word: 'critical', tone: 'critical'},
	high: {sign: '▲', word: 'high', tone: 'high'},
	medium: {sign: '■', word: 'medium', tone: 'medium'},
	low: {sign: '●', word: 'low', tone: 'low'},
	info: {sign: '○', word: 'info', tone: 'info'},
} as const satisfies Readonly<Record<string, Chip>>;

export type ChipId = keyof typeof chips;

/** Sign and word of a chip, as it reads in every format. */
export const chipText = (id: ChipId): string => `${chips[id].sign} ${chips[id].word}`;

const ids = new Map<string, ChipId>();
for (const id of Object.keys(chips) as ChipId[]) ids.set(chipText(id), id);

/** The chip whose sign and word a strong text is, or undefined for any other text. */
export const chipOf = (text: string): ChipId | undefined => ids.get(text);
