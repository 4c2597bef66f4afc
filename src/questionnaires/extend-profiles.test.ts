import {describe, expect, it} from 'vitest';
import {compileTiny, leftOutOfTiny, lintOver, loadTiny} from '../../test/helpers/compile-tiny.js';
import {withFolder} from '../../test/helpers/content-root.js';

const profile = (id: string, text: string): Readonly<Record<string, string>> => ({
	[`questionnaires/profiles/${id}.yaml`]: text,
});

describe('a profile of a workspace that extends another', () => {
	it('says only what differs', async () => {
		const content = await loadTiny(
			profile(
				'ours',
				`id: ours
extends: plain
thresholds: {backup-retention-days: 60}
maxAge: {runs: 1}
recommended: [backups-kept]
approverIsNotAuthor: true
`,
			),
		);
		const plain = content.profiles.find(p => p.id === 'plain')!;
		const ours = content.profiles.find(p => p.id === 'ours')!;
		expect(ours).toMatchObject({
			title: `${plain.title} (ours)`,
			summary: plain.summary,
			thresholds: {'backup-retention-days': 60},
			maxAge: {answers: plain.maxAge.answers, runs: 1},
			mandatory: plain.mandatory.filter(id => id !== 'backups-kept'),
			approverIsNotAuthor: true,
		});
		expect(ours.recommended).toContain('backups-kept');
	});

	it('may take the place of the shipped one, and may be extended itself, whatever the order of the files', async () => {
		const content = await loadTiny({
			...profile('plain', 'id: plain\nextends: plain\nmaxAge: {answers: 3}\n'),
			...profile('a-stricter', 'id: a-stricter\nextends: b-strict\nmaxAge: {runs: 2}\n'),
			...profile('b-strict', 'id: b-strict\nextends: plain\nmaxAge: {answers: 2}\n'),
		});
		const age = (id: string) => content.profiles.find(p => p.id === id)?.maxAge;
		const {runs} = (await compileTiny()).profiles[0]!.maxAge;
		expect(age('plain')).toEqual({answers: 3, runs});
		expect(age('b-strict')).toEqual({answers: 2, runs});
		expect(age('a-stricter')).toEqual({answers: 2, runs: 2});
		expect(content.profiles.filter(p => p.id === 'plain')).toHaveLength(1);
	});

	it('counts with a line that changes nothing, and only the lint says so', async () => {
		const files = {
			...profile('lean', 'id: lean\nextends: plain\noptional: [backups-kept]\n'),
			...profile('ours', 'id: ours\nextends: lean\ntitle: Ours\noptional: [backups-kept]\n'),
		};
		const {profiles, leftOut} = await loadTiny(files);
		expect(leftOut).toBeUndefined();
		expect(profiles.find(p => p.id === 'ours')?.title).toBe('Ours');
		const base = await compileTiny();
		const found = await withFolder(files, root => lintOver(base, root));
		expect(found).toContainEqual({
			file: 'questionnaires/profiles/ours.yaml',
			line: 4,
			column: 12,
			severity: 'warning',
			message: 'the profile lean does not ask for "backups-kept", so that it is optional already',
		});
	});

	it.each([
		[
			'an unknown base',
			profile('ours', 'id: ours\nextends: plian\n'),
			['questionnaires/profiles/ours.yaml:2:10 there is no profile "plian"; did you mean "plain"?'],
		],
		[
			'a profile that extends itself',
			profile('ours', 'id: ours\nextends: ours\n'),
			['questionnaires/profiles/ours.yaml:2:10 these profiles extend each other: ours -> ours'],
		],
		[
			'a circle',
			{
				...profile('one', 'id: one\nextends: two\n'),
				...profile('two', 'id: two\nextends: one\n'),
			},
			[
				'questionnaires/profiles/one.yaml:2:10 these profiles extend each other: one -> two -> one',
				'questionnaires/profiles/two.yaml:2:10 there is no profile "one" (may be right once the files above are mended)',
			],
		],
		[
			'an unknown control',
			profile('ours', 'id: ours\nextends: plain\nmandatory:\n  - backups-keptt\n'),
			[
				'questionnaires/profiles/ours.yaml:4:5 there is no control "backups-keptt"; did you mean "backups-kept"?',
			],
		],
		[
			'an unknown control left out',
			profile('ours', 'id: ours\nextends: plain\noptional: [tls-onn]\n'),
			[
				'questionnaires/profiles/ours.yaml:3:12 there is no control "tls-onn"; did you mean "tls-on"?',
			],
		],
		[
			'a plan for what is mandatory at once',
			profile(
				'ours',
				'id: ours\nextends: plain\nmandatory: [tls-on]\nplanned:\n  - {control: tls-on, withinDays: 3, meanwhile: Wait.}\n',
			),
			['questionnaires/profiles/ours.yaml:5:15 "tls-on" is mandatory at once; it needs no plan'],
		],
		[
			'an unknown key',
			profile('ours', 'id: ours\nextends: plain\nmandatry: [tls-on]\n'),
			['questionnaires/profiles/ours.yaml:3:1 unknown key "mandatry"; did you mean "mandatory"?'],
		],
	])('names file, line and column of %s', async (_, files, expected) => {
		expect(await leftOutOfTiny(files)).toEqual(expected);
	});
});
