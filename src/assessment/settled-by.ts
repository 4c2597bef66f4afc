import type {Control} from '../domain/control.js';
import type {Assurance, ControlState, CurrentFinding} from '../domain/evaluation.js';
import {splitGrant} from '../domain/finding.js';
import type {Reason} from '../domain/outcome.js';
import type {Observation} from './observation.js';
import {unique} from './order.js';
import {type Asked, deciding} from './questions.js';
import type {TargetContext} from './target-context.js';

type Subject = {
	readonly state: ControlState;
	readonly assurance: Assurance;
	readonly control: Control;
	readonly questions: readonly Asked[];
	readonly observation: Observation;
	readonly context: TargetContext;
};

/**
 * What would settle an unknown state or raise the assurance, one step a line: questions still open, the first probe, and
 * what the scanner lacks (the grant as the finding words it). Empty once a control is verified.
 */
export const settledBy = (subject: Subject): readonly string[] => {
	const {state, assurance, control, questions, observation, context} = subject;
	if (assurance === 'verified' || state === 'contradicted') return [];
	const open = deciding(questions).filter(q => q.evaluation.claim === 'nothing');
	const answers = (due: boolean) =>
		open.filter(q => q.evaluation.due === due).map(q => `Answer: ${q.definition.text}`);
	const checks = control.checks.filter(c => c.role !== 'informs').map(c => c.check);
	const neverRun = observation.open.some(
		check => context.checks.has(check) && !context.findingsByCheck.has(check),
	);
	const {name, kind} = context.target;
	const again = observation.overtaken.length > 0 ? [`Probe ${name} again.`] : [];
	const probe = neverRun && kind === 'database' ? [`Probe ${name}.`] : again;
	const missing = checks
		.flatMap(check => context.findingsByCheck.get(check) ?? [])
		.flatMap(finding => remedyOf(finding));
	return unique([...answers(true), ...probe, ...missing, ...answers(false)]);
};

/** What a person can do about a reason that no grant mends; the other reasons need no step of their own. */
const remedies: Partial<Readonly<Record<Reason, (target: string) => string>>> = {
	'no-credentials': target => `Give dbvet a scanner login on ${target}.`,
	'authentication-failed': target => `Correct the scanner login on ${target}.`,
	'certificate-not-verified': target => `Name the certificate authority of ${target}.`,
};

/** The grant, or what to do instead of one that should not be given. */
const stepOf = (grant: string): string => {
	const {statement, caution} = splitGrant(grant);
	return caution === undefined ? statement : `${statement} (${caution})`;
};

const remedyOf = ({outcome, grant, reason, targetName}: CurrentFinding): readonly string[] => {
	if (outcome !== 'unknown') return [];
	if (grant !== undefined) return [stepOf(grant)];
	const remedy = reason === undefined ? undefined : remedies[reason];
	return remedy === undefined ? [] : [remedy(targetName)];
};
