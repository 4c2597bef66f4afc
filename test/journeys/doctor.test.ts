import {mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {issueServer} from '../helpers/certificates.js';
import {freshBench} from '../helpers/program.js';

const bench = freshBench();

describe('doctor names what is wrong', () => {
	const lineOf = (what: string): {result: string; text: string} | undefined =>
		bench
			.json<{lines: {what: string; result: string; text: string}[]}>(['doctor'])
			.lines.find(line => line.what === what);

	test('a probe run that is missing', async () => {
		bench.init();
		bench.dbvet(['target', 'add', 'closed', 'postgres://u@127.0.0.1:9/db']);
		bench.dbvet(['probe', 'closed']);
		expect(lineOf('probe runs')?.result).toBe('ok');
		const runs = join(bench.folder, 'runs');
		for (const name of await readdir(runs)) await rm(join(runs, name));
		expect(lineOf('probe runs')).toMatchObject({result: 'wrong'});
		expect(bench.dbvet(['doctor']).code).toBe(3);
	});

	test('a file of a target that is gone or is none, with the target and the option', async () => {
		bench.init();
		const {ca, server} = await issueServer();
		const file = (name: string): string => join(bench.folder, name);
		await writeFile(file('ca.pem'), ca.cert);
		await writeFile(file('me.pem'), server.cert);
		await writeFile(file('me.key'), server.key);
		const files = ['--ca', 'ca.pem', '--client-cert', 'me.pem', '--client-key', 'me.key'];
		bench.dbvet(['target', 'add', 'prod', 'postgres://u@127.0.0.1:9/db', ...files]);
		expect(lineOf('CA files')?.result).toBe('ok');
		await rm(file('ca.pem'));
		await writeFile(file('me.key'), 'nonsense');
		expect(lineOf('CA files')?.text).toMatch(
			/^prod: The CA file .*ca\.pem could not be read: .*dbvet target change prod --ca FILE$/,
		);
		const {code, out} = bench.dbvet(['doctor']);
		expect(code).toBe(3);
		expect(out).toContain('me.key holds no client key');
		await writeFile(file('ca.pem'), 'nonsense');
		expect(lineOf('CA files')?.text).toContain('holds no certificate');
	});

	test('a folder that is a file', async () => {
		bench.init();
		await rm(join(bench.folder, 'documents'), {recursive: true, force: true});
		await writeFile(join(bench.folder, 'documents'), '');
		expect(lineOf('writable')).toMatchObject({
			result: 'wrong',
			text: 'documents/ cannot be written: it is not a folder',
		});
	});

	test('a history that lost what was saved, in the words that every command has for it', async () => {
		bench.init();
		const folder = join(bench.folder, 'history');
		const [file = ''] = await readdir(folder);
		const path = join(folder, file);
		const whole = await readFile(path);
		await writeFile(path, whole.subarray(0, -5));
		const picture = await readFile(join(bench.folder, 'assessment.json'));
		const said = bench.dbvet(['status']);
		expect(said.code).toBe(3);
		expect(said.err).toContain('Saved changes are missing from the history');
		expect(said.err).toContain('At least');
		const line = lineOf('workspace');
		expect(line?.result).toBe('wrong');
		expect(line?.text).toContain(said.err.split('\n')[0]);
		expect(bench.dbvet(['doctor']).code).toBe(3);
		expect(bench.dbvet(['answer', 'x', 'yes']).err).toContain('Saved changes are missing');
		expect(await readFile(path)).toEqual(whole.subarray(0, -5));
		expect(await readFile(join(bench.folder, 'assessment.json'))).toEqual(picture);
		// Going on with what is left keeps the cut end, and doctor names it.
		await rm(join(bench.folder, 'assessment.json'));
		expect(bench.dbvet(['status']).code).toBe(0);
		expect(lineOf('cut end')).toMatchObject({
			result: 'note',
			text: expect.stringMatching(/^history\/.*\.torn-[0-9a-f]{8}, \d+ bytes: /) as string,
		});
	});

	test('own questionnaires and templates that cannot be read', async () => {
		bench.init();
		await mkdir(join(bench.folder, 'templates/risk-assessment'), {recursive: true});
		await writeFile(join(bench.folder, 'templates/risk-assessment/document.yaml'), 'a: [b\n');
		expect(lineOf('templates')).toMatchObject({result: 'wrong'});
		await mkdir(join(bench.folder, 'questionnaires/mine'), {recursive: true});
		await writeFile(
			join(bench.folder, 'questionnaires/mine/questionnaire.yaml'),
			'id: mine\nquestions: nonsense\n',
		);
		expect(lineOf('workspace')).toMatchObject({result: 'ok'});
		const own = lineOf('own content');
		expect(own?.result).toBe('wrong');
		expect(own?.text).toMatch(/questionnaire\.yaml:\d+:\d+/);
	});
});
