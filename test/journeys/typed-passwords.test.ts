import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {startPostgres, type PostgresServer} from '../helpers/postgres-server.js';
import {openBench, program, type Bench} from '../helpers/program.js';
import {startInTerminal, type TerminalProcess} from '../helpers/terminal.js';

const slow = {timeout: 30_000, interval: 20};
const enter = '\r';
const password = 'typed-by-hand-7';
let postgres: PostgresServer;
let ca: string;
let bench: Bench;
let terminal: TerminalProcess | undefined;

const start = (...args: readonly string[]): TerminalProcess => {
	terminal = startInTerminal({
		program,
		args: ['--workspace', bench.folder, ...args],
		columns: 120,
		rows: 40,
	});
	return terminal;
};
const sees = async (text: string | RegExp): Promise<void> => {
	await expect.poll(() => terminal?.text(), slow).toMatch(text);
};
const runs = (): readonly unknown[] =>
	bench
		.json<{entries: readonly {kind: string}[]}>(['history'])
		.entries.filter(({kind}) => kind === 'run');

beforeAll(async () => {
	const issued = await issueServer();
	ca = issued.ca.cert;
	const {server} = issued;
	postgres = await startPostgres({
		tls: {cert: server.cert, key: server.key},
		sql: [
			`CREATE ROLE monitor LOGIN PASSWORD '${password}'`,
			`CREATE ROLE other LOGIN PASSWORD '${password}-2'`,
		],
	});
});
afterAll(() => postgres.stop());
beforeEach(async () => {
	bench = await openBench();
	bench.init();
	await writeFile(join(bench.folder, 'ca.pem'), ca);
	for (const user of ['monitor', 'other']) {
		const url = `postgres://${user}@127.0.0.1:${postgres.port}/postgres`;
		const added = bench.dbvet(['target', 'add', user, url, '--ca', 'ca.pem', '--ask-password']);
		expect(added.code, added.err).toBe(0);
	}
});
afterEach(async () => {
	await terminal?.close();
	await bench.remove();
});

test('the passwords are asked for one after the other before anything is probed, and shown nowhere', async () => {
	const {type, exit, raw} = start('probe');
	await sees('Password of monitor on monitor');
	expect(raw()).not.toContain('Probing');
	type(`${password}${enter}`);
	await sees('Password of other on other');
	expect(raw()).not.toContain('Probing');
	type(`${password}-2${enter}`);
	expect(await exit).toBe(0);
	expect(raw()).toContain('Probing');
	expect(raw()).not.toContain(password);
	expect(runs()).toHaveLength(2);
	expect(JSON.stringify(bench.json(['history']))).not.toContain(password);
});

test.each([
	['Ctrl+C', '\u0003'],
	['Ctrl+D', '\u0004'],
])('%s at the prompt cancels, and nothing is recorded', async (_, key) => {
	const {type, exit, raw, text} = start('probe', 'monitor');
	await sees('Password of monitor');
	type(key);
	expect(await exit).toBe(130);
	expect(text()).toContain('Cancelled.');
	expect(raw()).not.toContain('internal-error');
	expect(runs()).toEqual([]);
});

test('a check that logs in nowhere asks for no password', async () => {
	const {exit, raw} = start('probe', 'monitor', '--only', 'tls-versions');
	expect(await exit).toBe(0);
	expect(raw()).not.toContain('Password of');
	expect(raw()).not.toContain('Trying whether plaintext');
});

test('the terminal UI says which command asks for it, and puts no prompt over the screen', async () => {
	const {type, exit, raw} = start();
	await sees('Example Ltd');
	type('p');
	await sees(/Probes/);
	type(enter);
	await sees(/2 done[\s\S]+Run: dbvet probe (monitor|other)/);
	expect(raw()).not.toContain('Password of monitor on monitor');
	type('q');
	expect(await exit).toBe(0);
});
