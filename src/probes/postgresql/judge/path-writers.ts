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

type Overrides = readonly RoleSetting[];
const asPath = (item: RoleSetting): SearchPath => ({
	where: nameScope(item),
	path: item.value ?? '',
	role: item.role,
});

/** The path that replaces the server's in the database that was looked at: the database's own, before that of ALTER ROLE ALL. */
export const pathForAll = (
	{observer}: Pick<PostgresFacts, 'observer'>,
	overrides: Overrides,
): SearchPath | undefined => {
	const here = observer.seen ? observer.value.database : undefined;
	const ofAll = overrides.filter(({role}) => role === null);
	const item =
		ofAll.find(({database}) => database !== null && database === here) ??
		ofAll.find(({database}) => database === null);
	return item === undefined ? undefined : asPath(item);
};

/** The path of each role that has one of its own in the database that was looked at: the one for that database before the other. */
export const pathsOfRoles = (
	{observer}: Pick<PostgresFacts, 'observer'>,
	overrides: Overrides,
): readonly SearchPath[] => {
	const here = observer.seen ? observer.value.database : undefined;
	return overrides.flatMap(item => {
		const {role, database} = item;
		if (role === null || (database !== null && database !== here)) return [];
		const replaced =
			database === null && overrides.some(one => one.role === role && one.database === here);
		return replaced ? [] : [asPath(item)];
	});
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
