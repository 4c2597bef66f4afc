import {describe, expect, it} from 'vitest';
import {controlsOf} from '../domain/content-parts.js';
import {
	compileTiny,
	leftOutOfTiny,
	lintOver,
	loadOver,
	loadTiny,
} from '../../test/helpers/compile-tiny.js';
import {tinyFiles, withFolder} from '../../test/helpers/content-root.js';
import {base as questionnaire, law} from '../../test/helpers/lint-tiny.js';

const inWorkspace = (text: string): Readonly<Record<string, string>> => ({[questionnaire]: text});

describe('loadContent', () => {
	it('gives the shipped content itself when the workspace has none of its own', async () => {
		const base = await compileTiny();
		expect(await withFolder({'assessment.json': '{}'}, root => loadOver(base, root))).toBe(base);
	});

	it('replaces a question by its id, adds new ones at the end, and changes the version', async () => {
		const base = await compileTiny();
		const own = inWorkspace(`id: base
controls:
  - {id: own-rule, kind: database, title: Our own rule holds, severity: low, requirements: [B27]}
sections:
  - {id: own, title: Our own}
questions:
  - id: tls-asked
    section: transit
    control: tls-on
    text: Is really every connection encrypted?
    why: Otherwise everybody on the way can read along.
    how: {all: Look twice.}
    answer: {kind: yes-no}
  - id: own-question
    section: own
    control: own-rule
    text: Does our own rule hold?
    why: Because our customers want it so.
    how: {all: Look.}
    answer: {kind: yes-no}
`);
		const content = await loadTiny(own);
		const merged = content.questionnaires.find(q => q.id === 'base');
		expect(merged?.title).toBe('Databases');
		expect(merged?.questions.map(q => q.id)).toEqual([
			'tls-asked',
			'tls-until',
			'backup-days',
			'backup-place',
			'own-question',
		]);
		expect(merged?.questions[0]?.text).toBe('Is really every connection encrypted?');
		expect(merged?.controls.map(c => c.id)).toEqual(['tls-on', 'backups-kept', 'own-rule']);
		expect(merged?.sections.map(s => s.id)).toEqual(['transit', 'own']);
		expect(content.questionnaires.map(q => q.id)).toEqual(['base', 'scoping']);
		expect(content.version).not.toBe(base.version);
	});

	const kept = (references = ''): Readonly<Record<string, string>> => ({
		...inWorkspace(`id: base
controls:
  - id: backups-kept
    kind: database
    title: Backups are kept as long as we want
    severity: low
    requirements: [B6]
${references}`),
	});
	const referencesOf = async (files: Readonly<Record<string, string>>) => {
		const content = await loadTiny(files);
		return Object.fromEntries(
			controlsOf(content).map(c => [
				c.id,
				c.references.map(r => `${r.framework} ${r.id} ${r.strength}`),
			]),
		);
	};

	it('leaves a replaced control its rows of our crosswalks, and lets it say more or otherwise', async () => {
		expect(await referencesOf(kept())).toMatchObject({'backups-kept': ['some-law 8.1 related']});
		const own = `    references:
      - {framework: some-law, id: '8.10'}
      - {framework: some-law, id: '8.1', strength: partial, why: 'Some.'}
`;
		expect(await referencesOf(kept(own))).toMatchObject({
			'backups-kept': ['some-law 8.10 related', 'some-law 8.1 partial'],
		});
	});

	it("takes a workspace's crosswalk in place of ours, and keeps ours where it has none", async () => {
		const framework = (crosswalk: string): Readonly<Record<string, string>> => ({
			[law]: `${(tinyFiles[law] ?? '').split('crosswalk:')[0] ?? ''}${crosswalk}`,
		});
		expect(await referencesOf(framework(''))).toEqual({
			'tls-on': ['some-law 8.10 related'],
			'backups-kept': ['some-law 8.1 related'],
		});
		expect(await referencesOf(framework(`crosswalk: {'8.1': [tls-on]}\n`))).toEqual({
			'tls-on': ['some-law 8.1 related'],
			'backups-kept': [],
		});
	});

	it('adds a framework of a workspace with its crosswalk', async () => {
		const files = {
			'questionnaires/frameworks/ours.yaml': `id: ours
title: Our policy
version: '3'
publisher: Us
requirements: [{id: '1.10', title: Encrypt}]
crosswalk: {'1.10': [tls-on]}
`,
		};
		expect(await referencesOf(files)).toMatchObject({
			'tls-on': ['some-law 8.10 related', 'ours 1.10 related'],
		});
	});

	it('takes a whole new questionnaire and an own profile', async () => {
		const base = await compileTiny();
		const files = {
			'questionnaires/ours/questionnaire.yaml': `id: ours
title: Ours
kind: vendor
intro: Ours.
sections: [{id: one, title: One}]
controls:
  - {id: ours-holds, kind: vendor, title: It holds, severity: low, requirements: [A4]}
questions:
  - id: ours-asked
    section: one
    control: ours-holds
    text: Does it hold for this vendor?
    why: Because our customers want it so.
    how: {all: Look.}
    answer: {kind: yes-no}
`,
			'questionnaires/profiles/plain.yaml': `id: plain
title: Stricter
summary: Ours.
thresholds: {backup-retention-days: 90}
maxAge: {answers: 30, runs: 7}
mandatory: [ours-holds]
`,
		};
		const content = await withFolder(files, root => loadOver(base, root));
		expect(content.questionnaires.map(q => q.id)).toEqual(['base', 'scoping', 'ours']);
		expect(content.profiles.map(p => p.title)).toEqual(['Stricter']);
	});

	it.each([
		[
			'an unknown control',
			'control: tls-in',
			/questionnaire\.yaml:5:14 control: there is no control "tls-in"; did you mean "tls-on"\?/,
		],
		[
			'a control of shipped content',
			'control: tls-on\n    texts: x',
			/questionnaire\.yaml:6:5 unknown key "texts"; did you mean "text"\?/,
		],
	])('reports %s in a workspace with its place', async (_name, line, expected) => {
		const own = inWorkspace(`id: base
questions:
  - id: own-question
    section: transit
    ${line}
    text: Does our own rule hold?
    why: Because our customers want it so.
    how: {all: Look.}
    answer: {kind: yes-no}
`);
		const found = await leftOutOfTiny(own);
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(expected);
	});

	it('does not let a workspace change what kind of target a shipped questionnaire asks', async () => {
		expect(await leftOutOfTiny(inWorkspace('id: base\nkind: vendor\n'))).toEqual([
			`${questionnaire}:2:7 kind: expected database, found "vendor"`,
		]);
	});

	it('reports an id that the workspace itself has twice, and what breaks shipped content', async () => {
		const base = await compileTiny();
		const twice = inWorkspace(
			'id: base\nsections:\n  - {id: one, title: One}\n  - {id: one, title: Two}\n',
		);
		const found = await withFolder(twice, root => lintOver(base, root));
		expect(found.map(p => p.message)).toContain(
			`the section "one" stands already at ${questionnaire}:3; ids are unique`,
		);
		const lacking = {
			'questionnaires/profiles/plain.yaml':
				'id: plain\ntitle: P\nsummary: P.\nthresholds: {}\nmaxAge: {answers: 1, runs: 1}\nmandatory: []\n',
		};
		const broken = await withFolder(lacking, root => lintOver(base, root));
		expect(broken.map(p => `${p.file} ${p.message}`)).toEqual([
			'questionnaires/profiles/plain.yaml with this file the shipped content no longer fits: no profile has a threshold "backup-retention-days" (in backup-days)',
		]);
	});
});
