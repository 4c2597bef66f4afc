import {effectiveProfile} from '../assessment/index.js';
import {dayOf} from '../domain/day.js';
import {UserError} from '../domain/errors.js';
import {canonicalJson, sha256} from '../domain/id.js';
import {nearest} from '../domain/suggest.js';
import type {Waiver} from '../domain/answer.js';
import {findTarget} from './find-target.js';
import {evaluate, record, type Project} from './project.js';
import {failureOf, futureDay} from './resolve-contradiction.js';

export type WaiveInput = {
	readonly target: string;
	readonly check: string;
	readonly object?: string;
	readonly reason: string;
	readonly approver: string;
	readonly until: string;
};

/**
 * Accepts failures of one check on one target that stand today, and only those: a new failure is not covered.
 * @throws UserError when nothing fails there, or reason, approver or day do not do.
 */
export const waiveFailure = async (project: Project, input: WaiveInput): Promise<Waiver> => {
	const state = await project.store.state();
	const target = findTarget(state, input.target);
	const evaluation = await evaluate(project, state);
	const here = evaluation.findings.filter(f => f.target === target.id && f.check === input.check);
	const failing = here.filter(
		f => f.outcome === 'fail' && (input.object === undefined || f.object === input.object),
	);
	if (failing.length === 0) {
		const known = project.checks.map(check => check.id);
		const near = known.includes(input.check) ? undefined : nearest(input.check, known);
		const objects = here.flatMap(f =>
			f.outcome === 'fail' && f.object !== undefined ? [f.object] : [],
		);
		const unknown = here.some(f => f.outcome === 'unknown' || f.outcome === 'error');
		throw new UserError(
			`${input.check} does not fail on ${target.name}${input.object === undefined ? '' : ` for ${JSON.stringify(input.object)}`}: there is nothing to accept.`,
			[
				near !== undefined
					? `Did you mean ${near}?`
					: objects.length > 0
						? `It fails for: ${objects.join(', ')}.`
						: unknown
							? 'It is unknown there, and what is unknown cannot be accepted. Let dbvet look: dbvet probe'
							: `See what fails with: dbvet status`,
			],
		);
	}
	const by = await project.by();
	const at = project.clock().toISOString();
	if (input.reason.trim() === '') throw new UserError('A waiver wants a reason.');
	if (input.approver.trim() === '') throw new UserError('A waiver wants the name of its approver.');
	const profile = effectiveProfile(project.content, target.profiles ?? state.settings.profiles);
	if (profile.approverIsNotAuthor && input.approver.trim().toLowerCase() === by.toLowerCase()) {
		throw new UserError(
			`In this profile the approver must be somebody else than the author (${by}).`,
			['Name another --approver.'],
		);
	}
	const body = {
		target: target.id,
		failures: failing.map(failureOf),
		reason: input.reason.trim(),
		approver: input.approver.trim(),
		until: futureDay(input.until, dayOf(at), '--until'),
		by,
		at,
	};
	const waiver: Waiver = {id: `w-${sha256(canonicalJson(body)).slice(0, 10)}`, ...body};
	await record(project, [{kind: 'waiver', key: waiver.id, after: waiver}], waiver.reason);
	return waiver;
};
