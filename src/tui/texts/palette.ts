import {count} from '../../domain/count.js';

/** The words of the search over everything. */
export const searchTexts = {
	title: 'Search',
	prompt: 'Words',
	empty: 'Type words: a target, a question, a role, a table, a note, a check.',
	none: 'Nothing found. Fewer letters find more.',
	hits: (n: number) => count(n, 'hit', 'hits'),
	/** Heading of a group: all of them, or the first so many. */
	group: (kind: string, shown: number, all: number) =>
		shown === all ? `${kind} (${all})` : `${kind} (the first ${shown} of ${all})`,
	kinds: {
		target: 'Targets',
		question: 'Questions',
		note: 'Notes',
		finding: 'Findings',
		control: 'Controls',
		vendor: 'Vendors',
		evidence: 'Evidence',
		check: 'Checks',
	},
	words: {
		met: 'met',
		partly: 'partly',
		'not-met': 'not met',
		'not-applicable': 'not applicable',
		unknown: 'unknown',
		contradicted: 'contradicted',
		open: 'open',
		answered: 'answered',
		expired: 'expired',
		valid: 'valid',
		none: '',
	},
} as const;

/** The words of the palette of commands. */
export const paletteTexts = {
	title: 'Commands',
	prompt: 'Do',
	none: 'No command and no place is called that.',
	count: (n: number) => count(n, 'entry', 'entries'),
	home: 'Go home',
	questionsOf: (target: string) => `${target}: questions`,
	findingsOf: (target: string) => `${target}: findings`,
	historyOf: (target: string) => `${target}: history`,
	vendor: (target: string) => `${target}: beside the other vendors`,
	probe: (target: string) => `${target}: run its probes`,
	probeAgain: (target: string) => `${target}: run its probes again`,
	filtered: (target: string, filter: string) => `${target}: questions, ${filter}`,
	findings: (show: string) => `Findings: ${show}`,
	write: (title: string) => `Write the document: ${title}`,
	writeAll: 'Write all documents',
	/** Beside what was chosen before. */
	recent: 'used before',
} as const;
