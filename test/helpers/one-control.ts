import type {Conflict} from '../../src/domain/conflict.js';
import type {LostFile} from '../../src/domain/evidence.js';
import type {ControlEvaluation, Evaluation} from '../../src/domain/evaluation.js';
import type {Finding} from '../../src/domain/finding.js';
import {assessTiny, databaseContent, type DatabaseContent} from './assess-tiny.js';
import {
	tinyAnswer,
	tinyDatabase,
	tinyFinding,
	tinyOrganisation,
	tinyRun,
	type TinyLists,
	type TinyRun,
} from './tiny-record.js';

/** One database, prod, of the organisation acme, with one control unless a test brings others: TLS, asked and probed. */
export const prod = tinyDatabase();
export const acme = tinyOrganisation();

type Case = Partial<Pick<DatabaseContent, 'controls' | 'questions'>> &
	Partial<TinyLists> & {
		/** What one run saw. */
		readonly findings?: readonly Finding[];
		/** The runs, where there are several. */
		readonly runs?: readonly TinyRun[];
		readonly now?: string;
		/** Controls that the profile in force makes mandatory; none unless a test names them. */
		readonly mandatory?: readonly string[];
		readonly lostEvidence?: ReadonlyMap<string, LostFile>;
		readonly conflicts?: readonly Conflict[];
	};

const judging = {issuer: 'A tester.', check: ['It has a date.'], redFlags: ['No date.']};
const scan = {
	id: 'scan',
	title: 'Scan',
	strength: 're-performed' as const,
	obtain: 'Run it.',
	validDays: 90,
	...judging,
};
const picture = {
	id: 'picture',
	title: 'Picture',
	strength: 'screenshot' as const,
	obtain: 'Take it.',
	inPlaceOf: ['scan'],
	...judging,
};
const tlsControl = {
	id: 'tls-required',
	evidence: ['scan'],
	checks: [{check: 'tls', role: 'required' as const}],
};

export const evaluateOne = ({
	controls = [tlsControl],
	questions = [{id: 'q-tls', control: 'tls-required'}],
	findings,
	runs = findings === undefined ? [] : [tinyRun(prod, findings)],
	mandatory = [],
	...lists
}: Case): Evaluation =>
	assessTiny({
		content: databaseContent({
			scoping: [{id: 'cards', fact: 'card-data'}],
			controls,
			questions,
			profiles: [
				{id: 'startup', maxAge: {answers: 100, runs: 30}, mandatory},
				{id: 'regulated', approverIsNotAuthor: true},
			],
			evidenceKinds: [scan, picture],
		}),
		checks: ['tls', 'other'],
		targets: [prod, acme],
		runs,
		...lists,
	});

/** The first control of such a record. */
export const controlOne = (c: Case): ControlEvaluation => evaluateOne(c).controls[0]!;

/** A failure of a check on prod, or on one object of it. */
export const failing = (check = 'tls', object?: string): Finding =>
	tinyFinding({
		check,
		outcome: 'fail',
		observed: 'let in without TLS',
		...(object === undefined ? {} : {object}),
	});

/** The answer that claims the control to be met. */
export const yes = tinyAnswer(prod, 'q-tls', 'yes');
