import {type Failure, type Resolution, Waiver} from '../domain/answer.js';
import {UserError} from '../domain/errors.js';
import type {Contradiction, CurrentFinding, Evaluation} from '../domain/evaluation.js';
import {canonicalJson, Day, sha256} from '../domain/id.js';
import {namesNobody} from '../domain/person.js';
import {answersHash, failureOf} from './contradictions.js';
import {isExpired, lacksSecondPerson} from './waivers.js';

export type Accepting = {
	readonly reason: string;
	/** The last day on which it holds, ISO. */
	readonly until: string;
	readonly by: string;
	/** ISO instant. */
	readonly now: string;
};

/**
 * The failures of one check on one target that stand today, exactly as a waiver names them.
 * @param where target by id or name; without `object`, all objects of the check
 * @throws UserError when nothing of it fails; an unknown finding is named as such, because unknown cannot be waived
 */
export const failuresOf = (
	evaluation: Evaluation,
	where: {readonly target: string; readonly check: string; readonly object?: string},
): readonly Failure[] => {
	const target = evaluation.targets
		.map(t => t.target)
		.find(t => t.id === where.target || t.name === where.target);
	if (target === undefined)
		throw new UserError(`There is no target named ${where.target}.`, ['See "dbvet target list".']);
	const findings = evaluation.findings.filter(
		f =>
			f.target === target.id &&
			f.check === where.check &&
			(where.object === undefined || f.object === where.object),
	);
	const failing = findings.filter(f => f.outcome === 'fail');
	if (failing.length > 0) return failing.map(failureOf);
	throw notFailing(target.name, where, findings);
};

const notFailing = (
	target: string,
	{check, object}: {readonly check: string; readonly object?: string},
	findings: readonly CurrentFinding[],
): UserError => {
	const what = object === undefined ? check : `${check} (${object})`;
	if (findings.some(f => f.outcome === 'unknown' || f.outcome === 'error'))
		return new UserError(`${what} on ${target} is unknown, and what is unknown cannot be waived.`, [
			...new Set(findings.flatMap(f => f.grant ?? [])),
			`Probe ${target} again once it can be seen.`,
		]);
	return new UserError(`${what} on ${target} does not fail, so there is nothing to waive.`, [
		'See what fails with: dbvet check --fail-on info',
	]);
};

/**
 * A waiver of the failures of one check that stand today. Its id comes from its contents.
 * @param approverIsNotAuthor of the target's effective profile
 * @throws UserError for an empty reason or approver, a day that is none or has passed, an approver who is the author, or
 *   when nothing fails
 */
export const waiverOf = (
	evaluation: Evaluation,
	input: Accepting & {
		readonly target: string;
		readonly check: string;
		readonly object?: string;
		readonly approver: string;
		readonly approverIsNotAuthor: boolean;
	},
): Waiver => {
	const {approver, by, now, until} = input;
	const failures = failuresOf(evaluation, input);
	const target = evaluation.targets.find(
		t => t.target.id === input.target || t.target.name === input.target,
	);
	const reason = checkedReason(input);
	if (namesNobody(approver))
		throw new UserError('A waiver needs an approver.', ['Name one with --approver.']);
	if (lacksSecondPerson({approver, by}, input))
		throw new UserError(`${approver} cannot approve a waiver that ${by} wrote.`, [
			'The profile in force wants two people: name another approver with --approver.',
		]);
	const rest = {
		target: target?.target.id ?? input.target,
		failures,
		reason,
		approver: approver.trim(),
		until,
		by,
		at: now,
	};
	return Waiver.parse({id: `w-${sha256(canonicalJson(rest)).slice(0, 10)}`, ...rest});
};

/**
 * A resolution "the observation is wrong or out of scope", tied to the answers and failures of today.
 * @param id `target/control` by name, as contradictions print it, or by the target's id
 * @throws UserError when there is no such contradiction, for an empty reason, or a day that is none or has passed
 */
export const resolutionOf = (evaluation: Evaluation, id: string, input: Accepting): Resolution => {
	const contradiction = contradictionNamed(evaluation, id);
	return {
		target: contradiction.target,
		control: contradiction.control,
		reason: checkedReason(input),
		until: input.until,
		answers: answersHash(contradiction.answers.flatMap(q => q.answer ?? [])),
		failures: contradiction.failures.map(failureOf),
		by: input.by,
		at: input.now,
	};
};

/** The contradiction with this id. @throws UserError when there is none. */
export const contradictionNamed = (evaluation: Evaluation, id: string): Contradiction => {
	const found = evaluation.contradictions.find(
		c => c.id === id || `${c.target}/${c.control}` === id,
	);
	if (found !== undefined) return found;
	const known = evaluation.contradictions.map(c => c.id);
	throw new UserError(`There is no contradiction ${id}.`, [
		known.length === 0 ? 'Nothing is contradicted now.' : `Contradicted now: ${known.join(', ')}.`,
	]);
};

const checkedReason = ({reason, until, now}: Accepting): string => {
	if (reason.trim() === '')
		throw new UserError('A reason is needed.', [
			'Write one with --reason: a reader must be able to judge it.',
		]);
	if (!Day.safeParse(until).success)
		throw new UserError(`${until} is not a day.`, [
			'Write it as YYYY-MM-DD, for example 2027-01-31.',
		]);
	if (isExpired(until, now))
		throw new UserError(`${until} has passed.`, ['Name a day from today on with --until.']);
	return reason.trim();
};
