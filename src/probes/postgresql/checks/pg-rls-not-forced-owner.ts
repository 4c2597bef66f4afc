import {unseen} from '../../engine/check.js';
import {blind, cut, example, listed} from '../examples.js';
import {protectedTable} from '../examples-tables.js';
import {membershipPath} from '../judge/roles.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	forIdentities,
	unknown,
	whenSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'an application is bound by the policies of the tables it uses';
const unforced = {...protectedTable, forced: false, owner: 'shop_app'};

export const pgRlsNotForcedOwner = defineCheck({
	id: 'pg-rls-not-forced-owner',
	title: 'No application escapes policies as an owner',
	question: 'Does an application log in as the owner of tables whose policies do not bind owners?',
	why: 'Policies do not hold for a table’s owner unless they are forced. An application that owns its tables sees all tenants’ rows.',
	severity: 'high',
	source: shownBy('tenantTables', 'memberships', 'roles'),
	needs: 'any login role, and the application’s role declared for the target',
	remediation: {
		all: 'ALTER TABLE name FORCE ROW LEVEL SECURITY; or better give the tables to an owner that nobody logs in as.',
	},
	judge: facts =>
		forIdentities(facts, facts.tenantTables, facts.memberships, expected, (tables, memberships) => {
			const verdicts = judgeListing(
				{items: tables.items, complete: tables.complete && memberships.complete},
				expected,
				{
					offends: table => {
						if (!table.rowSecurity || table.forced) return undefined;
						const who = facts.identities.find(
							({user}) =>
								user === table.owner ||
								membershipPath(memberships.items, user, table.owner) !== undefined,
						);
						return who === undefined
							? undefined
							: fail(
									`${table.name} belongs to ${table.owner}, so its policies do not bind ${who.user} ${inDatabase(facts)}`,
									expected,
									{object: table.name},
								);
					},
					clean: `no declared role owns a table with unforced row security ${inDatabase(facts)}`,
				},
			);
			if (verdicts.some(({outcome}) => outcome !== 'pass')) return verdicts;
			return whenSeen(facts.roles, expected, ({items}) => {
				const gone = facts.identities.find(({user}) => !items.some(({name}) => name === user));
				return gone === undefined
					? verdicts
					: [
							unknown(
								unseen('unexpected-reply', {
									detail: `the declared role ${gone.user} was not found on the server`,
								}),
								expected,
							),
						];
			});
		}),
	examples: {
		healthy: [example(), example({tenantTables: listed({...unforced, owner: 'shop_owner'})})],
		defective: [
			example({tenantTables: listed(unforced)}),
			example({
				tenantTables: listed({...unforced, owner: 'shop_owner'}),
				memberships: listed({member: 'shop_app', role: 'shop_owner', admin: false}),
			}),
		],
		blind: [
			blind,
			example({identities: []}),
			example({roles: listed()}),
			example({tenantTables: cut(protectedTable)}),
		],
	},
});
