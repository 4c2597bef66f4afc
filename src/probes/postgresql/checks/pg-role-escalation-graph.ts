import {seen, unseen} from '../../engine/check.js';
import {blind, cut, example, listed, observer, plainRole} from '../examples.js';
import {safeFunction} from '../examples-functions.js';
import type {PostgresFacts} from '../facts.js';
import {doubtfulDefiners, publicPower, waysUp, type Graph} from '../judge/escalation.js';
import {isProviderRole, vendorAdminRoles} from '../judge/roles.js';
import {
	defineCheck,
	fail,
	inDatabase,
	pass,
	unknown,
	whenAllSeen,
	whenSeen,
} from '../judge/verdicts.js';
import {splitVersion} from '../versions.js';
import {shownBy} from '../sources.js';

const expected = 'no login that is no superuser has a way to become one';

const lender = {...safeFunction, owner: 'postgres', ownerPowerful: true, callers: ['shop_app']};

/** All that the ways lead over, and whether the lists are whole; unseen as soon as one of them is. */
const graphOf = (facts: PostgresFacts, major: number) => {
	const none = {items: [], complete: true} as const;
	const {roles, memberships, adminFunctions, eventTriggers, foreignTriggers} = facts;
	const {definerFunctions: definers} = facts;
	const parameters =
		!facts.parameterGrants.seen && major < 15
			? ({seen: true, value: none} as const)
			: facts.parameterGrants;
	if (!roles.seen) return roles;
	if (!memberships.seen) return memberships;
	if (!adminFunctions.seen) return adminFunctions;
	if (!parameters.seen) return parameters;
	if (!eventTriggers.seen) return eventTriggers;
	if (!foreignTriggers.seen) return foreignTriggers;
	if (!definers.seen) return definers;
	const lists = [
		...[roles, memberships, adminFunctions, parameters],
		...[eventTriggers, foreignTriggers, definers],
	];
	const graph: Graph = {
		major,
		roles: roles.value.items,
		memberships: memberships.value.items,
		functions: adminFunctions.value.items,
		parameters: parameters.value.items,
		eventTriggers: eventTriggers.value.items,
		foreignTriggers: foreignTriggers.value.items,
		definers: definers.value.items,
	};
	return seen({graph, complete: lists.every(({value}) => value.complete)});
};

export const pgRoleEscalationGraph = defineCheck({
	id: 'pg-role-escalation-graph',
	title: 'No role has a known way to superuser',
	question:
		'Can a login that is no superuser become one through roles, functions, settings or triggers?',
	why: 'Each right looks harmless by itself; together they are a ladder. Memberships, predefined roles, CREATEROLE before 16, functions that write files, settings that run commands, triggers whose code belongs to somebody else and functions that run what they are told are followed.',
	severity: 'high',
	source: shownBy(
		'roles',
		'memberships',
		'adminFunctions',
		'eventTriggers',
		'foreignTriggers',
		'definerFunctions',
		'parameterGrants',
	),
	needs: 'any login role',
	remediation: {
		all: 'Cut the way at its weakest step: REVOKE the membership or right, or give the function to the owner of what calls it.',
	},
	judge: facts =>
		whenAllSeen(facts.observer, facts.provider, expected, (who, provider) =>
			whenSeen(
				graphOf(facts, splitVersion(who.versionNum).major),
				expected,
				({graph, complete}) => {
					const managed = provider.platform !== undefined;
					const ofProvider = (name: string): boolean =>
						isProviderRole(name, provider) || (managed && vendorAdminRoles.includes(name));
					const starts = graph.roles
						.filter(({name, canLogin, superuser}) => canLogin && !superuser && !ofProvider(name))
						.map(({name}) => name);
					const everybody = publicPower(graph);
					const declared = new Set(facts.identities.map(({user}) => user));
					const bad = [
						...(everybody === undefined
							? []
							: [
									fail(`PUBLIC ${everybody} ${inDatabase(facts)}`, expected, {
										object: 'PUBLIC',
										severity: 'critical' as const,
									}),
								]),
						...[...waysUp(graph, starts, ofProvider)].map(([name, {path, power}]) =>
							// Providers keep their own administrators from that grant.
							managed && power.includes('CREATEROLE')
								? fail(
										`${path.join(' -> ')} ${power}, unless the provider forbids it ${inDatabase(facts)}`,
										expected,
										{object: name, severity: 'low'},
									)
								: fail(`${path.join(' -> ')} ${power} ${inDatabase(facts)}`, expected, {
										object: name,
										...(declared.has(name) ? {severity: 'critical' as const} : {}),
									}),
						),
					];
					if (bad.length > 0) return bad;
					const {doubtful, others} = doubtfulDefiners(graph, ofProvider);
					const [first] = doubtful;
					if (first !== undefined)
						return [
							unknown(
								unseen('client-cannot-offer', {
									detail: `${first.name} lends ${first.callers.join(', ')} the rights of ${first.owner}${doubtful.length > 1 ? `, and ${doubtful.length - 1} more functions lend rights likewise` : ''}: it builds statements, is in a language that cannot be followed, or has no fixed search_path, so that what its callers can do with it is not known`,
								}),
								expected,
								{
									remediation:
										'REVOKE EXECUTE ON the function FROM those who need it not, give it to an owner with no more rights than it needs, and pin its search_path.',
								},
							),
						];
					return complete
						? [
								pass(
									`none of ${starts.length} logins has one of the known ways up ${inDatabase(facts)}; there are others${others === 0 ? '' : `, what ${others} SECURITY DEFINER function(s) of powerful owners do with fixed statements was not judged`}, and other databases`,
									expected,
								),
							]
						: [
								unknown(
									unseen('limit-exceeded', {
										detail: 'there are more roles or rights than dbvet reads',
									}),
									expected,
								),
							];
				},
			),
		),
	examples: {
		healthy: [
			example(),
			example({
				observer: seen({...observer, versionNum: 120_022}),
				parameterGrants: unseen('unsupported-version'),
			}),
			example({roles: listed({...plainRole, createRole: true})}),
			example({definerFunctions: listed(lender)}),
			example({definerFunctions: listed({...lender, dynamic: true, callers: []})}),
		],
		defective: [
			example({definerFunctions: listed({...lender, dynamic: true, runsArgument: true})}),
			example({
				memberships: listed(
					{member: 'shop_app', role: 'staff', admin: false},
					{member: 'staff', role: 'postgres', admin: false},
				),
			}),
			example({
				observer: seen({...observer, versionNum: 150_018}),
				roles: listed({...plainRole, createRole: true}),
			}),
			example({
				parameterGrants: listed({
					parameter: 'archive_command',
					grantee: 'shop_app',
					privilege: 'ALTER SYSTEM',
				}),
			}),
			example({
				adminFunctions: listed({function: 'lo_export(oid, text)', grantee: 'PUBLIC', severe: true}),
			}),
			example({
				foreignTriggers: listed({
					table: 'public.orders',
					tableOwner: 'postgres',
					function: 'public.note()',
					owner: 'shop_app',
				}),
			}),
		],
		blind: [
			blind,
			example({definerFunctions: listed({...lender, dynamic: true})}),
			example({definerFunctions: listed({...lender, searchPath: null})}),
			example({definerFunctions: cut()}),
			example({memberships: cut()}),
			example({foreignTriggers: cut()}),
		],
	},
});
