import type {Verdict} from '../../engine/check.js';
import {unseen} from '../../engine/check.js';
import {blind, example, listed, plainRole} from '../examples.js';
import {membershipPath} from '../judge/roles.js';
import {defineCheck, fail, pass, unknown, forIdentities} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no declared role has, or can switch to, BYPASSRLS or superuser';

export const pgRlsBypassRoles = defineCheck({
	id: 'pg-rls-bypass-roles',
	title: 'Applications cannot bypass row security',
	question: 'May a role that an application logs in as pass by every policy?',
	why: 'A superuser and a role with BYPASSRLS see all rows of all tenants, and so does whoever may SET ROLE to one.',
	severity: 'high',
	source: shownBy('roles', 'memberships'),
	needs: 'any login role, and the application’s role declared for the target',
	remediation: {
		all: 'ALTER ROLE name NOBYPASSRLS; or revoke the membership that leads to such a role.',
	},
	judge: facts =>
		forIdentities(facts, facts.roles, facts.memberships, expected, (roles, memberships) => {
			const strong = roles.items.filter(role => role.superuser || role.bypassRls);
			return facts.identities.map(({user}): Verdict => {
				const object = user;
				for (const {name} of strong) {
					const path = name === user ? [name] : membershipPath(memberships.items, user, name);
					if (path !== undefined)
						return fail(`${path.join(' -> ')} bypasses row security`, expected, {object});
				}
				const known = roles.items.some(({name}) => name === user);
				if (known && roles.complete && memberships.complete)
					return pass(
						`${user} is no superuser, has no BYPASSRLS, and may become no role that has`,
						expected,
						{object},
					);
				return unknown(
					unseen(known ? 'limit-exceeded' : 'unexpected-reply', {
						detail: known
							? 'not all roles and memberships were read'
							: `the declared role ${user} was not found on the server`,
					}),
					expected,
					{object},
				);
			});
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({roles: listed({...plainRole, bypassRls: true})}),
			example({
				roles: listed(plainRole, {...plainRole, name: 'service', bypassRls: true}),
				memberships: listed({member: 'shop_app', role: 'service', admin: false}),
			}),
		],
		blind: [blind, example({identities: []}), example({roles: listed()})],
	},
});
