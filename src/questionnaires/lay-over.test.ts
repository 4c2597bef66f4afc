import {execFileSync} from 'node:child_process';
import {mkdir, rm, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {
	compileTiny,
	leftOutOfTiny,
	lintOver,
	loadOver,
	loadTiny,
} from '../../test/helpers/compile-tiny.js';
import {withFolder} from '../../test/helpers/content-root.js';
import {base as questionnaire, law, risks} from '../../test/helpers/lint-tiny.js';
import {faultLines} from '../domain/left-out.js';

const profile = (id: string, rest: string): Readonly<Record<string, string>> => ({
	[`questionnaires/profiles/${id}.yaml`]: `id: ${id}\nextends: plain\n${rest}`,
});

const own = (risk: string): string => `id: base
controls:
  - {id: own-rule, kind: database, title: Ours, severity: low, requirements: [B27], risks: [${risk}]}
questions:
  - id: own-question
    section: transit
    control: own-rule
    text: Does our own rule hold?
    why: Because our customers want it so.
    how: {all: Look.}
    answer: {kind: yes-no}
`;

const risk = (id: string, control = 'own-rule'): string => `risks:
  - id: ${id}
    title: Ours
    scenario: It happens.
    kind: database
    likelihood: 3
    impact: 4
    treatments:
      - {lowers: likelihood, by: 2, controls: [${control}], why: It helps.}
`;

describe('a workspace with a broken file of its own', () => {
	it('goes on with the others, and says which one and why', async () => {
		const content = await loadTiny({
			...profile('good', 'maxAge: {runs: 2}\n'),
			...profile('bad', 'maxAge: {runs: soon}\n'),
			[questionnaire]: own('listening'),
		});
		expect(content.leftOut).toEqual([
			{
				file: 'questionnaires/profiles/bad.yaml',
				faults: [{line: 3, column: 16, message: 'runs: expected a number, found a text'}],
				follows: false,
			},
		]);
		expect(content.profiles.map(p => p.id)).toEqual(['plain', 'good']);
		expect(content.questionnaires[0]?.questions.at(-1)?.id).toBe('own-question');
	});

	it('has no such member, and the same version as ever, when all are sound', async () => {
		const sound = await loadTiny(profile('good', ''));
		expect(sound).not.toHaveProperty('leftOut');
		const broken = await loadTiny({...profile('good', ''), ...profile('bad', 'x: 1\n')});
		expect(broken.version).toBe(sound.version);
	});

	it('is the shipped content when no file is sound', async () => {
		const {leftOut, ...rest} = await loadTiny(profile('bad', 'x: 1\n'));
		expect(leftOut).toHaveLength(1);
		expect(rest).toEqual(await compileTiny());
	});

	it('leaves out what fits only together with the broken file, and says that it may be right', async () => {
		const found = await loadTiny({
			[risks]: risk('own-risk').replace('impact: 4', 'impact: 9'),
			[questionnaire]: own('own-risk'),
			...profile('good', ''),
		});
		expect(found.leftOut?.flatMap(faultLines)).toEqual([
			`${risks}:7:13 impact: expected at most 5`,
			`${questionnaire}:3:93 there is no risk "own-risk" (may be right once the files above are mended)`,
		]);
		expect(found.profiles.map(p => p.id)).toEqual(['plain', 'good']);
	});

	it('blames the profile that lacks a limit of a shipped question, and no sound one beside it', async () => {
		const whole = (id: string, thresholds: string): Readonly<Record<string, string>> => ({
			[`questionnaires/profiles/${id}.yaml`]: `id: ${id}\ntitle: T\nsummary: S.\nthresholds: {${thresholds}}\nmaxAge: {answers: 1, runs: 1}\nmandatory: []\n`,
		});
		const content = await loadTiny({
			...whole('able', 'backup-retention-days: 9'),
			...whole('lacking', ''),
		});
		expect(content.leftOut?.map(o => o.file)).toEqual(['questionnaires/profiles/lacking.yaml']);
		expect(content.profiles.map(p => p.id)).toEqual(['plain', 'able']);
	});

	it('ends even when several files break shipped content only together', async () => {
		const content = await loadTiny({
			...profile('plain', 'optional: [tls-on]\n'),
			[law]: 'id: some-law\ntitle: Gone\nversion: x\npublisher: y\nrequirements: []\n',
		});
		expect(content.leftOut?.length).toBeGreaterThan(0);
	});

	it('names a file that nothing reads, and a hostile one, in a line each', async () => {
		expect(
			await leftOutOfTiny({
				'questionnaires/profile/x.yaml': 'id: x\n',
				'questionnaires/profiles/evil.yaml': 'a: &a [*a, *a]\n',
			}),
		).toEqual([
			'questionnaires/profile:1:1 this folder has no questionnaire.yaml; did you mean "profiles"?',
			expect.stringMatching(/^questionnaires\/profiles\/evil\.yaml:1:\d+ /),
		]);
	});
});

describe('what stands where the questionnaires of a workspace belong', () => {
	const load = async (make: (path: string) => unknown) => {
		const base = await compileTiny();
		return withFolder({'assessment.json': '{}'}, async root => {
			await make(join(root, 'questionnaires'));
			const content = await loadOver(base, root);
			const linted = (await lintOver(base, root)).map(p => p.message);
			expect(content.leftOut?.flatMap(o => o.faults.map(f => f.message))).toEqual(linted);
			return linted;
		});
	};

	it.each<[string, (path: string) => unknown, string]>([
		['a file', path => writeFile(path, ''), 'this is a file, and a folder is expected here'],
		['a pipe', path => execFileSync('mkfifo', [path]), 'this is a file, and a folder'],
		['a link to itself', path => symlink(path, path), 'a symbolic link that leads back to itself'],
		['a link to nowhere', path => symlink('nowhere', path), 'a symbolic link that leads nowhere'],
		[
			'a link to nowhere in place of the profiles',
			async path => {
				await mkdir(path);
				await symlink('nowhere', join(path, 'profiles'));
			},
			'this is a symbolic link that leads nowhere',
		],
		[
			'a pipe in place of a profile',
			async path => {
				await mkdir(join(path, 'profiles'), {recursive: true});
				execFileSync('mkfifo', [join(path, 'profiles/x.yaml')]);
			},
			'this is not a regular file',
		],
		[
			'a folder in place of a profile',
			path => mkdir(join(path, 'profiles/x.yaml'), {recursive: true}),
			'this is a folder, and a file is expected here',
		],
	])('%s is told, and stops nothing', async (_name, make, expected) => {
		const found = await load(make);
		expect(found).toHaveLength(1);
		expect(found[0]).toContain(expected);
	});

	it('an empty folder is nothing to tell', async () => {
		const base = await compileTiny();
		await withFolder({'questionnaires/.keep': ''}, async root => {
			expect((await loadOver(base, root)).leftOut).toBeUndefined();
			await rm(join(root, 'questionnaires'), {recursive: true});
			expect(await loadOver(base, root)).toBe(base);
		});
	});
});
