import {unseen} from '../../engine/check.js';
import {blind, cut, example, listed, plainRole} from '../examples.js';
import {membershipPath, reachable} from '../judge/roles.js';
import {defineCheck, fail, forIdentities, pass, unknown, whenSeen} from '../judge/verdicts.js';

const expected = 'applications cannot replicate';

export const pgReplicationRoles = defineCheck({
	id: 'pg-replication-roles',
	title: 'No application may replicate the server',
	question: 'Do the declared roles go without the right to replicate?',
	why: 'With it a role copies all databases in one go, past the rights on tables and past row security.',
	severity: 'medium',
	needs: 'any login role, and the roles declared for the target',
	remediation: {
		all: 'ALTER ROLE name NOREPLICATION; (REVOKE rds_replication on Amazon), and give replication a role of its own.',
	},
	judge: facts =>
		forIdentities(facts, facts.roles, facts.memberships, expected, (roles, memberships) =>
			whenSeen(facts.provider, expected, provider =>
				facts.identities.map(({user}) => {
					const object = user;
					const role = roles.items.find(({name}) => name === user);
					if (role === undefined)
						return unknown(
							unseen('unexpected-reply', {
								detail: `the declared role ${user} was not found on the server`,
							}),
							expected,
							{object},
						);
					const graph = {roles: roles.items, memberships: memberships.items};
					const [step] = reachable(graph, user, provider, other => other.replication);
					const way = step?.path ?? membershipPath(memberships.items, user, 'rds_replication');
					if (role.replication || way !== undefined)
						return fail(`${way === undefined ? user : way.join(' -> ')} may replicate`, expected, {
							object,
						});
					return roles.complete && memberships.complete
						? pass(`${user} may not replicate`, expected, {object})
						: unknown(
								unseen('limit-exceeded', {detail: 'there are more roles than dbvet reads'}),
								expected,
								{object},
							);
				}),
			),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({roles: listed({...plainRole, replication: true})}),
			example({memberships: listed({member: 'shop_app', role: 'rds_replication', admin: false})}),
			example({
				roles: listed(plainRole, {...plainRole, name: 'cdc', replication: true}),
				memberships: listed({member: 'shop_app', role: 'cdc', admin: false}),
			}),
		],
		blind: [blind, example({identities: []}), example({memberships: cut()})],
	},
});
