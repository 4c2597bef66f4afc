import type {PostgresFacts} from '../facts.js';
import type {SchemaAccess} from '../facts/objects.js';
import type {Membership, Role, RoleSetting} from '../facts/roles.js';
import type {Listing} from '../facts/server.js';
import {nameScope} from './overrides.js';
import {membersOf} from './roles.js';
import {splitSearchPath} from './search-path.js';

/** A search_path and for whom it holds: everybody where `role` is null. */
export type SearchPath = {
	readonly where: string;
	readonly path: string;
	readonly role: string | null;
};

/** The server's search_path and those of roles and databases that hold in the database that was looked at. */
export const pathsHere = (
	{observer}: PostgresFacts,
	server: string,
	overrides: readonly RoleSetting[],
): readonly SearchPath[] => {
	const here = observer.seen ? observer.value.database : undefined;
	return [
		{where: 'the server', path: server, role: null},
		...overrides
			.filter(({database}) => database === null || database === here)
			.map(item => ({where: nameScope(item), path: item.value ?? '', role: item.role})),
	];
};

const named = (path: string, user: string): readonly string[] =>
	splitSearchPath(path).map(schema => (schema === '$user' ? user : schema));

/** A schema of a path, who may create in it and, where they can be named, who looks through it. */
type Writer = {
	readonly schema: string;
	/** Null for everybody. */
	readonly creator: string | null;
	readonly exposed: readonly string[];
};

/** Schemas of a path in which PUBLIC may create. */
export const openFor = (
	{path, role}: SearchPath,
	schemas: readonly SchemaAccess[],
	roles: readonly Role[],
): readonly Writer[] => {
	const users = role === null ? roles.map(({name}) => name) : [role];
	const through = new Set(
		users.length === 0 ? splitSearchPath(path) : users.flatMap(user => named(path, user)),
	);
	return schemas.flatMap(({name, publicCreate}) =>
		publicCreate && through.has(name)
			? [{schema: name, creator: null, exposed: role === null ? [] : [role]}]
			: [],
	);
};

/**
 * Roles that may create in a schema of the path without owning it. A role may do so in its own path; a group counts where
 * somebody else may log in through it. Superusers and the owner of the database are trusted like the owner of a schema.
 * @param own roles that have a path of their own, for which the path of all does not hold
 */
export const writersOf = (
	{path, role}: SearchPath,
	schemas: readonly SchemaAccess[],
	roles: readonly Role[],
	memberships: readonly Membership[],
	own: ReadonlySet<string | null>,
): readonly Writer[] => {
	const logins = new Set(
		roles.flatMap(({name, canLogin, superuser}) => (canLogin && !superuser ? [name] : [])),
	);
	const users =
		role === null
			? roles.flatMap(({name, canLogin}) => (canLogin && !own.has(name) ? [name] : []))
			: [role];
	return schemas.flatMap(({name, owner, creators}) => {
		const through = users.filter(user => named(path, user).includes(name));
		return creators
			.filter(creator => creator !== 'pg_database_owner')
			.flatMap(creator => {
				const holders = membersOf(memberships, [creator]).filter(
					holder => logins.has(holder) && holder !== owner,
				);
				const exposed = through.filter(user => holders.some(holder => holder !== user));
				return exposed.length === 0 ? [] : [{schema: name, creator, exposed}];
			});
	});
};

/**
 * Schemas with the name of a superuser that belong to somebody else: "$user" has the superuser look there first, and whoever may
 * create schemas may take that name. Others trust the owner of a schema; a superuser must not.
 */
export const ownersOver = (
	{path, role}: SearchPath,
	schemas: readonly SchemaAccess[],
	roles: readonly Role[],
	own: ReadonlySet<string | null>,
): readonly Writer[] => {
	if (!splitSearchPath(path).includes('$user')) return [];
	const looks = roles.filter(
		({name, superuser, canLogin}) =>
			superuser && (role === null ? canLogin && !own.has(name) : name === role),
	);
	return schemas.flatMap(({name, owner}) =>
		owner !== null && looks.some(one => one.name === name)
			? [{schema: name, creator: owner, exposed: [name]}]
			: [],
	);
};

/** True when nothing of the lists that decide was cut. */
export const allComplete = (...lists: readonly Listing<unknown>[]): boolean =>
	lists.every(({complete}) => complete);
