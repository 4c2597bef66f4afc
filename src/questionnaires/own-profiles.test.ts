import {describe, expect, it} from 'vitest';
import {compileTiny, leftOutOfTiny, lintOver, loadTiny} from '../../test/helpers/compile-tiny.js';
import {withFolder} from '../../test/helpers/content-root.js';
import {looserSentence, ownDifferences, profileLabel, profileTitle} from '../domain/own-profile.js';

const file = (id: string): string => `questionnaires/profiles/${id}.yaml`;
const written = (id: string, rest: string) => ({[file(id)]: `id: ${id}\n${rest}`});
const loosened = written(
	'plain',
	'extends: plain\noptional: [tls-on]\nthresholds: {backup-retention-days: 1}\nmaxAge: {runs: 1, answers: 700}\n',
);

const warnings = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
	const base = await compileTiny();
	const found = await withFolder(files, root => lintOver(base, root));
	return found.map(p => `${p.severity} ${p.file}:${p.line}:${p.column} ${p.message}`);
};

describe('a profile of the workspace', () => {
	it('is named as changed where it takes the place of a shipped one, and says where it is looser', async () => {
		const content = await loadTiny(loosened);
		const [plain] = content.profiles;
		expect(profileTitle(plain!)).toBe('Plain (changed in this workspace)');
		expect(profileLabel(content, 'plain')).toBe('plain (changed in this workspace)');
		expect(looserSentence(plain!, content)).toBe(
			'“Plain (changed in this workspace)” is looser than the profile “Plain” that comes with dbvet; optional instead of mandatory: “Connections are encrypted”; limits: backup-retention-days 1 instead of 7, days after which an answer is too old 700 instead of 365.',
		);
		expect(ownDifferences(plain!).filter(d => !d.looser)).toMatchObject([{from: '30', to: '1'}]);
	});

	it('is one of the workspace under an id of its own, also over others of its kind', async () => {
		const content = await loadTiny({
			...written('ours', 'extends: base-of-ours\nthresholds: {backup-retention-days: 3}\n'),
			...written('base-of-ours', 'extends: plain\ntitle: Bidi \u202e\n'),
			...written(
				'whole',
				'title: Plain\nsummary: S.\nthresholds: {backup-retention-days: 1}\nmaxAge: {answers: 1, runs: 1}\nmandatory: []\n',
			),
		});
		const of = (id: string) => content.profiles.find(p => p.id === id)!;
		expect(profileTitle(of('whole'))).toBe('Plain (of this workspace)');
		expect(looserSentence(of('whole'), content)).toBeUndefined();
		expect(profileTitle(of('ours'))).toBe('Bidi \\u{202e} (ours, of this workspace)');
		expect(looserSentence(of('ours'), content)).toContain('backup-retention-days 3 instead of 7');
		expect(profileTitle(of('plain'))).toBe('Plain');
		expect(looserSentence(of('plain'), content)).toBeUndefined();
		expect(profileLabel(content, 'gone')).toBe('gone');
	});

	it('may be nowhere looser, and says that too', async () => {
		const content = await loadTiny(
			written('plain', 'extends: plain\nthresholds: {backup-retention-days: 60}\n'),
		);
		expect(looserSentence(content.profiles[0]!, content)).toBe(
			'“Plain (changed in this workspace)” is nowhere looser than the profile “Plain” that comes with dbvet.',
		);
	});

	it('is as shipped where its file is left out', async () => {
		const content = await loadTiny(written('plain', 'extends: plain\noptionl: []\n'));
		expect(content.leftOut).toHaveLength(1);
		expect(profileTitle(content.profiles[0]!)).toBe('Plain');
	});
});

describe('lint of a profile of the workspace', () => {
	it('warns once of a shipped one that is looser, at the place that says so', async () => {
		expect(await warnings(loosened)).toEqual([
			`warning ${file('plain')}:3:12 this makes the shipped profile "plain" looser: tls-on optional instead of mandatory, backup-retention-days 1 instead of 7, days after which an answer is too old 700 instead of 365; documents say so`,
		]);
		expect(
			await warnings(written('ours', 'extends: plain\nthresholds: {backup-retention-days: 1}\n')),
		).toEqual([]);
	});

	it.each([
		['backup-retention-days: -5', 3, 37, 'backup-retention-days: expected at least 0'],
		[
			'backup-retention-days: 2.5',
			3,
			37,
			'backup-retention-days: expected a whole number, found 2.5',
		],
		['backup-retention-days: 1e9', 3, 37, 'backup-retention-days: expected at most 20000'],
		['backup-retention-days: .inf', 3, 37, 'backup-retention-days: expected a number, found .inf'],
		[
			'backup-retention-dayz: 9',
			3,
			14,
			'there is no limit "backup-retention-dayz"; did you mean "backup-retention-days"?',
		],
		[
			'backup-retntion-days: 9',
			3,
			14,
			'there is no limit "backup-retntion-days"; did you mean "backup-retention-days"?',
		],
	])('refuses the limit %s', async (limit, line, column, message) => {
		expect(
			await leftOutOfTiny(written('ours', `extends: plain\nthresholds: {${limit}}\n`)),
		).toEqual([`${file('ours')}:${line}:${column} ${message}`]);
	});

	it('takes another limit that says which way is stricter', async () => {
		const ours = 'extends: plain\nthresholds: {coffee-hours: 2}\n';
		expect(await warnings(written('ours', ours))).toEqual([]);
	});

	it('refuses a control in two lists, and ages that are none', async () => {
		const of = (rest: string) => leftOutOfTiny(written('ours', `extends: plain\n${rest}\n`));
		expect(await of('mandatory: [tls-on]\noptional: [tls-on]')).toEqual([
			`${file('ours')}:4:12 "tls-on" stands under "mandatory" as well; keep it in one of the two`,
		]);
		expect(await of('recommended: [tls-on]\noptional: [tls-on]')).toEqual([
			`${file('ours')}:4:12 "tls-on" stands under "recommended" as well; keep it in one of the two`,
		]);
		expect(await of('optional: [tls-on, tls-on]')).toEqual([
			`${file('ours')}:3:20 "tls-on" stands here twice`,
		]);
		expect(await of('maxAge: {answers: 0}')).toEqual([
			`${file('ours')}:3:19 answers: expected at least 1`,
		]);
		expect(await of('maxAge: {runs: 99999}')).toEqual([
			`${file('ours')}:3:16 runs: expected at most 3650`,
		]);
	});
});
