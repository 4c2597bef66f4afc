import {count} from '../../domain/count.js';

/** The English sentences around a question. */
export const questionTexts = {
	place: (n: number, of: number) => `${n} of ${of}`,
	answered: (n: number, of: number) => `${n} of ${of} answered`,
	left: (time: string) => `${time} left`,
	leftShort: (n: number, minutes: number) => `${n} left, ${minutes} min`,
	withOptional: 'optional too',
	optionalShown: (n: number) =>
		n === 0
			? 'The profile asks for everything that applies here.'
			: `Shown too: ${count(n, 'question', 'questions')} that the profile does not ask for. An answer counts as ever.`,
	optionalHidden: 'Questions that the profile does not ask for are hidden.',
	isOptional: 'Optional: the profile does not ask for it. An answer counts as ever.',
	overruled: (id: string) => `These answers do not fit each other: see ${id}.`,
	/** Before a question in the list. */
	newMark: 'new',
	isNew: 'New since the questions were updated.',
	dormant: (n: number) =>
		n === 1
			? 'One answer no longer counts, because its question no longer applies. It is kept, and counts again with its question.'
			: `${n} answers no longer count, because their questions no longer apply. They are kept, and count again with them.`,
	endOptional: (n: number) =>
		`${count(n, 'more question applies', 'more questions apply')} that the profile does not ask for: a shows ${n === 1 ? 'it' : 'them'}.`,
	observed: (when: string) => `Observed ${when}`,
	observedOld: (when: string) => `Observed ${when}: too old to count`,
	notObserved: (when: string) => `Not seen when looked at ${when}`,
	attempt: (when: string, reason: string) => `${when} it could not be looked at again (${reason})`,
	notProbed: 'Nothing observed yet: p probes this database.',
	noProbe: 'No probe looks at this: the answer and its evidence stand alone.',
	couldNotLook: 'could not look',
	grant: 'To let the probe see it:',
	askAgain: 'The probe saw better than the answer says: is it still true?',
	askAgainNothing: 'The probe found nothing that this applies to: is the answer still true?',
	settled: (reason: string, until: string) => `Resolved until ${until}: ${reason}`,
	contradictedNow: 'The saved answer contradicts this.',
	wouldContradict: 'This answer would contradict it: you will be asked.',
	contradicts: (n: number) =>
		`The probe saw otherwise (${count(n, 'failure', 'failures')}, shown above). Saved all the same, the answer is listed as contradicted and counts as not met until it is resolved.`,
	contradictsYes: 'Enter saves it all the same · Esc changes the answer',
	overtaken: (said: string) => `Somebody answered this in the meantime. ${said}.`,
	versions: (said: string) =>
		`People answered differently without knowing of each other: ${said}. The least favourable counts until one answer is saved here.`,
	takenAway: 'The answer was taken away',
	overtakenYes: 'Enter saves yours over it (the history keeps both) · Esc leaves it',
	clear: 'Take this answer away? The history keeps it.',
	clearYes: 'Enter takes it away · Esc keeps it',
	cleared: 'Answer taken away.',
	note: 'Note',
	noNote: 'none · n writes one',
	reasonPrompt: 'Why does it not apply?',
	limit: (words: string) => `Counts as ${words}`,
	unsaved: 'not saved yet',
	noteWaits: 'The note is saved with the answer.',
	evidence: 'Evidence',
	noEvidence: 'none',
	kind: (title: string, strength: string, days: number | undefined) =>
		`${title}: ${strength}${days === undefined ? '' : `, convinces for ${days} days`}`,
	answer: 'Answer',
	answeredBy: (words: string, by: string, when: string) => `${words}, by ${by}, ${when}`,
	stale: 'too old: answer again',
	failed: 'Not saved.',
	details: {
		why: 'Why it matters',
		how: 'How to find out',
		evidence: 'What evidence convinces',
		meaning: 'What an answer means',
	},
	noDetail: 'Nothing is written here for this question.',
	redFlags: 'Red flags:',
	fallsShort: (effort: string) => `If it falls short (${effort}):`,
	more: (n: number) => `${n} more lines · PgDn`,
	moreSeen: (n: number) => `${n} more lines · f shows all`,
	endTitle: 'All questions of this target are behind you.',
	endOpen: (n: number) =>
		`${count(n, 'question', 'questions')} still open: o lists those first, l shows the list.`,
	endNone: 'Nothing is left open here.',
	endNext: 'Enter goes on:',
	noQuestions: 'No question is asked of this target.',
	list: 'Questions',
	moreAbove: (n: number) => `${n} more above`,
	moreBelow: (n: number) => `${n} more below`,
} as const;
