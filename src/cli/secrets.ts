import {execFile} from 'node:child_process';
import {readFile, stat} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {promisify} from 'node:util';
import {UserError, exitCode} from '../domain/errors.js';
import {errorCode} from '../domain/system-error.js';
import {homeFolder} from './home.js';
import {shellWord} from './shell-word.js';
import {isSocket} from '../domain/socket-endpoint.js';
import type {CredentialSource, DatabaseTarget, Endpoint, Identity} from '../domain/target.js';

const run = promisify(execFile);

/** The folders in which libpq looks for a socket by itself, as it is built from source and as distributions build it. */
const usualFolders: ReadonlySet<string> = new Set([
	'/tmp',
	'/run/postgresql',
	'/var/run/postgresql',
]);

/**
 * How a line names an endpoint: a socket of PostgreSQL by its folder, and `localhost` where the folder is the usual one (libpq,
 * "The Password File"); any other socket by its path.
 */
const hostsOf = ({host}: Pick<Endpoint, 'host'>): readonly string[] => {
	if (!isSocket({host}) || !/\/\.s\.PGSQL\.\d+$/.test(host)) return [host];
	const folder = dirname(host);
	return [host, folder, ...(usualFolders.has(folder) ? ['localhost'] : [])];
};

/** Finds `host:port:database:user:password` lines as libpq does: first match, `*` matches all, `\:` and `\\` escape. */
export const passwordFromPgpass = (
	text: string,
	endpoint: Endpoint,
	identity: Identity,
): string | undefined => {
	const hosts = hostsOf(endpoint);
	for (const line of text.split(/\r?\n/)) {
		if (line.startsWith('#') || line.trim() === '') continue;
		const fields = (line.match(/(?:\\.|[^:\\])+|(?<=^|:)(?=:|$)/g) ?? []).map(f =>
			f.replace(/\\(.)/g, '$1'),
		);
		if (fields.length < 5) continue;
		const [host, port, database, user] = fields;
		const rest = [String(endpoint.port), identity.database, identity.user];
		const isPlace = host === '*' || (host !== undefined && hosts.includes(host));
		if (isPlace && [port, database, user].every((field, i) => field === '*' || field === rest[i])) {
			return fields.slice(4).join(':');
		}
	}
	return undefined;
};

const fromPgpass = async (
	env: NodeJS.ProcessEnv,
	target: DatabaseTarget,
	identity: Identity,
): Promise<string | undefined> => {
	const home = homeFolder();
	const path = env.PGPASSFILE ?? (home === undefined ? undefined : join(home, '.pgpass'));
	if (path === undefined) return undefined;
	let text: string;
	try {
		const info = await stat(path);
		// Libpq ignores a password file that others may read, and so do we.
		if (process.platform !== 'win32' && (info.mode & 0o077) !== 0) {
			throw new UserError(
				`${path} can be read by others and is not used.`,
				[`Run: chmod 600 ${shellWord(path)}`],
				exitCode.unfinished,
			);
		}
		text = await readFile(path, 'utf8');
	} catch (error) {
		if (error instanceof UserError) throw error;
		// A login by certificate wants no password.
		const wanted = env.PGPASSFILE !== undefined && target.verification.clientCert === undefined;
		if (wanted && errorCode(error) === 'ENOENT')
			throw new UserError(
				`PGPASSFILE names ${path}, which is not there.`,
				['Correct the variable, or unset it to use ~/.pgpass.'],
				exitCode.unfinished,
			);
		return undefined;
	}
	for (const endpoint of target.endpoints) {
		const found = passwordFromPgpass(text, endpoint, identity);
		if (found !== undefined) return found;
	}
	return undefined;
};

const fromCommand = async (command: string, name: string): Promise<string | undefined> => {
	try {
		const shell = process.platform === 'win32' ? ['cmd', '/c'] : ['/bin/sh', '-c'];
		const running = run(shell[0] ?? '', [shell[1] ?? '', command], {
			maxBuffer: 64 * 1024,
		});
		// A command that hangs must not keep dbvet from ending when the probe's own deadline has passed.
		const {child} = running;
		const end = (): void => {
			child.kill();
		};
		process.once('exit', end);
		const patience = setTimeout(end, 30_000).unref();
		child.unref();
		for (const stream of [child.stdout, child.stderr]) {
			(stream as {readonly unref?: () => void} | null)?.unref?.();
		}
		const {stdout} = await running.finally(() => {
			clearTimeout(patience);
			process.off('exit', end);
		});
		return stdout.replace(/\r?\n[\s\S]*$/, '') || undefined;
	} catch (error) {
		const code =
			typeof error === 'object' && error !== null && 'code' in error
				? String(error.code)
				: 'an error';
		// The command and what it printed are not repeated: either may hold a secret.
		throw new UserError(
			`The password command of ${name} ended with ${code}.`,
			['Run it by hand in the same shell, and see that it prints the password as its first line.'],
			exitCode.unfinished,
		);
	}
};

export type Secrets = {
	readonly secret: (target: DatabaseTarget, identity: Identity) => Promise<string | undefined>;
	readonly askSecret: (target: DatabaseTarget, identity: Identity) => Promise<void>;
};

/** Only a command that asked beforehand has a typed password: in the middle of a probe, or over a full screen, nobody is asked. */
const notAsked = (target: DatabaseTarget, {user}: Identity): UserError =>
	new UserError(
		`The password of ${user} on ${target.name} is typed on the command line only.`,
		[`Run: dbvet probe ${shellWord(target.name)}`],
		exitCode.unfinished,
	);

/**
 * Resolves secrets when they are about to be used, each once. An identity without a source is looked up in ~/.pgpass; one
 * that is typed is there after `askSecret`. The values live in memory only.
 */
export const createSecrets = (env: NodeJS.ProcessEnv): Secrets => {
	const known = new Map<string, Promise<string | undefined>>();
	const keyOf = (target: DatabaseTarget, identity: Identity): string =>
		`${target.id}/${identity.role}/${identity.user}/${identity.database}`;
	const resolve = async (
		target: DatabaseTarget,
		identity: Identity,
	): Promise<string | undefined> => {
		const source: CredentialSource = identity.credential ?? {from: 'pgpass'};
		switch (source.from) {
			case 'env':
				return env[source.variable] === '' ? undefined : env[source.variable];
			case 'command':
				return fromCommand(source.command, target.name);
			case 'pgpass':
				return fromPgpass(env, target, identity);
			case 'prompt':
				if (!process.stdin.isTTY) return undefined;
				throw notAsked(target, identity);
		}
	};
	return {
		secret: (target, identity) => {
			const key = keyOf(target, identity);
			const found = known.get(key) ?? resolve(target, identity);
			known.set(key, found);
			return found;
		},
		askSecret: async (target, identity) => {
			const key = keyOf(target, identity);
			if (known.has(key) || !process.stdin.isTTY) return;
			const {askSecret} = await import('./plain/ask-secret.js');
			const typed = await askSecret(`Password of ${identity.user} on ${target.name}`);
			known.set(key, Promise.resolve(typed === '' ? undefined : typed));
		},
	};
};
