import {mkdir, rm, symlink} from 'node:fs/promises';
import {join} from 'node:path';
import {execFileSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {tinyFiles, withFolder} from '../../test/helpers/content-root.js';
import {compileContent, lintContent, problemLine} from './index.js';
import {readFailure} from './read-text.js';

const catalogue = 'evidence/catalog.yaml';

const lintWith = (content: string | Uint8Array): Promise<readonly string[]> =>
	withFolder({...tinyFiles, [catalogue]: content}, async root =>
		(await lintContent(root)).map(problemLine),
	);

/** Each level repeats the one before nine times: a few lines that would expand to hundreds of millions of values. */
const aliasBomb = [
	'a: &a [x, x, x, x, x, x, x, x, x]',
	...'bcdefghi'.split('').map(
		(name, i) =>
			`${name}: &${name} [${Array(9)
				.fill(`*${'abcdefgh'[i] ?? 'a'}`)
				.join(', ')}]`,
	),
].join('\n');

const cases: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
	['an alias bomb', aliasBomb, /^evidence\/catalog\.yaml:1:1 this file repeats aliases/],
	['an alias of nothing', 'kinds: *nobody\n', /:1:1 not valid YAML: Unresolved alias .*nobody/],
	[
		'a tab as indentation',
		'kinds:\n\t- id: scan\n',
		/:2:1 a tab is used as indentation; use spaces/,
	],
	[
		'a key that stands twice',
		'kinds: []\nkinds: []\n',
		/:2:1 this key stands here twice; keep one/,
	],
	['two documents', 'kinds: []\n---\nkinds: []\n', /:2:1 a second document begins here/],
	['an empty file', '', /:1:1 this file is empty/],
	['a file of comments', '# nothing\n', /:1:1 this file is empty/],
	['a list in place of keys', '- scan\n', /:1:1 expected a group of keys, found a list/],
	['a plain text', 'hello\n', /:1:1 expected a group of keys, found a text/],
	[
		'an unquoted text with a colon',
		'kinds:\n  - id: scan\n    title: A scan: dated\n',
		/:3:12 a text that holds ": " begins here/,
	],
	[
		'UTF-16',
		new Uint8Array([0xff, 0xfe, 0x61, 0x00]),
		/:1:1 this file is UTF-16; save it as UTF-8/,
	],
	['Latin-1', new Uint8Array([0x61, 0x3a, 0x20, 0xe4, 0x0a]), /:1:1 this file is not UTF-8 text/],
	['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /not UTF-8 text/],
	['bytes of zero', new Uint8Array([0x61, 0x00, 0x62]), /this file is binary/],
	['a terminal escape', 'kinds: "\u001b[2J"\n', /this file is binary, or holds control characters/],
	[
		'extreme nesting',
		`kinds: ${'['.repeat(100_000)}`,
		/this file nests more than 40 levels|not valid YAML/,
	],
	[
		'deep nesting',
		`kinds: ${'['.repeat(60)}${']'.repeat(60)}`,
		/this file nests more than 40 levels/,
	],
	[
		'three megabytes',
		`kinds: "${'x'.repeat(3_000_000)}"`,
		/has 300\d+ bytes; at most 2097152 are read/,
	],
	['a key of the prototype', '__proto__: {kinds: []}\n', /unknown key "__proto__"/],
];

describe('hostile and broken files', () => {
	it.each(cases)('reports %s', async (_name, content, expected) => {
		const found = await lintWith(content);
		expect(found.length).toBeGreaterThan(0);
		expect(found.some(line => expected.test(line))).toBe(true);
	});

	it('reads a file with a byte order mark', async () => {
		expect(await lintWith(`\ufeff${tinyFiles[catalogue] ?? ''}`)).toEqual([]);
	});

	it('reads a file with Windows line ends, and counts its lines right', async () => {
		const windows = (tinyFiles[catalogue] ?? '').replaceAll('\n', '\r\n');
		expect(await lintWith(windows)).toEqual([]);
		expect(await lintWith(windows.replace('title', 'titel'))).toContain(
			'evidence/catalog.yaml:3:5 unknown key "titel"; did you mean "title"?',
		);
	});

	it('reports a folder where a file is expected, a link that leads to itself, and a pipe', async () => {
		await withFolder(tinyFiles, async root => {
			const path = join(root, catalogue);
			await rm(path);
			await mkdir(path);
			expect((await lintContent(root)).map(problemLine)).toEqual([
				'evidence/catalog.yaml:1:1 this is a folder, and a file is expected here',
			]);
			await rm(path, {recursive: true});
			await symlink(path, path);
			expect((await lintContent(root)).map(problemLine)).toEqual([
				'evidence/catalog.yaml:1:1 this is a symbolic link that leads back to itself',
			]);
			await rm(path);
			execFileSync('mkfifo', [path]);
			expect((await lintContent(root)).map(problemLine)).toEqual([
				'evidence/catalog.yaml:1:1 this is not a regular file',
			]);
		});
	});

	it('reports a file where the folder of profiles is expected', async () => {
		const rest = Object.fromEntries(
			Object.entries(tinyFiles).filter(([file]) => !file.includes('/profiles/')),
		);
		const found = await withFolder({...rest, 'questionnaires/profiles': 'x'}, root =>
			lintContent(root),
		);
		expect(found.map(problemLine)).toEqual([
			'questionnaires/profiles:1:1 this is a file, and a folder is expected here',
		]);
	});

	it('says who may not read a file', () => {
		expect(readFailure('EACCES')).toContain('change its permissions');
		expect(readFailure('EIO')).toBe('this file could not be read (EIO)');
	});

	it('refuses a folder without questionnaires', async () => {
		await expect(withFolder({'a.txt': ''}, compileContent)).rejects.toMatchObject({
			name: 'UserError',
			message: expect.stringContaining('has no folder "questionnaires"') as string,
		});
	});
});
