import {chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {isOpenToAll, stepsTo, vouchFor, verifySocket, type Step} from './socket-peer.js';

const self = 1000;
const server = 105;
const mallory = 1001;

/** Steps from `path uid mode`, one an entry, under a root that is the administrator's. */
const way = (...entries: readonly (readonly [string, number, number])[]): readonly Step[] => {
	const all = [['/', 0, 0o755] as const, ...entries].map(([path, uid, mode]) => ({
		path,
		uid,
		mode,
	}));
	return all.slice(1).map((entry, at) => ({folder: all[at]!, entry}));
};

const run = ['/run', 0, 0o755] as const;

test.each([
	[
		'as Debian has it for PostgreSQL',
		way(run, ['/run/postgresql', server, 0o2775], ['/run/postgresql/s', server, 0o777]),
	],
	[
		'as Debian has it for MariaDB',
		way(run, ['/run/mysqld', server, 0o755], ['/run/mysqld/s', server, 0o777]),
	],
	[
		'a folder of one’s own in /tmp',
		way(['/tmp', 0, 0o1777], ['/tmp/x', self, 0o755], ['/tmp/x/s', self, 0o600]),
	],
	['a socket of the administrator in /tmp', way(['/tmp', 0, 0o1777], ['/tmp/s', 0, 0o777])],
])('%s is vouched for', (_, steps) => {
	expect(vouchFor(steps, self)).toMatchObject({verified: true});
});

test.each([
	['a socket of the server in /tmp', way(['/tmp', 0, 0o1777], ['/tmp/s', server, 0o777])],
	[
		'a folder of somebody in /tmp',
		way(['/tmp', 0, 0o1777], ['/tmp/x', mallory, 0o700], ['/tmp/x/s', mallory, 0o777]),
	],
	[
		'a folder that everybody may write to',
		way(run, ['/run/x', server, 0o777], ['/run/x/s', 0, 0o777]),
	],
	[
		'another one of the group',
		way(run, ['/run/postgresql', server, 0o2775], ['/run/postgresql/s', mallory, 0o777]),
	],
	[
		'two users',
		way(['/home', 0, 0o755], ['/home/m', mallory, 0o755], ['/home/m/s', server, 0o777]),
	],
	['nothing', []],
])('%s is not vouched for', (_, steps) => {
	expect(vouchFor(steps, self).verified).toBe(false);
});

let folder: string;
beforeEach(async () => {
	folder = await realpath(await mkdtemp(join(tmpdir(), 'dbvet-peer-')));
});
afterEach(() => rm(folder, {recursive: true, force: true}));

test('links are followed as the kernel does, and are steps too', async () => {
	await mkdir(join(folder, 'a/b'), {recursive: true});
	await writeFile(join(folder, 'a/b/s'), '');
	await symlink('a', join(folder, 'link'));
	await symlink(join(folder, 'link/b'), join(folder, 'other'));
	const paths = (await stepsTo(`${folder}/other/../b/./s`)).map(({entry}) => entry.path);
	expect(paths).toEqual(
		expect.arrayContaining(['other', 'link', 'a', 'a/b', 'a/b/s'].map(one => join(folder, one))),
	);
	await symlink(join(folder, 'loop'), join(folder, 'loop'));
	expect((await verifySocket(join(folder, 'loop/s'))).verified).toBe(false);
	expect((await verifySocket(join(folder, 'none'))).verified).toBe(false);
});

test('open to all is what everybody may write to and reach', async () => {
	const path = join(folder, 's');
	await writeFile(path, '');
	await chmod(path, 0o777);
	expect(await isOpenToAll(path)).toMatchObject({value: false});
	await chmod(folder, 0o755);
	expect(await isOpenToAll(path)).toMatchObject({value: true});
	await chmod(path, 0o770);
	expect(await isOpenToAll(path)).toMatchObject({value: false});
	expect(await isOpenToAll(join(folder, 'none'))).toMatchObject({seen: false});
});
