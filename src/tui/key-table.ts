import type {commandTexts} from './texts/commands.js';

/**
 * One binding: the command, and the names of its keys as input.ts gives them. `foot` puts it into the footer; bindings
 * stand in the order in which a narrow footer keeps them, and those that are `wide` come after all others.
 */
export type Binding = {
	readonly command: keyof typeof commandTexts;
	readonly keys: readonly string[];
	readonly foot?: true | 'wide';
};

const up = {command: 'up', keys: ['up', 'k']} as const;
const down = {command: 'down', keys: ['down', 'j']} as const;
const top = {command: 'top', keys: ['home', 'g']} as const;
const bottom = {command: 'bottom', keys: ['end', 'G']} as const;
/** The keys of every list: one line, or to its ends. */
const list = [up, down, top, bottom] as const;
/** What is listed: the next filter, or everything. */
const listed = [
	{command: 'only', keys: ['o'], foot: true},
	{command: 'only-all', keys: ['O']},
] as const;
const scrollUp = {command: 'scroll-up', keys: ['pageup', 'ctrl+u']} as const;
const scrollDown = {command: 'scroll-down', keys: ['pagedown', 'ctrl+d']} as const;
const scroll = [scrollUp, scrollDown] as const;

/** The keys of a list under a line that is typed; letters are text there. */
const hits = [
	{command: 'next-hit', keys: ['down', 'ctrl+n', 'tab'], foot: true},
	{command: 'previous-hit', keys: ['up', 'ctrl+p'], foot: true},
	{command: 'close', keys: ['esc'], foot: true},
	{command: 'page-up', keys: ['pageup']},
	{command: 'page-down', keys: ['pagedown']},
] as const;

