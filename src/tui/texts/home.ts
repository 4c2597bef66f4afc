import {count} from '../../domain/count.js';

/** What the home screen says. */
export const homeTexts = {
	nothing: 'Nothing is urgent. Write the documents, or go through the questions again.',
	noTargets: 'Nothing to assess yet. Leave with q and add a database:',
	noTargetsHow: 'dbvet target add NAME postgres://USER@HOST/DATABASE',
	left: 'Left',
	leftNone: 'every question that the profile asks is answered',
	leftOf: (n: number, time: string) => `${count(n, 'question', 'questions')}, ${time}`,
	fresh: (n: number) => `${n} new`,
	dormant: (n: number) => `${count(n, 'answer', 'answers')} dormant`,
	unplaced: (n: number) => `${n} kept, not in the questions now`,
	lostEvidence: (n: number) =>
		`${n === 1 ? '1 proof has' : `${n} proofs have`} lost the file: dbvet status says which`,
	stale: (n: number) =>
		`${n === 1 ? '1 known control rests' : `${n} known controls rest`} on answers or probe runs that are too old`,
	staleShort: (n: number) => `${count(n, 'known control is', 'known controls are')} too old`,
	addTarget: 'Add a target on the command line: dbvet target add NAME URL',
	columns: {
		target: 'Target',
		kind: 'kind',
		answered: 'answered',
		verified: 'verified',
		failing: 'failing',
		unknown: 'unknown',
		contradictions: 'contradicted',
		expires: 'expires',
		probed: 'last probe',
	},
	critical: (n: number, critical: number) =>
		critical === 0 ? String(n) : `${n} (${critical} crit)`,
	knockOut: (n: number) => count(n, 'knock-out', 'knock-outs'),
	expires: (what: string, days: number) => `${days} d ${what}`,
	expired: (what: string, n: number) => `${n === 1 ? '' : `${n} `}expired: ${what}`,
	risk: 'Risk',
	before: 'before',
	claimed: 'as answered',
	verified: 'as verified',
	notKnown: (n: number) => `${count(n, 'control', 'controls')} not known`,
	never: 'never',
	/** Every probe so far could not look. */
	nothingSeen: 'nothing seen',
} as const;
