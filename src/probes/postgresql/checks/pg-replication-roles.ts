import {unseen} from '../../engine/check.js';
import {blind, cut, example, listed, plainRole} from '../examples.js';
import {membershipPath} from '../judge/roles.js';
import {defineCheck, fail, forIdentities, pass, unknown} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'applications cannot replicate';

export const pgReplicationRoles = defineCheck({
	id: 'pg-replication-roles',
	title: 'No application may replicate the server',
	question: 'Do the declared roles go without the right to replicate?',
	why: 'With it a role copies all databases in one go, past the rights on tables and past row security.',
	severity: 'medium',
	source: shownBy('roles', 'memberships'),
	needs: 'any login role, and the roles declared for the target',
	remediation: {
		all: 'ALTER ROLE name NOREPLICATION; (REVOKE rds_replication on Amazon), and give replication a role of its own.',
	},
	judge: facts =>
		forIdentities(facts, facts.roles, facts.memberships, expected, (roles, memberships) => {
			// Superusers need no attribute, and a provider's role that may replicate lends it to its members too.
			const able = roles.items.filter(({replication, superuser}) => replication || superuser);
			const names = [...able.map(({name}) => name), 'rds_replication'];
			return facts.identities.map(({user}) => {
				const object = user;
				if (!roles.items.some(({name}) => name === user))
					return unknown(
						unseen('unexpected-reply', {
							detail: `the declared role ${user} was not found on the server`,
						}),
						expected,
						{object},
					);
				const ways = names.flatMap(name =>
					name === user ? [[user]] : [membershipPath(memberships.items, user, name) ?? []],
				);
				const way = ways
					.filter(({length}) => length > 0)
					.toSorted((a, b) => a.length - b.length)[0];
				if (way !== undefined) return fail(`${way.join(' -> ')} may replicate`, expected, {object});
				return roles.complete && memberships.complete
					? pass(`${user} may not replicate`, expected, {object})
					: unknown(
							unseen('limit-exceeded', {detail: 'there are more roles than dbvet reads'}),
							expected,
							{object},
						);
			});
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({roles: listed({...plainRole, replication: true})}),
			example({roles: listed({...plainRole, superuser: true})}),
			example({memberships: listed({member: 'shop_app', role: 'rds_replication', admin: false})}),
			example({
				roles: listed(plainRole, {...plainRole, name: 'cdc', replication: true}),
				memberships: listed({member: 'shop_app', role: 'cdc', admin: false}),
			}),
		],
		blind: [blind, example({identities: []}), example({memberships: cut()})],
	},
});
