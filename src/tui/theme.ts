import type {Outcome} from '../domain/outcome.js';
import type {Severity} from '../domain/severity.js';

/** What a piece of text means; colour, weight and dimness follow from it and never carry the meaning alone. */
export type Tone = 'plain' | 'strong' | 'muted' | 'good' | 'bad' | 'warn' | 'focus';

type Look = {
	readonly color?: string;
	readonly bold?: boolean;
	readonly dimColor?: boolean;
};

/** Only names of the 16 colours that a person's own palette decides, none of them black or white. */
export const looks: Readonly<Record<Tone, Look>> = {
	plain: {},
	strong: {bold: true},
	muted: {dimColor: true},
	good: {color: 'green'},
	bad: {color: 'red'},
	warn: {color: 'yellow'},
	focus: {bold: true, color: 'cyan'},
};

/** One-cell signs; ascii.ts knows the stand-in of each. */
export const signs = {
	pass: '✔',
	fail: '✖',
	unknown: '?',
	notApplicable: '–',
	contradicted: '⚠',
	stale: '↻',
	waiting: '·',
	unsaved: '*',
	cursor: '▸',
	into: '›',
	full: '█',
	empty: '░',
	rule: '─',
	caret: '▏',
	bar: '│',
} as const;

export const outcomeSign: Readonly<Record<Outcome, string>> = {
	pass: signs.pass,
	fail: signs.fail,
	'not-applicable': signs.notApplicable,
	unknown: signs.unknown,
	error: signs.unknown,
};

export const outcomeTone: Readonly<Record<Outcome, Tone>> = {
	pass: 'good',
	fail: 'bad',
	'not-applicable': 'muted',
	unknown: 'warn',
	error: 'warn',
};

export const severityTone: Readonly<Record<Severity, Tone>> = {
	critical: 'bad',
	high: 'bad',
	medium: 'warn',
	low: 'plain',
	info: 'muted',
};

/** Frames of the sign beside something that moves, in ASCII so that every terminal shows the same. */
const spinner = ['|', '/', '-', '\\'] as const;

/** The frame of that sign at an ISO instant: four a second. */
export const spinnerAt = (now: string): string =>
	spinner[Math.floor(Date.parse(now) / 250) % spinner.length] ?? spinner[0];
