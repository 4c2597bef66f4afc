import {describe, expect, it} from 'vitest';
import {
	compileTiny,
	leftOutOfTiny,
	lintOver,
	loadOver,
	loadTiny,
} from '../../test/helpers/compile-tiny.js';
import {withFolder} from '../../test/helpers/content-root.js';
import {base, catalogue} from '../../test/helpers/lint-tiny.js';

const kind = (id: string, more = ''): string => `  - id: ${id}
    title: Our ${id}
    strength: record
    issuer: Us.
    obtain: Ask.
    check: [It has a date.]
    redFlags: [No date.]
${more}`;

const profile = {'questionnaires/profiles/ours.yaml': 'id: ours\nextends: plain\n'};

describe('the catalogue of evidence of a workspace', () => {
	it('replaces and adds kinds, with no other file of its own', async () => {
		const {evidenceKinds, leftOut, version} = await loadTiny({
			[catalogue]: `kinds:\n${kind('scan')}${kind('minutes', '    inPlaceOf: [scan]\n')}`,
		});
		expect(leftOut).toBeUndefined();
		expect(evidenceKinds.map(k => `${k.id}: ${k.title}`)).toEqual([
			'scan: Our scan',
			'minutes: Our minutes',
		]);
		expect(version).not.toBe((await compileTiny()).version);
	});

	it('may bring the kind that an own control accepts', async () => {
		const {leftOut, questionnaires} = await loadTiny({
			[catalogue]: `kinds:\n${kind('minutes')}`,
			[base]: `id: base
controls:
  - {id: own-rule, kind: database, title: Ours, severity: low, requirements: [B27], evidence: [minutes]}
questions:
  - id: own-question
    section: transit
    control: own-rule
    text: Does our own rule hold?
    why: Because our customers want it so.
    how: {all: Look.}
    answer: {kind: yes-no}
`,
		});
		expect(leftOut).toBeUndefined();
		expect(questionnaires.flatMap(q => q.controls).at(-1)?.evidence).toEqual(['minutes']);
	});

	it.each([
		[
			'a misspelt key',
			`kinds:\n${kind('scan').replace('issuer', 'isuer')}`,
			':5:5 unknown key "isuer"',
		],
		[
			'an unknown kind',
			`kinds:\n${kind('x', '    inPlaceOf: [scann]\n')}`,
			':9:17 there is no kind',
		],
		['an empty file', '', ':1:1 this file is empty'],
		['a kind that stands twice', `kinds:\n${kind('x')}${kind('x')}`, 'stands already at'],
	])(
		'is left out with %s, named with its place, and the rest goes on',
		async (_, text, expected) => {
			const files = {...profile, [catalogue]: text};
			const told = await leftOutOfTiny(files);
			expect(told).toEqual([expect.stringContaining(expected)]);
			expect(told[0]).toContain(`${catalogue}:`);
			const content = await loadTiny(files);
			expect(content.profiles.map(p => p.id)).toEqual(['plain', 'ours']);
			expect(content.evidenceKinds).toEqual((await compileTiny()).evidenceKinds);
		},
	);

	it('is named to whoever looks for it beside the questionnaires', async () => {
		expect(await leftOutOfTiny({'questionnaires/evidence.yaml': 'kinds: []\n'})).toEqual([
			`questionnaires/evidence.yaml:1:1 this file is not read: expected the catalogue of evidence as ${catalogue}`,
		]);
	});

	it('is not missed in a vault, nor in a place that is no folder', async () => {
		const shipped = await compileTiny();
		for (const files of [{'evidence/00ab': 'proof'}, {evidence: 'no folder'}, profile])
			await withFolder(files, async root => {
				expect((await loadOver(shipped, root)).leftOut).toBeUndefined();
				expect(await lintOver(shipped, root)).toEqual([]);
			});
	});
});
