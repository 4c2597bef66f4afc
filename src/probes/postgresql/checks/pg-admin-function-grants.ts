import {blind, cut, example, listed} from '../examples.js';
import {isProviderRole, vendorAdminRoles} from '../judge/roles.js';
import {defineCheck, fail, inDatabase, judgeListing, whenAllSeen} from '../judge/verdicts.js';

const expected =
	'functions for files, the log and the WAL are left to superusers and predefined roles';

export const pgAdminFunctionGrants = defineCheck({
	id: 'pg-admin-function-grants',
	title: 'Administrative functions are not handed out',
	question: 'May an ordinary role execute a function that reaches files or other servers?',
	why: 'pg_read_file, lo_import, dblink_connect_u and their like reach what grants on tables never would.',
	severity: 'high',
	needs: 'any login role',
	remediation: {
		all: 'REVOKE EXECUTE ON FUNCTION name(arguments) FROM the role (or PUBLIC) named here.',
	},
	judge: facts =>
		whenAllSeen(facts.adminFunctions, facts.provider, expected, (grants, provider) =>
			judgeListing(grants, expected, {
				offends: item =>
					isProviderRole(item.grantee, provider) ||
					(provider.platform !== undefined && vendorAdminRoles.includes(item.grantee))
						? undefined
						: fail(`${item.grantee} may execute ${item.function} ${inDatabase(facts)}`, expected, {
								object: `${item.grantee} ${item.function}`,
								severity: item.severe ? 'high' : 'low',
							}),
				clean: `no ordinary role may execute one ${inDatabase(facts)}`,
			}),
		),
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
