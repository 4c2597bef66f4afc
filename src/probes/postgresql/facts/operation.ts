import * as z from 'zod';

/** How many connections are used of how many. */
export const Headroom = z
	.strictObject({used: z.int(), most: z.int(), reserved: z.int()})
	.readonly();

export const PreparedTransaction = z
	.strictObject({owner: z.string(), database: z.string(), ageSeconds: z.number()})
	.readonly();

/** A transaction that has been open for a while. */
export const OpenTransaction = z
	.strictObject({
		user: z.string(),
		database: z.string(),
		application: z.string(),
		state: z.string(),
		/** Null where the session does not tell (track_activities off). */
		ageSeconds: z.number().nullable(),
	})
	.readonly();

/** Something that was sorted with another version of a collation than the server has now. */
export const Collation = z
	.strictObject({
		object: z.string(),
		/** Null where none was recorded, so that nothing can be compared. */
		recorded: z.string().nullable(),
		/** Null where the library tells none. */
		actual: z.string().nullable(),
	})
	.readonly();

/** A setting that waits for a restart, that ALTER SYSTEM wrote, or whose origin is covered by a value of the scanner's own. */
export const SettingSource = z
	.strictObject({
		name: z.string(),
		pendingRestart: z.boolean(),
		alterSystem: z.boolean(),
		covered: z.boolean(),
	})
	.readonly();

/** A line of the configuration files that the server could not apply. */
export const FaultyLine = z
	.strictObject({place: z.string(), name: z.string().nullable(), waitsForRestart: z.boolean()})
	.readonly();

/** A line of pg_ident.conf. */
export const IdentMap = z
	.strictObject({
		place: z.string(),
		map: z.string().nullable(),
		system: z.string().nullable(),
		role: z.string().nullable(),
		/** A pattern that takes names it cannot know, and makes them somebody else. */
		takesStrangers: z.boolean(),
		/** The role is a pattern that a superuser’s name fits. */
		patternOfSuperuser: z.boolean(),
		error: z.boolean(),
	})
	.readonly();
export type IdentMap = z.infer<typeof IdentMap>;

/** A sequence that is more than half used up; `used` is null where the scanner may not see how far it is. */
export const Sequence = z
	.strictObject({name: z.string(), column: z.string().nullable(), used: z.number().nullable()})
	.readonly();

export const InvalidIndex = z.strictObject({index: z.string(), table: z.string()}).readonly();

/** A table of which something is to be said, by its name. */
export const NamedTable = z.strictObject({table: z.string()}).readonly();

export const OutdatedExtension = z
	.strictObject({
		name: z.string(),
		version: z.string(),
		/** Null where the server has no files of it. */
		latest: z.string().nullable(),
		/** There is a way from its version to the latest. */
		updatable: z.boolean(),
	})
	.readonly();
