import {seen, unseen, type Verdict} from '../../engine/check.js';
import {blind, cut, example, listed, observer, plainRole, settings} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import type {Membership, ParameterGrant, Role} from '../facts/roles.js';
import type {Provider} from '../facts/server.js';
import {isProviderRole, reachable, vendorAdminRoles} from '../judge/roles.js';
import {customSetting} from '../judge/settings.js';
import {withValues} from '../judge/values.js';
import {
	defineCheck,
	fail,
	notApplicable,
	pass,
	undeclared,
	unknown,
	whenAllSeen,
} from '../judge/verdicts.js';
import {splitVersion} from '../versions.js';
import {shownBy} from '../sources.js';

const expected = 'no ordinary role may change what is recorded of it';
/** Settings that decide what is recorded; those of libraries and triggers take pgAudit itself away. */
const records =
	/^(pgaudit[.]|log_|logging_collector$|syslog_|shared_preload_libraries$|event_triggers$|session_replication_role$)/;
const nothing = {seen: true, value: {items: [], complete: true}} as const;

/** Administrators that a provider hands out in place of superusers are no ordinary roles. */
const grantedTo = (grants: readonly ParameterGrant[], provider: Provider): readonly Verdict[] =>
	grants
		.filter(({parameter, grantee}) => {
			const handedOut = provider.platform !== undefined && vendorAdminRoles.includes(grantee);
			return records.test(parameter) && !handedOut && !isProviderRole(grantee, provider);
		})
		.map(({parameter, grantee, privilege}) =>
			fail(`${grantee} holds ${privilege} on ${parameter}`, expected, {
				object: `${grantee} ${parameter}`,
			}),
		);

const superusersAmong = (
	{identities}: Pick<PostgresFacts, 'identities'>,
	roles: readonly Role[],
	memberships: readonly Membership[],
	provider: Provider,
): readonly Verdict[] =>
	identities.flatMap(({user}) => {
		const self = roles.find(({name}) => name === user);
		const way = reachable({roles, memberships}, user, provider, role => role.superuser)[0]?.path;
		return self?.superuser === true || way !== undefined
			? [
					fail(
						`the application’s role ${way?.join(' -> ') ?? user} may switch it off as a superuser`,
						expected,
						{object: user},
					),
				]
			: [];
	});

export const pgPgauditSelfDisable = defineCheck({
	id: 'pg-pgaudit-self-disable',
	title: 'Nobody who is watched can switch the audit off',
	question: 'May a role that is no administrator set what pgAudit and the log record?',
	why: 'The settings belong to superusers. Granted to an application, or to one that may become a superuser, an attacker’s first statement ends the trail.',
	severity: 'high',
	source: shownBy('setting pgaudit.log', 'roles', 'memberships', 'parameterGrants'),
	needs: 'any login role, and the roles declared for the target',
	remediation: {
		all: 'REVOKE SET, ALTER SYSTEM ON PARAMETER name FROM role; and take superuser from applications.',
	},
	judge: facts =>
		withValues(facts, expected, {'pgaudit.log': customSetting}, values =>
			whenAllSeen(facts.observer, facts.provider, expected, (who, provider) =>
				whenAllSeen(facts.roles, facts.memberships, expected, (roles, memberships) => {
					const older = splitVersion(who.versionNum).major < 15;
					const grants = older ? nothing : facts.parameterGrants;
					if (!grants.seen) return [unknown(grants, expected)];
					const bad = [
						...grantedTo(grants.value.items, provider),
						...superusersAmong(facts, roles.items, memberships.items, provider),
					];
					if (bad.length > 0) return bad;
					if (values['pgaudit.log'] === undefined)
						return [notApplicable('pgAudit is not loaded', expected)];
					if (facts.identities.length === 0) return [undeclared(expected)];
					const gone = facts.identities.find(
						({user}) => !roles.items.some(({name}) => name === user),
					);
					if (gone !== undefined)
						return [
							unknown(
								unseen('unexpected-reply', {
									detail: `the declared role ${gone.user} was not found on the server`,
								}),
								expected,
							),
						];
					return roles.complete && memberships.complete && grants.value.complete
						? [
								pass(
									'no such setting is granted, and no declared role is, or may become, a superuser',
									expected,
								),
							]
						: [
								unknown(
									unseen('limit-exceeded', {
										detail: 'there are more roles or grants than dbvet reads',
									}),
									expected,
								),
							];
				}),
			),
		),
	examples: {
		healthy: [
			example(),
			example({
				observer: seen({...observer, versionNum: 140_010}),
				parameterGrants: unseen('unsupported-version'),
			}),
		],
		defective: [
			example({
				parameterGrants: listed({
					parameter: 'pgaudit.log',
					grantee: 'shop_app',
					privilege: 'SET',
				}),
			}),
			example({
				parameterGrants: listed({
					parameter: 'shared_preload_libraries',
					grantee: 'shop_app',
					privilege: 'ALTER SYSTEM',
				}),
			}),
			example({roles: listed({...plainRole, superuser: true})}),
		],
		blind: [
			blind,
			example({parameterGrants: cut()}),
			example({memberships: cut()}),
			example({identities: []}),
			example({roles: listed()}),
		],
		notApplicable: [example({settings: settings({'pgaudit.log': undefined})})],
	},
});
