import {blind, cut, example, listed} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import type {FunctionGrant} from '../facts/roles.js';
import {isProviderRole, vendorAdminRoles} from '../judge/roles.js';
import {defineCheck, fail, inDatabase, judgeListing, whenAllSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'functions for files, the log and the WAL are left to superusers and predefined roles';

/** What the manual of pg_rewind has one grant to a role of its own, so that a failover needs no superuser. */
const rewind = ['pg_ls_dir', 'pg_stat_file', 'pg_read_binary_file'];
const nameOf = ({function: text}: FunctionGrant): string => text.replace(/\(.*$/s, '');

/** Roles that hold all of that and nothing else, and that no application or report uses. */
const rewinders = (
	grants: readonly FunctionGrant[],
	{identities}: PostgresFacts,
): ReadonlySet<string> => {
	const held = new Map<string, Set<string>>();
	for (const grant of grants)
		held.set(grant.grantee, (held.get(grant.grantee) ?? new Set()).add(nameOf(grant)));
	return new Set(
		[...held].flatMap(([grantee, names]) =>
			grantee !== 'PUBLIC' &&
			identities.every(({user}) => user !== grantee) &&
			names.size === rewind.length &&
			rewind.every(name => names.has(name))
				? [grantee]
				: [],
		),
	);
};

export const pgAdminFunctionGrants = defineCheck({
	id: 'pg-admin-function-grants',
	title: 'Administrative functions are not handed out',
	question: 'May an ordinary role execute a function that reaches files or other servers?',
	why: 'pg_read_file, lo_import, dblink_connect_u and their like reach what grants on tables never would.',
	severity: 'high',
	source: shownBy('adminFunctions'),
	needs: 'any login role',
	remediation: {
		all: 'REVOKE EXECUTE ON FUNCTION name(arguments) FROM the role (or PUBLIC) named here.',
	},
	judge: facts =>
		whenAllSeen(facts.adminFunctions, facts.provider, expected, (grants, provider) => {
			const forRewind = rewinders(grants.items, facts);
			return judgeListing(grants, expected, {
				offends: item =>
					isProviderRole(item.grantee, provider) ||
					(provider.platform !== undefined && vendorAdminRoles.includes(item.grantee))
						? undefined
						: fail(
								`${item.grantee} may execute ${item.function}${forRewind.has(item.grantee) ? ' (what pg_rewind needs)' : ''} ${inDatabase(facts)}`,
								expected,
								{
									object: `${item.grantee} ${item.function}`,
									severity: forRewind.has(item.grantee) ? 'info' : item.severe ? 'high' : 'low',
								},
							),
				clean: `no ordinary role may execute one ${inDatabase(facts)}`,
			});
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({
				adminFunctions: listed({
					function: 'pg_read_file(text)',
					grantee: 'shop_app',
					severe: true,
				}),
			}),
		],
		blind: [blind, example({adminFunctions: cut()})],
	},
});
