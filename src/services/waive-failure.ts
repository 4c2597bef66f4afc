import {effectiveProfile, waiverOf} from '../assessment/index.js';
import {UserError} from '../domain/errors.js';
import {profilesInForce} from '../domain/profiles-in-force.js';
import {nearest} from '../domain/suggest.js';
import type {Waiver} from '../domain/answer.js';
import {findTarget} from './find-target.js';
import {evaluate, record, type Project} from './project.js';

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
	const known = project.checks.map(check => check.id);
	if (!known.includes(input.check)) {
		const near = nearest(input.check, known);
		throw new UserError(`There is no check ${JSON.stringify(input.check)}.`, [
			near === undefined ? 'List them with: dbvet probe --list' : `Did you mean ${near}?`,
		]);
	}
	const waiver = waiverOf(await evaluate(project, state), {
		...input,
		target: target.id,
		by: await project.by(),
		now: project.clock().toISOString(),
		approverIsNotAuthor: effectiveProfile(project.content, profilesInForce(target, state.settings))
			.approverIsNotAuthor,
	});
	await record(project, [{kind: 'waiver', key: waiver.id, after: waiver}], waiver.reason, {state});
	return waiver;
};
