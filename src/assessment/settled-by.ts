import type {Control} from '../domain/control.js';
import type {Assurance, ControlState, CurrentFinding} from '../domain/evaluation.js';
import {splitGrant} from '../domain/finding.js';
import {certificateTrouble, type CertificateTrouble} from '../domain/certificate-trouble.js';
import type {Target} from '../domain/target.js';
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
		.flatMap(finding => remedyOf(finding, context.target));
	return unique([...answers(true), ...probe, ...missing, ...answers(false)]);
};

const certificateSteps: Readonly<Record<CertificateTrouble, (target: string) => string>> = {
	expired: target => `Renew the certificate of ${target} on its server.`,
	'not-yet-valid': target => `Check the clocks: the certificate of ${target} is not valid yet.`,
	name: target => `Let the certificate and the address of ${target} carry the same host name.`,
	pin: target => `Check the pin of ${target}: was the key changed on purpose?`,
	'ca-file': target => `Give the CA of ${target} as a file in PEM form.`,
	'no-ca': target => `Name the certificate authority of ${target}.`,
	'other-ca': target => `Check that the CA file given for ${target} is the CA of its server.`,
};

/** The scanner's login, or the one that a check wanted to know of and nobody declared. */
const loginStep = (target: string, observed: string): string => {
	const [, role] = /\bno (application|backup|user)\b.* declared\b/i.exec(observed) ?? [];
	if (role === undefined) return `Give dbvet a scanner login on ${target}.`;
	return role.toLowerCase() === 'backup'
		? `Declare the login of the backups of ${target}.`
		: `Declare the logins of the applications of ${target}.`;
};

/** What a person can do about a reason that no grant mends; the other reasons need no step of their own. */
const stepFor = ({reason, observed}: CurrentFinding, target: Target): readonly string[] => {
	if (reason === 'authentication-failed') return [`Correct the scanner login on ${target.name}.`];
	if (reason === 'no-credentials') return [loginStep(target.name, observed)];
	return reason === 'certificate-not-verified' && target.kind === 'database'
		? [certificateSteps[certificateTrouble(target, observed)](target.name)]
		: [];
};

/** The grant, or what to do instead of one that should not be given. */
const stepOf = (grant: string): string => {
	const {statement, caution} = splitGrant(grant);
	return caution === undefined ? statement : `${statement} (${caution})`;
};

const remedyOf = (finding: CurrentFinding, target: Target): readonly string[] => {
	if (finding.outcome !== 'unknown') return [];
	return finding.grant === undefined ? stepFor(finding, target) : [stepOf(finding.grant)];
};
