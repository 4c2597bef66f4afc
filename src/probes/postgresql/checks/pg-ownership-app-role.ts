import {unseen} from '../../engine/check.js';
import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, forIdentities, inDatabase, pass, unknown} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'tables belong to a role that applications do not log in as';
const owned = {
	user: 'shop_app',
	kind: 'table',
	privilege: 'INSERT',
	objects: 4,
	example: 'public.orders',
	owned: true,
} as const;

export const pgOwnershipAppRole = defineCheck({
	id: 'pg-ownership-app-role',
	title: 'Applications do not own their tables',
	question:
		'Do the tables, and the schemas that they are in, belong to another role than the applications log in as?',
	why: 'An owner drops and alters tables, switches row security and triggers off, and no REVOKE binds it. With one small application a role for migrations may be too much.',
	severity: 'medium',
	source: shownBy('identityPrivileges', 'roles'),
	needs: 'any login role, and the roles declared for the target',
	remediation: {
		all: 'Create a NOLOGIN role, ALTER TABLE name OWNER TO it, run migrations as a member of it, and grant the application rows only.',
	},
	judge: facts =>
		forIdentities(facts, facts.identityPrivileges, facts.roles, expected, (privileges, roles) =>
			facts.identities.map(({user, database}) => {
				const object = user;
				const [most] = privileges.items
					.filter(item => item.user === user && item.owned && item.kind === 'table')
					.toSorted((a, b) => b.objects - a.objects);
				if (most !== undefined)
					return fail(
						`${user} owns, or may act as the owner of, ${most.objects} tables ${inDatabase(facts)}, for example ${most.example}`,
						expected,
						{object},
					);
				const [schema] = privileges.items
					.filter(item => item.user === user && item.owned && item.kind === 'schema')
					.toSorted((a, b) => b.objects - a.objects);
				if (schema !== undefined)
					return fail(
						`${user} owns, or may act as the owner of, ${schema.objects} schemas with tables ${inDatabase(facts)}, for example ${schema.example}: it may drop whatever is in them`,
						expected,
						{object},
					);
				const here = facts.observer.seen ? facts.observer.value.database : undefined;
				if (here !== database || !privileges.complete)
					return unknown(
						unseen(here === database ? 'limit-exceeded' : 'client-cannot-offer', {
							detail:
								here === database
									? 'there are more privileges than dbvet reads'
									: `dbvet looked into database ${here ?? '(unknown)'}; this role works in ${database}`,
						}),
						expected,
						{object},
					);
				return roles.items.some(({name}) => name === user)
					? pass(`${user} owns no table, and no schema of one, ${inDatabase(facts)}`, expected, {
							object,
						})
					: unknown(
							unseen('unexpected-reply', {
								detail: `the declared role ${user} was not found on the server`,
							}),
							expected,
							{object},
						);
			}),
		),
	examples: {
		healthy: [example(), example({identityPrivileges: listed({...owned, owned: false})})],
		defective: [
			example({identityPrivileges: listed(owned)}),
			example({identityPrivileges: listed({...owned, kind: 'schema', privilege: 'OWNER'})}),
		],
		blind: [
			blind,
			example({identities: []}),
			example({identityPrivileges: cut()}),
			example({roles: listed()}),
		],
	},
});
