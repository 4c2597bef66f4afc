import type {z} from 'zod';
import type {EventTrigger, ForeignTrigger} from '../facts/code.js';
import type {DefinerFunction} from '../facts/objects.js';
import type {FunctionGrant, Membership, ParameterGrant, Role} from '../facts/roles.js';
import {inForce, membershipPath} from './roles.js';

/** What the ways to superuser are looked for in. */
export type Graph = {
	readonly major: number;
	readonly roles: readonly Role[];
	readonly memberships: readonly Membership[];
	readonly functions: readonly FunctionGrant[];
	readonly parameters: readonly ParameterGrant[];
	readonly eventTriggers: readonly EventTrigger[];
	readonly foreignTriggers: readonly z.infer<typeof ForeignTrigger>[];
	readonly definers: readonly DefinerFunction[];
};

/** A way up: the roles that are taken one after the other, and what the last of them can do. */
export type Way = {readonly path: readonly string[]; readonly power: string};

/** Predefined roles that act as the system user of the server (PostgreSQL manual, Predefined Roles). */
const systemRoles: Readonly<Record<string, string>> = {
	pg_execute_server_program: 'runs programs as the server’s system user',
	pg_write_server_files: 'writes files as the server’s system user',
};
/** Functions that write files, or log in elsewhere with the rights of the server. */
const systemFunctions = /^(lo_export|pg_file_write|pg_file_rename|dblink_connect_u)\(/;
/** Settings that name a command or a library that the server runs, or the file that says who is let in as whom. */
const commandSettings =
	/^(archive_command|archive_library|archive_cleanup_command|restore_command|recovery_end_command|ssl_passphrase_command|(shared|session|local)_preload_libraries|dynamic_library_path|extension_control_path|oauth_validator_libraries|jit_provider|hba_file|ident_file)$/;
/** Of these those that a role which may set them sets for its own next session. */
const sessionSettings = /^(session_preload_libraries|dynamic_library_path|extension_control_path)$/;

const powerOfRole = ({name, superuser, createRole}: Role, major: number): string | undefined => {
	if (superuser) return 'is a superuser';
	if (createRole && major < 16)
		return 'may grant itself pg_execute_server_program (CREATEROLE before 16)';
	return Object.hasOwn(systemRoles, name) ? systemRoles[name] : undefined;
};

/** What each role may do that makes it a superuser; only roles with such a power are in the map. */
const powersOf = (graph: Graph): ReadonlyMap<string, string> => {
	const powers = new Map<string, string>();
	const give = (role: string, power: string): void => {
		if (!powers.has(role)) powers.set(role, power);
	};
	for (const role of graph.roles) {
		const power = powerOfRole(role, graph.major);
		if (power !== undefined) give(role.name, power);
	}
	for (const {function: name, grantee} of graph.functions)
		if (systemFunctions.test(name)) give(grantee, `may call ${name}`);
	for (const {parameter, grantee, privilege} of graph.parameters)
		if ((privilege === 'ALTER SYSTEM' ? commandSettings : sessionSettings).test(parameter))
			give(grantee, `may change ${parameter}, which the server obeys`);
	for (const {name, owner, ownerSuperuser, enabled} of graph.eventTriggers)
		if (!ownerSuperuser && enabled)
			give(owner, `owns the function of event trigger ${name}, which superusers run`);
	for (const {owner, table, tableOwner} of graph.foreignTriggers)
		give(owner, `owns the function of a trigger on ${table} of superuser ${tableOwner}`);
	for (const [caller, power] of lent(graph, powers)) give(caller, power);
	return powers;
};

/** SECURITY DEFINER functions that others may call and whose owner has a power, or inherits that of a predefined role. */
const powerfulDefiners = (
	{definers, memberships}: Graph,
	powers: ReadonlyMap<string, string>,
): readonly DefinerFunction[] =>
	definers.filter(
		({owner, callers}) =>
			callers.length > 0 &&
			(powers.has(owner) ||
				Object.keys(systemRoles).some(
					role => membershipPath(memberships, owner, role) !== undefined,
				)),
	);

/** Who may have the rights of a powerful owner by telling one of its functions what to run. */
const lent = (
	graph: Graph,
	powers: ReadonlyMap<string, string>,
): readonly (readonly [caller: string, power: string])[] =>
	powerfulDefiners(graph, powers).flatMap(({name, owner, callers, runsArgument, trigger}) =>
		runsArgument && !trigger
			? callers.map(
					caller =>
						[
							caller,
							`may call ${name}, which runs what it is told with the rights of ${owner}`,
						] as const,
				)
			: [],
	);

/**
 * Functions that lend a power to others and of which nobody can say from outside what they do with it: those that build
 * statements or are written in another language, and those whose names mean what the caller wants.
 */
export const doubtfulDefiners = (
	graph: Graph,
	skip: (role: string) => boolean,
): {readonly doubtful: readonly DefinerFunction[]; readonly others: number} => {
	const all = powerfulDefiners(graph, powersOf(graph)).filter(({owner}) => !skip(owner));
	const doubtful = all.filter(
		({dynamic, searchPath, bound}) => dynamic || (searchPath === null && !bound),
	);
	return {doubtful, others: all.length - doubtful.length};
};

/** What PUBLIC may do, and so everybody. */
export const publicPower = (graph: Graph): string | undefined => powersOf(graph).get('PUBLIC');

/** The shortest way up of each role that is to be looked at; roles without one are left out. */
export const waysUp = (
	graph: Graph,
	starts: readonly string[],
	skip: (role: string) => boolean,
): ReadonlyMap<string, Way> => {
	const powers = powersOf(graph);
	const up = new Map<string, string[]>();
	for (const {member, role} of inForce(graph.memberships))
		if (!skip(role)) up.set(member, [...(up.get(member) ?? []), role]);
	const ways = new Map<string, Way>();
	for (const start of starts) {
		const before = new Map<string, string | undefined>([[start, undefined]]);
		const queue = [start];
		for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
			const power = powers.get(name);
			if (power !== undefined) {
				const path: string[] = [];
				for (let at: string | undefined = name; at !== undefined; at = before.get(at))
					path.unshift(at);
				ways.set(start, {path, power});
				break;
			}
			for (const next of up.get(name) ?? []) {
				if (before.has(next)) continue;
				before.set(next, name);
				queue.push(next);
			}
		}
	}
	return ways;
};
