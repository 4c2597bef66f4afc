import type {Verdict} from '../../engine/check.js';
import {unseen} from '../../engine/check.js';
import {blind, cut, example, listed, plainRole} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import type {DeclaredIdentity, IdentityPrivilege} from '../facts/roles.js';
import {defineCheck, fail, inDatabase, pass, unknown, forIdentities} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'reporting roles only read; application roles only read and change rows';
const reporting = {role: 'reporting', user: 'shop_bi', database: 'shop'} as const;

/** What a role of that purpose should not hold, with the severity; undefined for what it may. */
const excess = (
	{role}: DeclaredIdentity,
	{privilege, kind, owned}: IdentityPrivilege,
): Verdict['severity'] => {
	if (role === 'reporting') return privilege === 'TEMPORARY' ? 'low' : 'high';
	// CREATE and ownership are for changing the schema; TEMPORARY is what PUBLIC has.
	if (kind === 'schema' || kind === 'database')
		return privilege === 'CREATE' ? 'medium' : undefined;
	if (kind !== 'table' || owned) return undefined;
	if (privilege === 'TRIGGER') return 'medium';
	return ['TRUNCATE', 'REFERENCES', 'MAINTAIN'].includes(privilege) ? 'low' : undefined;
};

/** An application that owns tables, or may act as their owner, changes and drops them: its rights on them are no grants. */
const ownership = (
	facts: PostgresFacts,
	identity: DeclaredIdentity,
	privileges: readonly IdentityPrivilege[],
): readonly Verdict[] => {
	if (identity.role === 'reporting') return [];
	const owned = privileges.filter(
		({user, kind, owned: own}) => own && user === identity.user && kind === 'table',
	);
	const [most] = owned.toSorted((a, b) => b.objects - a.objects);
	return most === undefined
		? []
		: [
				fail(
					`${identity.user} (${identity.role}) owns, or may act as the owner of, ${most.objects} table object(s) ${inDatabase(facts)}, for example ${most.example}: it may change and drop them`,
					expected,
					{object: `${identity.user} OWNER table`, severity: 'medium'},
				),
			];
};

const judgeIdentity = (
	facts: PostgresFacts,
	identity: DeclaredIdentity,
	privileges: readonly IdentityPrivilege[],
): readonly Verdict[] => {
	const bad = privileges.flatMap(privilege => {
		const severity = privilege.user === identity.user ? excess(identity, privilege) : undefined;
		return severity === undefined
			? []
			: [
					fail(
						`${identity.user} (${identity.role}) holds ${privilege.privilege} on ${privilege.objects} ${privilege.kind} object(s) ${inDatabase(facts)}, for example ${privilege.example}`,
						expected,
						{object: `${identity.user} ${privilege.privilege} ${privilege.kind}`, severity},
					),
				];
	});
	const all = [...ownership(facts, identity, privileges), ...bad];
	return all.length > 0
		? all
		: [
				pass(
					`${identity.user} (${identity.role}) holds nothing beyond it, and neither owns nor creates objects ${inDatabase(facts)}`,
					expected,
					{
						object: identity.user,
					},
				),
			];
};

export const pgExcessiveDml = defineCheck({
	id: 'pg-excessive-dml',
	title: 'Reporting only reads, applications only change rows',
	question: 'Does a reporting role hold a write privilege, or an application more than rows need?',
	why: 'A read-only account is only as good as its privileges. TRIGGER lets a role run its code as whoever writes to the table; TRUNCATE empties tables past row triggers and policies; who owns tables or creates them changes the schema.',
	severity: 'medium',
	source: shownBy('identityPrivileges', 'roles'),
	needs: 'any login role, and the roles declared for the target',
	remediation: {
		all: 'REVOKE what is named here from the role (or from the group or PUBLIC that gives it) and grant SELECT, or SELECT, INSERT, UPDATE, DELETE, only. Let another role own the tables and run the migrations: ALTER TABLE name OWNER TO it.',
	},
	judge: facts =>
		forIdentities(facts, facts.identityPrivileges, facts.roles, expected, (privileges, roles) =>
			facts.identities.flatMap(identity => {
				const object = identity.user;
				const role = roles.items.find(({name}) => name === identity.user);
				if (role === undefined || !privileges.complete)
					return [
						unknown(
							unseen(role === undefined ? 'unexpected-reply' : 'limit-exceeded', {
								detail:
									role === undefined
										? `the declared role ${identity.user} was not found on the server`
										: 'there are more privileges than dbvet reads',
							}),
							expected,
							{object},
						),
					];
				if (role.superuser)
					return [
						fail(`${identity.user} is a superuser and so holds every privilege`, expected, {
							object,
							severity: 'high',
						}),
					];
				const here = facts.observer.seen ? facts.observer.value.database : undefined;
				if (identity.database !== here)
					return [
						unknown(
							unseen('client-cannot-offer', {
								detail: `dbvet looked into database ${here ?? '(unknown)'}; this role works in ${identity.database}`,
							}),
							expected,
							{object},
						),
					];
				return judgeIdentity(facts, identity, privileges.items);
			}),
		),
	examples: {
		healthy: [
			example(),
			example({identities: [reporting], roles: listed({...plainRole, name: 'shop_bi'})}),
		],
		defective: [
			example({
				identities: [reporting],
				roles: listed({...plainRole, name: 'shop_bi'}),
				identityPrivileges: listed({
					user: 'shop_bi',
					kind: 'table',
					privilege: 'INSERT',
					objects: 3,
					example: 'public.orders',
					owned: false,
				}),
			}),
			example({
				identityPrivileges: listed({
					user: 'shop_app',
					kind: 'table',
					privilege: 'TRIGGER',
					objects: 1,
					example: 'public.orders',
					owned: false,
				}),
			}),
			example({
				identityPrivileges: listed({
					user: 'shop_app',
					kind: 'table',
					privilege: 'INSERT',
					objects: 4,
					example: 'public.orders',
					owned: true,
				}),
			}),
			example({
				identityPrivileges: listed({
					user: 'shop_app',
					kind: 'schema',
					privilege: 'CREATE',
					objects: 1,
					example: 'store',
					owned: false,
				}),
			}),
		],
		blind: [
			blind,
			example({identityPrivileges: cut()}),
			example({identities: []}),
			example({roles: listed()}),
			example({identities: [{...reporting, user: 'shop_app', database: 'other'}]}),
		],
	},
});
