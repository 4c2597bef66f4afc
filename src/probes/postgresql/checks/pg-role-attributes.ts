import {blind, example, listed, plainRole} from '../examples.js';
import {isProviderRole} from '../judge/roles.js';
import {defineCheck, fail, judgeListing, whenAllSeen} from '../judge/verdicts.js';

const expected =
	'no login role with CREATEROLE, CREATEDB, REPLICATION or BYPASSRLS that does not need it';

export const pgRoleAttributes = defineCheck({
	id: 'pg-role-attributes',
	title: 'Login roles carry no administrator attributes',
	question: 'Has a login role CREATEROLE, CREATEDB, REPLICATION or BYPASSRLS?',
	why: 'CREATEROLE makes and changes other roles, REPLICATION copies everything, BYPASSRLS reads past every policy. Replicas need REPLICATION: accept such a finding with a waiver.',
	severity: 'medium',
	needs: 'any login role',
	remediation: {
		all: 'ALTER ROLE name NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS; as far as nobody needs them.',
	},
	judge: facts =>
		whenAllSeen(facts.roles, facts.provider, expected, (roles, provider) =>
			judgeListing(roles, expected, {
				offends: role => {
					if (!role.canLogin || role.superuser || isProviderRole(role.name, provider))
						return undefined;
					const grave = [
						...(role.createRole ? ['CREATEROLE'] : []),
						...(role.replication ? ['REPLICATION'] : []),
						...(role.bypassRls ? ['BYPASSRLS'] : []),
					];
					const all = [...grave, ...(role.createDatabase ? ['CREATEDB'] : [])];
					return all.length === 0
						? undefined
						: fail(`${role.name} has ${all.join(', ')}`, expected, {
								object: role.name,
								...(grave.length === 0 ? {severity: 'low'} : {}),
							});
				},
				clean: 'no login role has an administrator attribute',
			}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({roles: listed({...plainRole, bypassRls: true})}),
			example({roles: listed({...plainRole, createDatabase: true})}),
		],
		blind: [blind],
	},
});
