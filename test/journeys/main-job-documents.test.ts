import {execFileSync} from 'node:child_process';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {env, mainJob, password, plaintext, type Status} from '../helpers/main-job.js';

const {bench} = mainJob();
beforeAll(() => {
	expect(bench().dbvet(['probe', 'prod'], env).code).toBe(0);
});

describe('what is left of the main job', () => {
	test('a risk gets a treatment with owner and day, and the documents say so', async () => {
		const [risk] = bench().json<Status>(['status']).risks;
		const id = risk!.id;
		for (const [args, expected] of [
			[['decide', 'prod/nonsense', '--treatment', 'avoid'], 'no risk'],
			[['decide', id, '--treatment', 'ignore'], 'mitigate'],
			[['decide', id, '--treatment', 'mitigate', '--owner', 'Ada'], '--due'],
			[['decide', id, '--treatment', 'mitigate', '--owner', ' ', '--due', '2099-01-01'], '--owner'],
			[
				['decide', id, '--treatment', 'mitigate', '--owner', 'Ada', '--due', '2020-01-01'],
				'passed',
			],
			[['decide', id, '--treatment', 'accept', '--approver', 'Ada'], '--reason'],
		] as const) {
			const {code, err} = bench().dbvet(args);
			expect(err, args.join(' ')).toContain(expected);
			expect(code).toBe(2);
		}
		const decided = [
			'decide',
			id,
			'--treatment',
			'mitigate',
			'--owner',
			'Ada Lovelace',
			'--due',
			'2099-03-31',
		];
		expect(bench().dbvet(decided).code).toBe(0);
		expect(bench().dbvet(['history']).out).toContain('mitigate');
		expect(
			bench().dbvet(['render', 'risk-assessment', '--format', 'md', '--out', 'decided']).code,
		).toBe(0);
		const text = await readFile(join(bench().folder, 'decided/risk-assessment.md'), 'utf8');
		expect(text).toContain('Ada Lovelace');
		expect(text).toContain('31 March 2099');
	});

	test('evidence is kept by hash, listed, and a changed artifact is found', async () => {
		await writeFile(join(bench().folder, 'proof.txt'), 'a proof');
		const {control} = plaintext(bench());
		expect(
			bench().dbvet([
				'evidence',
				'add',
				'proof.txt',
				'--for',
				control,
				'--target',
				'prod',
				'--valid-until',
				'2099-01-01',
			]).code,
		).toBe(0);
		expect(bench().dbvet(['evidence', 'list']).out).toContain('proof.txt');
		expect(bench().dbvet(['evidence', 'verify']).code).toBe(0);
		const [artifact] = await readdir(join(bench().folder, 'evidence'));
		const path = join(bench().folder, 'evidence', artifact!);
		execFileSync('chmod', ['600', path]);
		await writeFile(path, 'a forged proof');
		expect(bench().dbvet(['evidence', 'verify']).code).toBe(1);
		await writeFile(path, 'a proof');
	});

	test('both documents in three formats; same store and clock, same bytes anywhere', async () => {
		const bytes = async (zone: string, out: string): Promise<Record<string, string>> => {
			expect(
				bench().dbvet(['render', '--out', out, '--format', 'md,html,pdf'], {
					DBVET_NOW: '2026-12-01T12:00:00Z',
					TZ: zone,
					LANG: zone === 'UTC' ? 'C.UTF-8' : 'de_DE.UTF-8',
				}).code,
			).toBe(0);
			const files = (await readdir(join(bench().folder, out))).sort();
			return Object.fromEntries(
				await Promise.all(
					files.map(
						async f =>
							[f, (await readFile(join(bench().folder, out, f))).toString('base64')] as const,
					),
				),
			);
		};
		const first = await bytes('UTC', 'one');
		expect(Object.keys(first)).toEqual([
			'risk-assessment.html',
			'risk-assessment.md',
			'risk-assessment.pdf',
			'security-baseline-prod.html',
			'security-baseline-prod.md',
			'security-baseline-prod.pdf',
		]);
		expect(await bytes('Pacific/Auckland', 'two')).toEqual(first);
	});

	test('the secret is nowhere in the workspace', async () => {
		const walk = async (path: string): Promise<string[]> =>
			(
				await Promise.all(
					(await readdir(path, {withFileTypes: true})).map(e =>
						e.isDirectory() ? walk(join(path, e.name)) : Promise.resolve([join(path, e.name)]),
					),
				)
			).flat();
		for (const file of await walk(bench().folder)) {
			expect((await readFile(file)).includes(password), file).toBe(false);
		}
	});
});
