import {seen, unseen} from '../../engine/check.js';
import {blind, cut, example, listed, observer, plainRole, settings} from '../examples.js';
import {reachable} from '../judge/roles.js';
import {customSetting} from '../judge/settings.js';
import {withValues} from '../judge/values.js';
import {
	defineCheck,
	fail,
	notApplicable,
	pass,
	unknown,
	whenAllSeen,
	whenSeen,
} from '../judge/verdicts.js';
import {splitVersion} from '../versions.js';

const expected = 'no ordinary role may change what is recorded of it';
const records = /^(pgaudit[.]|log_)/;

export const pgPgauditSelfDisable = defineCheck({
	id: 'pg-pgaudit-self-disable',
	title: 'Nobody who is watched can switch the audit off',
	question: 'May a role that is no administrator set what pgAudit and the log record?',
	why: 'The settings belong to superusers. Granted to an application, or to one that may become a superuser, an attacker’s first statement ends the trail.',
	severity: 'high',
	needs: 'any login role, and the roles declared for the target',
	remediation: {
		all: 'REVOKE SET, ALTER SYSTEM ON PARAMETER name FROM role; and take superuser from applications.',
	},
	judge: facts =>
		withValues(facts, expected, {'pgaudit.log': customSetting}, values =>
			values['pgaudit.log'] === undefined
				? [notApplicable('pgAudit is not loaded', expected)]
				: whenSeen(facts.observer, expected, who =>
						whenSeen(facts.provider, expected, provider =>
							whenAllSeen(facts.roles, facts.memberships, expected, (roles, memberships) => {
								const older = splitVersion(who.versionNum).major < 15;
								const {parameterGrants: grants} = facts;
								if (!grants.seen && !older) return [unknown(grants, expected)];
								const granted = (grants.seen ? grants.value.items : []).flatMap(
									({parameter, grantee, privilege}) =>
										records.test(parameter)
											? [
													fail(`${grantee} holds ${privilege} on ${parameter}`, expected, {
														object: `${grantee} ${parameter}`,
													}),
												]
											: [],
								);
								const graph = {roles: roles.items, memberships: memberships.items};
								const powerful = facts.identities.flatMap(({user}) => {
									const self = roles.items.find(({name}) => name === user);
									const way = reachable(graph, user, provider, role => role.superuser)[0]?.path;
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
								const bad = [...granted, ...powerful];
								if (bad.length > 0) return bad;
								const whole =
									roles.complete && memberships.complete && (!grants.seen || grants.value.complete);
								return whole
									? [
											pass(
												'no such setting is granted, and no declared role is a superuser',
												expected,
											),
										]
									: [
											unknown(
												{
													seen: false,
													reason: 'limit-exceeded',
													detail: 'there are more roles or grants than dbvet reads',
												},
												expected,
											),
										];
							}),
						),
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
			example({roles: listed({...plainRole, superuser: true})}),
		],
		blind: [blind, example({parameterGrants: cut()}), example({memberships: cut()})],
		notApplicable: [example({settings: settings({'pgaudit.log': undefined})})],
	},
});
