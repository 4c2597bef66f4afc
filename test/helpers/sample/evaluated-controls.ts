import type {
	Assurance,
	ControlEvaluation,
	ControlState,
	CurrentFinding,
	QuestionEvaluation,
} from '../../../src/domain/evaluation.js';
import type {Score} from '../../../src/domain/target-evaluation.js';
import type {Target} from '../../../src/domain/target.js';
import {sampleControls} from './controls.js';
import {sampleEvidence} from './evidence.js';
import {sampleQuestions} from './questions.js';
import {ids} from './targets.js';

type State = readonly [ControlState, Assurance];
const states: Readonly<Record<string, State>> = {
	'tls-required': ['contradicted', 'none'],
	'tls-minimum-version': ['met', 'verified'],
	'certificate-renewal': ['not-met', 'verified'],
	'encryption-at-rest': ['met', 'documented'],
	'service-accounts': ['met', 'claimed'],
	'read-only-reporting': ['partly', 'claimed'],
	'least-privilege': ['not-met', 'verified'],
	'password-hashing': ['met', 'verified'],
	'network-allowlist': ['unknown', 'none'],
	'automatic-backups': ['met', 'claimed'],
	'point-in-time-recovery': ['unknown', 'none'],
	'connection-logging': ['not-met', 'verified'],
	'audit-extension': ['not-applicable', 'claimed'],
	'supported-version': ['met', 'verified'],
	'vendor-soc2': ['met', 'documented'],
	'vendor-exit': ['not-met', 'claimed'],
	'secrets-manager': ['met', 'claimed'],
	'verify-server': ['unknown', 'none'],
	'restore-drill': ['met', 'documented'],
};

const because: Readonly<Record<ControlState, string>> = {
	met: 'The answer is “yes” and nothing observed says otherwise.',
	partly: 'The answer is “partly”: one tool still writes.',
	'not-met': 'A required check fails.',
	'not-applicable': 'No table is marked as sensitive, so there is nothing to audit.',
	unknown: 'Nobody has answered, and the probe could not look.',
	contradicted: 'The answer says that plaintext is refused; the probe was let in without TLS.',
};

const questionOf = (
	target: string,
	control: string,
	note: string | undefined,
): readonly QuestionEvaluation[] =>
	sampleQuestions
		.filter(q => q.control === control)
		.map(q => ({
			target,
			question: q.id,
			questionnaire: 'sample',
			section: 'main',
			control,
			asked: true,
			due: true,
			isNew: false,
			dormant: false,
			claim: 'met',
			stale: false,
			answer: {
				target,
				question: q.id,
				value: q.answer.kind === 'date' ? '2026-08-14' : 'yes',
				by: 'Ines Ferreira',
				at: '2026-10-12T09:30:00.000Z',
				...(note === undefined ? {} : {note}),
			},
		}));

/** The controls of some targets, in the states that the sample gives them. */
export const controlsOf = (
	targets: readonly Target[],
	findings: readonly CurrentFinding[],
	note: string | undefined,
): readonly ControlEvaluation[] =>
	targets.flatMap(target =>
		sampleControls
			.filter(c => c.kind === target.kind)
			.map((definition): ControlEvaluation => {
				const isProd = target.id !== ids.reporting;
				const [state, assurance] = isProd
					? (states[definition.id] ?? ['unknown', 'none'])
					: (['unknown', 'none'] as const);
				const own = findings.filter(
					f => f.target === target.id && f.controls.includes(definition.id),
				);
				return {
					id: `${target.name}/${definition.id}`,
					target: target.id,
					targetName: target.name,
					kind: target.kind,
					control: definition.id,
					definition,
					questionnaire: 'sample',
					section: 'main',
					requirement: definition.severity === 'medium' ? 'recommended' : 'mandatory',
					state,
					because: because[state],
					assurance,
					stale: definition.id === 'service-accounts',
					waived: false,
					questions: isProd
						? questionOf(
								target.id,
								definition.id,
								definition.id === 'tls-required' ? note : undefined,
							)
						: [],
					findings: own.map(f => ({...f, role: 'required' as const})),
					planned: [],
					evidence: sampleEvidence.filter(e =>
						e.links.some(l => l.target === target.id && l.control === definition.id),
					),
					settledBy:
						state === 'unknown'
							? [
									...own.flatMap(f => (f.grant === undefined ? [] : [f.grant])),
									'Answer the question about it.',
								]
							: [],
					askAgain: false,
					references: definition.references,
					...(state === 'unknown' ? {} : {since: '2026-11-21T14:02:11.000Z'}),
				};
			}),
	);

/** Counts controls without weights. */
export const scoreOf = (controls: readonly ControlEvaluation[]): Score => {
	const applicable = controls.filter(c => c.state !== 'not-applicable');
	const met = applicable.filter(c => c.state === 'met').length;
	const known = applicable.filter(c => c.state !== 'unknown').length;
	const coverage = applicable.length === 0 ? 0 : known / applicable.length;
	const stale = applicable.filter(c => c.stale).length;
	return {met, notMet: known - met, known, stale, applicable: applicable.length, coverage};
};
