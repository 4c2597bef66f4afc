import {example, blind, cut, listed, observer, plainRole} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import type {Observer} from '../facts/server.js';
import {adminAttributes, membershipPath} from '../judge/roles.js';
import {defineCheck, fail, pass, unknown, whenAllSeen, whenSeen} from '../judge/verdicts.js';
import {quoteName} from '../judge/settings.js';
import {seen, unseen} from '../../engine/check.js';
import {shownBy} from '../sources.js';

const expected = 'a scanner role that is no superuser and a member of pg_monitor';

/** Predefined roles that write, or reach the machine. */
const beyond = [
	'pg_write_all_data',
	'pg_execute_server_program',
	'pg_write_server_files',
	'pg_read_server_files',
];

const tooMany = unseen('limit-exceeded', {
	detail: 'there are more roles or memberships than dbvet reads',
});

/** What the scanner may do besides looking, in words; undefined for nothing that is known. */
const excessOf = (
	{roles, memberships}: Pick<PostgresFacts, 'roles' | 'memberships'>,
	{user}: Observer,
): string | undefined => {
	if (!roles.seen || !memberships.seen) return undefined;
	const strong = roles.value.items.filter(role => adminAttributes(role).length > 0);
	const self = strong.find(({name}) => name === user);
	if (self !== undefined) return `${user} has ${adminAttributes(self).join(', ')}`;
	for (const name of [...strong.map(role => role.name), ...beyond]) {
		const path = membershipPath(memberships.value.items, user, name);
		if (path !== undefined) return path.join(' -> ');
	}
	return undefined;
};

export const pgObserverCapabilities = defineCheck({
	id: 'pg-observer-capabilities',
	title: 'The scanner sees enough and may not do more',
	question: 'Does the scanner log in with a monitoring role, neither more nor less?',
	why: 'Without pg_monitor much stays unseen; with a superuser a stolen scanner password opens everything, although the scanner needs none of it.',
	severity: 'info',
	scope: 'node',
	source: shownBy('observer', 'roles', 'memberships'),
	needs: 'any login role',
	remediation: {
		all: 'Create a role of its own for the scanner: CREATE ROLE dbvet LOGIN; GRANT pg_monitor TO dbvet; and take superuser away from the one in use.',
		'aws-rds':
			'Log in as the master user and run CREATE ROLE dbvet LOGIN; GRANT pg_monitor TO dbvet;',
		digitalocean: 'Log in as doadmin and run CREATE ROLE dbvet LOGIN; GRANT pg_monitor TO dbvet;',
		'google-cloud-sql':
			'Log in as a member of cloudsqlsuperuser and run CREATE ROLE dbvet LOGIN; GRANT pg_monitor TO dbvet;',
	},
	judge: facts =>
		whenSeen(facts.observer, expected, who => {
			if (who.superuser)
				return [fail(`dbvet looks as ${who.user}, a superuser`, expected, {severity: 'low'})];
			const excess = excessOf(facts, who);
			if (excess !== undefined)
				return [fail(`the scanner may do more than look: ${excess}`, expected, {severity: 'low'})];
			if (who.monitor)
				return whenAllSeen(facts.roles, facts.memberships, expected, (roles, memberships) =>
					roles.complete && memberships.complete
						? [pass(`dbvet looks as ${who.user} with pg_monitor`, expected)]
						: [unknown(tooMany, expected)],
				);
			const grant = `GRANT pg_monitor TO ${quoteName(who.user)};`;
			return [
				fail(
					`${who.user} is not a member of pg_monitor: checks that need it are unknown`,
					expected,
					{
						grant,
						remediation: `Run as an administrator: ${grant}`,
					},
				),
			];
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({observer: seen({...observer, superuser: true})}),
			example({roles: listed({...plainRole, name: observer.user, createRole: true})}),
			example({
				memberships: listed({member: observer.user, role: 'pg_write_all_data', admin: false}),
			}),
			example({observer: seen({...observer, monitor: false})}),
		],
		blind: [blind, example({roles: cut()}), example({memberships: cut()})],
	},
});
