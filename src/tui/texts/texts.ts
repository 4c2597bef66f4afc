import {count} from '../../domain/count.js';
import {notADay} from '../../domain/day.js';
import {plainText} from '../../domain/text.js';
import {filterTexts} from './filters.js';
import {historyTexts} from './history.js';
import {homeTexts} from './home.js';
import {leaveTexts, smallText} from './leave.js';
import {paletteTexts, searchTexts} from './palette.js';
import {questionTexts} from './question.js';
import {undoTexts} from './undo.js';
import {vendorTexts} from './vendors.js';

/** Every English sentence of the terminal UI; the files beside it hold a part each. Another language is another such object. */
export const texts = {
	time: {
		justNow: 'just now',
		minutesAgo: (n: number) => `${count(n, 'minute', 'minutes')} ago`,
		hoursAgo: (n: number) => `${count(n, 'hour', 'hours')} ago`,
		daysAgo: (n: number) => `${count(n, 'day', 'days')} ago`,
	},
	answers: {
		yes: 'Yes',
		no: 'No',
		partly: 'Partly',
		dontKnow: "Don't know",
		notApplicable: 'Not applicable…',
		dateFormat: 'year-month-day, like 2026-11-22',
		type: 'Enter, then type',
	},
	problems: {
		number: (min: number, max: number, unit: string) => `A number from ${min} to ${max} (${unit}).`,
		date: (text: string) =>
			text === ''
				? 'A day written like 2026-11-22.'
				: `"${plainText(text, 60)}" ${notADay(text)}; wanted: one written like 2026-11-22.`,
		text: "A few words, or choose Don't know below.",
		reason: 'A reason is wanted here.',
		approver: 'The name of who accepts it is wanted here.',
		future: 'Today or a later day, written like 2027-03-31.',
	},
	frame: {
		known: (percent: number) => `${percent} % known`,
		saved: (time: string) => `saved ${time}`,
		saving: 'saving…',
		notSaved: 'not saved',
		small: smallText,
		next: 'Next',
		opening: 'Reading the workspace…',
	},
	leftOut: {
		short: (n: number) => `${count(n, 'own file', 'own files')} left out:`,
		head: (n: number) =>
			`${count(n, 'own file', 'own files')} left out. All places: dbvet questionnaire lint`,
		standIn: (profiles: readonly string[]) =>
			`In force and left out: ${profiles.join(', ')}. The strictest of all others counts.`,
		gone: (profiles: readonly string[]) =>
			`In force and in no file: ${profiles.join(', ')}. The strictest of all others counts.`,
	},
	kinds: {
		organisation: 'organisation',
		vendor: 'vendor',
		database: 'database',
		application: 'application',
		infrastructure: 'infrastruct.',
		backup: 'backup',
	},
	home: homeTexts,
	question: questionTexts,
	probes: {
		title: 'Probes',
		choose: 'Which databases? Probes only read; nothing on the server is changed.',
		none: 'There is no database to probe. Leave with q and add one: dbvet target add NAME URL',
		plaintextOn:
			'To see whether plaintext is refused, user and database names are sent in clear (to MySQL a made-up name, to Redis a PING), and the server may log failed logins: t leaves this test out.',
		plaintextOff: 'The test whether plaintext is refused is left out: t takes it in again.',
		noneChosen: 'No database is chosen: Space chooses the marked one.',
		progress: (done: number, running: number, waiting: number) =>
			`${done} done · ${running} running · ${waiting} waiting`,
		last: (when: string, status: string) => `last probe ${when}: ${status}`,
		never: 'never probed',
		counts: (pass: number, fail: number, unknown: number) =>
			`${pass} pass  ${fail} fail  ${unknown} unknown`,
		contradicts: (n: number) => `contradicts ${n}`,
		waiting: 'waiting',
		starting: 'connecting',
		cancelling: 'Cancelling: what is done is kept.',
		cancelled: 'Cancelled. What was done is kept.',
		done: (ms: string) => `Done in ${ms}. f shows the findings.`,
		seconds: (ms: number) => `${(ms / 1000).toFixed(1)} s`,
		seen: (name: string) => `Failures of ${name} so far, worst first`,
		failures: (name: string, n: number, kept: boolean) =>
			`${count(n, 'failure', 'failures')} of ${name}, worst first${kept ? '' : '; not recorded'}`,
		more: (n: number) => `and ${n} more: f shows them all`,
		moreLost: (n: number) => `and ${n} more, which only a recorded run would show`,
		statuses: {complete: 'complete', partial: 'partial', unreachable: 'not reachable'},
		fileLost: 'its file is lost',
	},
	findings: {
		title: 'Findings',
		show: {
			attention: 'needs attention',
			failing: 'failing',
			contradicted: 'contradicted',
			unknown: 'unknown',
			stale: 'stale',
			mine: 'mine',
			assigned: 'assigned',
			waived: 'accepted',
			passing: 'passing',
			all: 'everything',
		},
		target: 'target',
		allTargets: 'all targets',
		severity: 'severity',
		allSeverities: 'all severities',
		from: (severity: string) => `${severity} and worse`,
		count: (n: number) => count(n, 'line', 'lines'),
		none: (show: string) =>
			`Nothing to show: no line is under “${show}”. o lists others, O everything, t changes the target, s the severity.`,
		noneHere: (name: string, elsewhere: number) =>
			`Nothing to show of ${name}, but ${count(elsewhere, 'line', 'lines')} of other targets: t goes from target to target.`,
		neverProbed: 'Nothing has been probed yet. Esc, then p, starts.',
		outcome: {
			pass: 'pass',
			fail: 'fail',
			'not-applicable': 'not applicable',
			unknown: 'unknown',
			error: 'error in dbvet',
		},
		contradicted: 'contradicted',
		resolved: 'resolved',
		accepted: 'accepted',
		stale: 'stale',
		labels: {
			where: 'Where',
			when: 'When',
			observed: 'Observed',
			expected: 'Expected',
			mend: 'How to mend',
			reason: 'Why unknown',
			grant: 'Grant',
			source: 'How seen',
			control: 'Control',
			record: 'Record',
			waiver: 'Accepted',
			attempt: 'Last attempt',
			answer: 'Answer',
			resolution: 'Resolved',
			reopened: 'Open again',
			next: 'What now',
		},
		waiver: (approver: string, until: string, reason: string) =>
			`by ${approver} until ${until}: ${reason}`,
		attempt: (when: string, reason: string, observed: string) =>
			`${when} it could not be looked at (${reason}): ${observed}`,
		resolveHow: 'r resolves it: change the answer, or say why the observation does not count.',
		cannotResolve:
			'No answer is contradicted here, so that there is nothing to resolve. a accepts a failure.',
		cannotAccept: 'Only a failure can be accepted.',
		unknownNotAccepted:
			'What is unknown cannot be accepted: let the probe see it, or answer the question.',
		contradictionNotAccepted: 'A contradiction is resolved, not accepted: r.',
		noQuestion: 'No question bears on this check.',
	},
	documents: {
		title: 'Documents',
		which: 'Which documents, and how?',
		loading: 'Reading the templates…',
		none: 'No document template is installed.',
		formats: {md: 'Markdown', html: 'HTML page', pdf: 'PDF'},
		formatsTitle: 'Formats',
		writing: 'Writing the documents…',
		written: (n: number) => `${count(n, 'file', 'files')} written:`,
		nothingChosen: 'Choose at least one document and one format with Space.',
		into: (folder: string) => `They are written into ${folder}`,
	},
	profiles: {
		title: 'Profiles',
		which: 'Which situations hold? Of each thing the strictest counts.',
		inForce: 'in force',
		cost: (text: string) => `Cost: ${text}`,
		working: 'Working out what changes…',
		noneChosen: 'At least one profile has to hold: Space chooses the marked one.',
		apply: 'Enter makes this change · Space takes it back · Esc leaves everything as it is',
		changed: (titles: string) => `In force now: ${titles}.`,
	},
	vendors: vendorTexts,
	history: historyTexts,
	search: searchTexts,
	palette: paletteTexts,
	undo: undoTexts,
	filters: filterTexts,
	form: {
		resolveTitle: 'Resolve a contradiction',
		waiveTitle: 'Accept a failure',
		chooseTitle: 'Choose between versions',
		choices: {
			'take-observation': 'The probe is right: change the answer to what was observed',
			'keep-answer': 'The answer stays: the observation is wrong or out of scope',
		},
		fields: {reason: 'Reason', approver: 'Approved by', until: 'Until'},
		hints: {
			reason: 'what a reader needs to agree',
			approver: 'the person who answers for it',
			until: 'the last day it holds, like 2027-03-31',
		},
		note: 'The state stays “not met”, marked accepted; after that day it is a failure again.',
		takeNote: 'Enter changes the answer.',
		version: (text: string, by: string, when: string, note: string | undefined) =>
			`${text} (${by}, ${when})${note === undefined ? '' : `. Note: ${note}`}`,
		chooseNote:
			'Mark the version that holds with the arrows. The history keeps every version; the reason may stay empty.',
		chosen: 'Settled: that version holds.',
		saving: 'Saving…',
		resolved: 'Contradiction resolved.',
		accepted: 'Failure accepted.',
	},
	confirm: leaveTexts,
	help: {title: 'Keys', typing: 'Letters are text while you type; Esc ends that.'},
	notATerminal: 'The full screen needs a terminal on standard input and output.',
	notATerminalNext: [
		'dbvet assess --plain asks the same questions line by line.',
		'dbvet status shows where the assessment stands.',
	],
} as const;
