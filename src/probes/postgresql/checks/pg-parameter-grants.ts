import {seen, unseen} from '../../engine/check.js';
import {blind, cut, example, listed, observer} from '../examples.js';
import {isProviderRole, vendorAdminRoles} from '../judge/roles.js';
import {splitVersion} from '../versions.js';
import {
	defineCheck,
	fail,
	judgeListing,
	notApplicable,
	whenAllSeen,
	whenSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no ordinary role may set superuser settings that audit or protection depend on';
const grave =
	/^(session_replication_role|row_security|log_.*|pgaudit\..*|session_preload_libraries|local_preload_libraries|dynamic_library_path|shared_preload_libraries)$/;

export const pgParameterGrants = defineCheck({
	id: 'pg-parameter-grants',
	title: 'Superuser settings are not handed out',
	question: 'May an ordinary role change settings that are reserved to superusers?',
	why: 'Since PostgreSQL 15 single settings can be granted. Who may set session_replication_role switches triggers off; who may set log settings switches his own traces off.',
	severity: 'high',
	source: shownBy('parameterGrants'),
	needs: 'any login role, PostgreSQL 15 or newer',
	remediation: {all: 'REVOKE SET, ALTER SYSTEM ON PARAMETER name FROM role;'},
	judge: facts =>
		whenSeen(facts.observer, expected, who =>
			splitVersion(who.versionNum).major < 15
				? [notApplicable('settings cannot be granted before PostgreSQL 15', expected)]
				: whenAllSeen(facts.parameterGrants, facts.provider, expected, (grants, provider) =>
						judgeListing(grants, expected, {
							offends: ({parameter, grantee, privilege}) =>
								isProviderRole(grantee, provider) ||
								(provider.platform !== undefined && vendorAdminRoles.includes(grantee))
									? undefined
									: fail(`${grantee} holds ${privilege} on ${parameter}`, expected, {
											object: `${grantee} ${parameter}`,
											severity:
												privilege === 'ALTER SYSTEM' || grave.test(parameter) ? 'high' : 'low',
										}),
							clean: 'no setting is granted to an ordinary role',
						}),
					),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({
				parameterGrants: listed({
					parameter: 'session_replication_role',
					grantee: 'shop_app',
					privilege: 'SET',
				}),
			}),
			// A name of one's own that begins as those of the provider do.
			example({
				provider: seen({platform: 'aws-rds', candidates: ['aws-rds'], signs: []}),
				parameterGrants: listed({parameter: 'log_statement', grantee: 'rdsapp', privilege: 'SET'}),
			}),
		],
		blind: [
			blind,
			example({parameterGrants: cut()}),
			example({parameterGrants: unseen('permission-denied')}),
		],
		notApplicable: [example({observer: seen({...observer, versionNum: 140_010})})],
	},
});
