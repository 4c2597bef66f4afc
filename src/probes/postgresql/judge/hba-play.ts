import {unseen, type Observed} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import type {Role} from '../facts/roles.js';
import {simulate, type Inputs, type Simulation} from './hba.js';
import {asBoolean, settingOf} from './settings.js';

/**
 * What pg_hba.conf is played through with: the login roles and databases of the server; unseen with the reason of what lacks.
 * @param which the login roles that matter; all of them unless given
 */
export const inputsOf = (
	facts: PostgresFacts,
	which: (role: Role) => boolean = () => true,
): Observed<Inputs> => {
	const {rules, roles, databases, memberships} = facts;
	if (!rules.seen) return rules;
	if (!roles.seen) return roles;
	if (!databases.seen) return databases;
	if (!memberships.seen) return memberships;
	const tls = settingOf(facts, 'ssl');
	if (tls?.seen === false) return tls;
	const complete = [rules, roles, databases, memberships].every(fact => fact.value.complete);
	if (!complete)
		return unseen('limit-exceeded', {
			detail: 'there are more rules, roles or databases than dbvet reads',
		});
	if (rules.value.items.some(rule => rule.error))
		return unseen('file-invalid', {
			detail:
				'pg_hba.conf has a line that the server cannot read, so that the rules in force are older ones',
		});
	return {
		seen: true,
		value: {
			rules: rules.value.items,
			users: roles.value.items.filter(role => role.canLogin && which(role)).map(role => role.name),
			databases: databases.value.items.filter(d => d.allowsConnections).map(d => d.name),
			memberships: memberships.value.items,
			tls: tls !== undefined && asBoolean(tls.value.value) === true,
		},
	};
};

/** pg_hba.conf played through for the login roles and databases of the server; unseen with the reason of what lacks. */
export const playRules = (
	facts: PostgresFacts,
	which?: (role: Role) => boolean,
): Observed<Simulation> => {
	const inputs = inputsOf(facts, which);
	if (!inputs.seen) return inputs;
	const played = simulate(inputs.value);
	return played === undefined
		? unseen('limit-exceeded', {detail: 'pg_hba.conf is too large to be played through'})
		: {seen: true, value: played};
};