/** Every key of the program, by what is in front; footer, help page and manual are made from this table. */
export const keyTable = {
	/** Works everywhere, also while text is typed. */
	always: [{command: 'leave', keys: ['ctrl+c']}],
	/** The window is too small to show anything: nothing unseen is answered or started. */
	hidden: [{command: 'quit', keys: ['q']}],
	/** Works on every screen while no text is typed. */
	global: [
		{command: 'help', keys: ['?'], foot: true},
		{command: 'quit', keys: ['q'], foot: true},
		{command: 'search', keys: ['/'], foot: true},
		{command: 'go-back', keys: ['esc', 'ctrl+o'], foot: true},
		{command: 'palette', keys: [':', 'ctrl+p'], foot: true},
		{command: 'undo', keys: ['u'], foot: 'wide'},
		{command: 'redo', keys: ['ctrl+r'], foot: 'wide'},
	],
	/** Works on every screen but home, which has these keys for the marked target, while no text is typed. */
	places: [
		{command: 'go-probes', keys: ['p'], foot: 'wide'},
		{command: 'go-findings', keys: ['f'], foot: 'wide'},
		{command: 'go-documents', keys: ['d'], foot: 'wide'},
		{command: 'go-vendors', keys: ['v'], foot: 'wide'},
		{command: 'go-profiles', keys: ['P'], foot: 'wide'},
		{command: 'go-history', keys: ['H'], foot: 'wide'},
	],
	home: [
		{command: 'open', keys: ['enter'], foot: true},
		{command: 'go-probes', keys: ['p'], foot: true},
		{command: 'go-findings', keys: ['f'], foot: true},
		{command: 'go-documents', keys: ['d'], foot: true},
		{command: 'go-vendors', keys: ['v'], foot: 'wide'},
		{command: 'go-profiles', keys: ['P'], foot: 'wide'},
		{command: 'go-history', keys: ['H'], foot: 'wide'},
		...list,
	],
	question: [
		{command: 'save', keys: ['enter'], foot: true},
		{command: 'note', keys: ['n'], foot: true},
		{command: 'skip', keys: ['s', 'right'], foot: true},
		{command: 'previous', keys: ['b', 'left'], foot: true},
		{command: 'list', keys: ['l'], foot: true},
		{command: 'how', keys: ['h'], foot: true},
		{command: 'why', keys: ['w']},
		{command: 'evidence', keys: ['e']},
		{command: 'meaning', keys: ['m']},
		...listed,
		{command: 'optional', keys: ['a']},
		up,
		down,
		{command: 'pick', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9']},
		...scroll,
		{command: 'clear', keys: ['x']},
	],
	/** The list of a target's questions, in front of the question. */
	outline: [
		{command: 'open-question', keys: ['enter'], foot: true},
		...listed,
		{command: 'optional', keys: ['a'], foot: true},
		{command: 'close', keys: ['esc', 'l'], foot: true},
		...list,
		...scroll,
	],
	/** All questions of a target are behind: what now. */
	finished: [
		{command: 'finish', keys: ['enter'], foot: true},
		{command: 'previous', keys: ['b', 'left'], foot: true},
		{command: 'list', keys: ['l'], foot: true},
		...listed,
		{command: 'optional', keys: ['a'], foot: true},
	],
	field: [
		{command: 'save', keys: ['enter'], foot: true},
		{command: 'leave-field', keys: ['esc', 'tab', 'up'], foot: true},
		{...down, keys: ['down']},
	],
	note: [
		{command: 'keep-note', keys: ['enter'], foot: true},
		{command: 'drop-note', keys: ['esc'], foot: true},
	],
	/** A question with consequences, in place: yes or no. */
	asking: [
		{command: 'yes', keys: ['enter', 'y'], foot: true},
		{command: 'no', keys: ['esc', 'n'], foot: true},
	],
	editing: [
		{command: 'erase', keys: ['backspace', 'delete', 'ctrl+h']},
		{command: 'cursor-left', keys: ['left', 'ctrl+b']},
		{command: 'cursor-right', keys: ['right', 'ctrl+f']},
		{command: 'cursor-start', keys: ['home', 'ctrl+a']},
		{command: 'cursor-end', keys: ['end', 'ctrl+e']},
		{command: 'erase-word', keys: ['ctrl+w']},
		{command: 'erase-line', keys: ['ctrl+u']},
	],
	probes: [
		{command: 'start-probes', keys: ['enter'], foot: true},
		{command: 'toggle', keys: ['space'], foot: true},
		{command: 'toggle-all', keys: ['a'], foot: true},
		{command: 'plaintext-test', keys: ['t'], foot: true},
		{command: 'go-findings', keys: ['f'], foot: true},
		...list,
	],
	/** While probes run. */
	probing: [
		{command: 'cancel-probes', keys: ['c'], foot: true},
		{command: 'go-findings', keys: ['f'], foot: true},
		...list,
	],
	findings: [
		{command: 'open-detail', keys: ['enter'], foot: true},
		{command: 'resolve', keys: ['r'], foot: true},
		{command: 'accept', keys: ['a'], foot: true},
		...listed,
		{command: 'by-target', keys: ['t'], foot: true},
		{command: 'by-severity', keys: ['s'], foot: true},
		...list,
		...scroll,
	],
	/** One finding or contradiction, opened. */
	detail: [
		{command: 'go-question', keys: ['enter'], foot: true},
		{command: 'resolve', keys: ['r'], foot: true},
		{command: 'accept', keys: ['a'], foot: true},
		{command: 'close', keys: ['esc'], foot: true},
		{command: 'line-up', keys: ['up', 'k']},
		{command: 'line-down', keys: ['down', 'j']},
		...scroll,
	],
	documents: [
		{command: 'write', keys: ['enter'], foot: true},
		{command: 'toggle', keys: ['space'], foot: true},
		{command: 'toggle-all', keys: ['a'], foot: true},
		...list,
	],
	profiles: [
		{command: 'toggle', keys: ['space'], foot: true},
		{command: 'apply', keys: ['enter'], foot: true},
		...list,
		{...scrollUp, foot: true},
		{...scrollDown, foot: true},
	],
	history: [
		{command: 'go-question', keys: ['enter'], foot: true},
		{command: 'undo', keys: ['u'], foot: true},
		...listed,
		{command: 'by-target', keys: ['t'], foot: true},
		{command: 'by-person', keys: ['w'], foot: true},
		...list,
		...scroll,
	],
	vendors: [
		{command: 'go-question', keys: ['enter'], foot: true},
		{command: 'other-view', keys: ['tab', 't'], foot: true},
		{command: 'previous-vendor', keys: ['left', 'h'], foot: true},
		{command: 'next-vendor', keys: ['right', 'l'], foot: true},
		...list,
		...scroll,
	],
	search: [{command: 'open-hit', keys: ['enter'], foot: true}, ...hits],
	palette: [{command: 'do', keys: ['enter'], foot: true}, ...hits],
	form: [
		{command: 'submit', keys: ['enter'], foot: true},
		{command: 'next-field', keys: ['tab', 'down'], foot: true},
		{command: 'previous-field', keys: ['up', 'shift+tab'], foot: true},
		{command: 'close', keys: ['esc'], foot: true},
	],
	/** The choice at the top of a form: a list, so that the keys of every list choose there. */
	'form-choice': [
		{command: 'submit', keys: ['enter'], foot: true},
		{command: 'other-choice', keys: ['space', 'left', 'right', 'h', 'l'], foot: true},
		up,
		down,
		{command: 'next-field', keys: ['tab'], foot: true},
		{command: 'close', keys: ['esc'], foot: true},
	],
	help: [
		{command: 'close', keys: ['esc', '?', 'q', 'enter'], foot: true},
		{command: 'scroll-up', keys: ['pageup', 'up', 'k', 'ctrl+u'], foot: true},
		{command: 'scroll-down', keys: ['pagedown', 'down', 'j', 'ctrl+d'], foot: true},
	],
} as const satisfies Readonly<Record<string, readonly Binding[]>>;
