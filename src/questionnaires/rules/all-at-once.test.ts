import {beforeAll, describe, expect, it} from 'vitest';
import {plantedIn, tinyFiles, withFolder} from '../../../test/helpers/content-root.js';
import {compileTiny, lintOver} from '../../../test/helpers/compile-tiny.js';
import {base, lintFiles, profile} from '../../../test/helpers/lint-tiny.js';
import {
	formMistakes,
	linkMistakes,
	plantMistake,
	type Mistake,
} from '../../../test/helpers/planted-mistakes.js';
import {problemLine} from '../index.js';

const errors = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
	(await lintFiles(files))
		.filter(line => line.startsWith('error'))
		.map(line => line.replace(/ \[.*?\] /, ' ').replace(/; did you mean .*$/, ''));

const alone = new Map<Mistake, readonly string[]>();
beforeAll(async () => {
	for (const mistake of [...formMistakes, ...linkMistakes])
		alone.set(mistake, await errors(plantMistake(mistake)));
});

/** The two mistakes together, or nothing where one has taken away what the other one spoils. */
const together = (a: Mistake, b: Mistake): Readonly<Record<string, string>> | undefined => {
	const files = plantMistake(a);
	return files[b.file]?.includes(b.find) === true ? plantMistake(b, files) : undefined;
};

describe('a mistake in the form of one piece beside one between pieces', () => {
	it.each(formMistakes)('$name adds nothing that is no mistake, and is told itself', async form => {
		for (const link of linkMistakes) {
			const files = together(form, link);
			if (files === undefined) continue;
			const found = await errors(files);
			const [first = [], second = []] = [alone.get(form), alone.get(link)];
			expect([...first, ...second], link.name).toEqual(expect.arrayContaining([...found]));
			expect(found, link.name).toEqual(expect.arrayContaining([...first]));
		}
	});

	it.each(formMistakes.filter(({foundBy}) => foundBy === 'describe-issue'))(
		'$name hides few others',
		async form => {
			const hidden: string[] = [];
			for (const link of linkMistakes) {
				const files = together(form, link);
				if (files === undefined) continue;
				const found = await errors(files);
				if (!(alone.get(link) ?? []).every(line => found.includes(line))) hidden.push(link.name);
			}
			expect(hidden.length).toBeLessThanOrEqual(6);
		},
	);
});

it('tells five mistakes of two files of a workspace at once', async () => {
	const plant = (text: string, ...pairs: readonly (readonly [string, string])[]): string =>
		pairs.reduce((all, [find, replace]) => plantedIn(all, find, replace), text);
	const content = await compileTiny();
	const found = await withFolder(
		{
			[base]: plant(
				tinyFiles[base] ?? '',
				['title: Backups are kept long enough', `title: ${'Backups '.repeat(20)}`],
				['control: backups-kept\n    text: Where', 'control: backups-kpt\n    text: Where'],
				['role: required}', 'role: required}\n      - {check: tls-no-such-thing, role: informs}'],
				['{answer: tls-asked,', '{answer: tls-aked,'],
			),
			[profile]: plant(tinyFiles[profile] ?? '', ['recommended: [backups', 'recommended: [backup']),
		},
		root => lintOver(content, root),
	);
	const expected = [
		'the catalogue has no check "tls-no-such-thing"',
		'title: expected at most 110 characters',
		'there is no question "tls-aked"; did you mean "tls-asked"?',
		'there is no control "backups-kpt"; did you mean "backups-kept"?',
		'there is no control "backup-kept"; did you mean "backups-kept"?',
	];
	expect(found.map(problemLine)).toEqual(
		expected.map(text => expect.stringContaining(text) as unknown),
	);
});
