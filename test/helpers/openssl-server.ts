import {spawn, spawnSync} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Issued} from './certificates.js';
import {freePort} from './postgres-server.js';
import {haveTools} from './tool.js';

/** Skips aloud where there is no openssl. */
export const haveOpenssl = haveTools('openssl');

const answers = (port: number): Promise<boolean> =>
	new Promise(resolve => {
		const socket = connect(port, '127.0.0.1', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});

/**
 * A real TLS server of OpenSSL on loopback, which echoes nothing and stands for a proxy in front of a database.
 * @param status state of its certificate for a stapled response, as an OCSP responder of its CA signs it
 */
export const startOpenssl = async (
	{ca, server}: {readonly ca: Issued; readonly server: Issued},
	{
		args = [],
		status,
		name,
		other,
	}: {
		readonly args?: readonly string[];
		readonly status?: 'V' | 'R';
		/** A second certificate, of another kind of key. */
		readonly other?: Issued;
		/** The only name that it answers to. */
		readonly name?: string;
	},
): Promise<{readonly port: number; readonly stop: () => Promise<void>}> => {
	const root = await mkdtemp(join(tmpdir(), 'dbvet-openssl-'));
	const file = (name: string): string => join(root, name);
	for (const [name, text] of [
		['server.crt', server.cert],
		['server.key', server.key],
		['ca.crt', ca.cert],
		['ca.key', ca.key],
	] as const)
		await writeFile(file(name), text, {mode: 0o600});
	const extra = [...args];
	if (status !== undefined) {
		const serial = server.certificate.serialNumber.toUpperCase();
		const revoked = status === 'R' ? '260101000000Z' : '';
		await writeFile(
			file('index.txt'),
			`${status}\t351231235959Z\t${revoked}\t${serial}\tunknown\t/CN=localhost\n`,
		);
		const asked = ['-issuer', file('ca.crt'), '-cert', file('server.crt')];
		const signer = ['-rsigner', file('ca.crt'), '-rkey', file('ca.key'), '-CA', file('ca.crt')];
		const made = spawnSync('openssl', [
			...['ocsp', ...asked, ...signer, '-index', file('index.txt'), '-ndays', '2'],
			...['-respout', file('staple.der'), '-noverify'],
		]);
		if (made.status !== 0) throw new Error(made.stderr.toString());
		extra.push('-status_file', file('staple.der'));
	}
	if (other !== undefined) {
		await writeFile(file('other.crt'), other.cert, {mode: 0o600});
		await writeFile(file('other.key'), other.key, {mode: 0o600});
		extra.push('-dcert', file('other.crt'), '-dkey', file('other.key'));
	}
	if (name !== undefined)
		extra.push(
			...['-servername', name, '-servername_fatal'],
			...['-cert2', file('server.crt'), '-key2', file('server.key')],
		);
	const port = await freePort();
	const child = spawn(
		'openssl',
		[
			...['s_server', '-accept', `127.0.0.1:${port}`, '-quiet'],
			...['-cert', file('server.crt'), '-key', file('server.key'), ...extra],
		],
		// It takes the end of its input for the order to stop.
		{stdio: ['pipe', 'ignore', 'ignore']},
	);
	while (!(await answers(port))) {
		if (child.exitCode !== null) throw new Error('openssl s_server ended');
		await new Promise(resolve => setImmediate(resolve));
	}
	return {
		port,
		stop: async () => {
			child.kill('SIGKILL');
			await rm(root, {recursive: true, force: true});
		},
	};
};
