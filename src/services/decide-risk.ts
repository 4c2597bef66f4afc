import {effectiveProfile, lacksSecondPerson} from '../assessment/index.js';
import {dayOf} from '../domain/day.js';
import {UserError} from '../domain/errors.js';
import {Day} from '../domain/id.js';
import {namesNobody} from '../domain/person.js';
import {profilesInForce} from '../domain/profiles-in-force.js';
import {nearest} from '../domain/suggest.js';
import type {RiskDecision} from '../domain/risk.js';
import {evaluate, record, type Project} from './project.js';

export type DecideInput = {
	/** `target/risk`, as the documents and `status` print it. */
	readonly risk: string;
	readonly treatment: RiskDecision['treatment'];
	readonly owner?: string;
	readonly due?: string;
	readonly reason?: string;
	readonly approver?: string;
	readonly until?: string;
};

/** @throws UserError when the text is no day, or a day that has passed. */
const comingDay = (text: string, option: string, today: string): string => {
	if (!Day.safeParse(text).success) {
		throw new UserError(`${option} ${JSON.stringify(text)} is not a day.`, [
			'Write it as 2027-03-31.',
		]);
	}
	if (text < today)
		throw new UserError(`${option} ${text} has passed.`, ['Name a day from today on.']);
	return text;
};

const required = (text: string | undefined, what: string): string => {
	const trimmed = text?.trim() ?? '';
	if (namesNobody(trimmed)) throw new UserError(`This treatment wants ${what}.`);
	return trimmed;
};

/**
 * Records what the owner decided about one risk of one target. Accepting wants a reason, an approver and a last day; every
 * other treatment wants an owner and the day by which it is done.
 * @throws UserError for an unknown risk, or when something that the treatment wants is missing.
 */
export const decideRisk = async (project: Project, input: DecideInput): Promise<RiskDecision> => {
	const state = await project.store.state();
	const evaluation = await evaluate(project, state);
	const found = evaluation.risks.find(risk => risk.id === input.risk);
	if (found === undefined) {
		const ids = evaluation.risks.map(risk => risk.id);
		const near = nearest(input.risk, ids);
		throw new UserError(`There is no risk ${JSON.stringify(input.risk)}.`, [
			near === undefined
				? 'See the ids in dbvet status --json, or beside each risk in the risk assessment.'
				: `Did you mean ${near}?`,
		]);
	}
	const today = dayOf(project.clock().toISOString());
	const {treatment, owner, due, reason} = input;
	const by = await project.by();
	const base = {target: found.target, risk: found.risk, treatment, by};
	const profiles = profilesInForce(state.targets[found.target], state.settings);
	const optional = {
		...(owner === undefined ? {} : {owner: required(owner, 'an owner: --owner')}),
		...(due === undefined ? {} : {due: comingDay(due, '--due', today)}),
		...(reason === undefined ? {} : {reason}),
	};
	let decision: RiskDecision;
	if (treatment === 'accept') {
		const approver = required(input.approver, 'an approver: --approver');
		if (lacksSecondPerson({approver, by}, effectiveProfile(project.content, profiles))) {
			throw new UserError(
				`${approver} cannot approve what ${by} writes: the profile wants two people.`,
			);
		}
		decision = {
			...base,
			...optional,
			reason: required(reason, 'a reason: --reason'),
			approver,
			until: comingDay(required(input.until, 'a last day: --until'), '--until', today),
		};
	} else {
		decision = {
			...base,
			...optional,
			owner: required(owner, 'an owner: --owner'),
			due: comingDay(required(due, 'a day by which it is done: --due'), '--due', today),
		};
	}
	await record(
		project,
		[{kind: 'decision', key: `${found.target}/${found.risk}`, after: decision}],
		reason,
		{state},
	);
	return decision;
};
