import {execFileSync} from 'node:child_process';
import {mkdir, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {userErrorOf} from '../../test/helpers/complaint.js';
import {tinyFiles, withFolder} from '../../test/helpers/content-root.js';
import {compileTiny} from '../../test/helpers/compile-tiny.js';
import {tinyDatabase, tinyNow, tinyState} from '../../test/helpers/tiny-record.js';
import {lintContent, problemLine, readAnswers} from './index.js';

const catalogue = 'evidence/catalog.yaml';

/** Each text stands in a catalogue of evidence and in an answers file; both tell one problem. */
const cases: readonly (readonly [name: string, text: string | Uint8Array, expected: string])[] = [
	['a day with a tag', 'targets:\n  prod: !!timestamp 2027-01-01\n', ':2:9 a tag'],
	['bytes', 'targets: !!binary aGVsbG8=\n', ':1:10 a tag'],
	['a set', 'targets: !!set {prod}\n', ':1:10 a tag'],
	['code', "targets: !!js/function 'x'\n", ':1:10 a tag'],
	['a tag of somebody else', 'targets: !foo\n  prod: x\n', ':1:10 a tag'],
	['another YAML', '%YAML 1.1\n---\ntargets: {prod: yes}\n', ':1:1 this file asks for YAML 1.1'],
	['a directive', '%FOO bar\n---\ntargets: {prod: yes}\n', ':1:1 a directive'],
	['a list as key', 'targets:\n  ? [a, b]\n  : x\n', ':2:5 a key is a word or a text'],
	['an alias as key', 'targets: &a x\n*a : y\n', ':2:1 a key is a word or a text'],
	['an alias of itself', 'targets: &a\n  prod: *a\n', ':1:1 this file nests more than 40 levels'],
	['a key that stands twice', 'targets: {}\ntargets: {}\n', ':2:1 this key stands here twice'],
	['brackets without end', '['.repeat(100_000), ' this file nests more than 40 levels'],
	['several faults of syntax', 'a: b: c: d\n  e: [\nf: "\n', ':1:4 a text that holds ": " begins'],
	['tabs', 'targets:\n\tprod:\n\t\tx: yes\n', ':2:1 a tab is used as indentation'],
	['NUL', 'targets: "a\0b"\n', ' this file is binary'],
	['fifty megabytes', new Uint8Array(50_000_000).fill(120), ' this file has 50000000 bytes'],
];

const withAnswers = async (make: (path: string) => unknown) => {
	const content = await compileTiny();
	const state = tinyState({targets: [tinyDatabase()]});
	return withFolder({}, async root => {
		const path = join(root, 'answers.yaml');
		await make(path);
		return readAnswers(path, {content, state, now: tinyNow});
	});
};

describe('hostile YAML', () => {
	it.each(cases)('%s: one problem of the lint', async (_, text, expected) => {
		const found = await withFolder({...tinyFiles, [catalogue]: text}, lintContent);
		expect(found.map(problemLine)).toEqual([expect.stringContaining(expected)]);
		expect(found[0]?.file).toBe(catalogue);
	});

	it.each(cases)('%s: one problem of an answers file, and no answer', async (_, text, expected) => {
		const {message} = await userErrorOf(withAnswers(path => writeFile(path, text)));
		expect(message.match(/answers\.yaml:(\d+:\d+)? /g)).toHaveLength(1);
		expect(message).toContain(expected);
	});

	it.each<[string, (path: string) => unknown, string]>([
		['a folder', path => mkdir(path), 'this is a folder'],
		['a link to itself', path => symlink(path, path), 'this is a symbolic link that leads back'],
		['a pipe', path => execFileSync('mkfifo', [path]), 'this is not a regular file'],
		['a device', path => symlink('/dev/zero', path), 'this is not a regular file'],
	])('%s in place of an answers file is told and not waited for', async (_, make, expected) => {
		const error = await userErrorOf(withAnswers(make));
		expect(error.message).toContain(`answers.yaml: ${expected}`);
		expect(error.exitCode).toBe(3);
	});

	it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
		'%s is neither a target, nor a question, nor a key',
		async name => {
			for (const text of [
				`targets: {${name}: {tls-asked: yes}}\n`,
				`targets: {prod: {${name}: yes}}\n`,
				`targets: {prod: {tls-asked: {${name}: yes}}}\n`,
				`${name}: {}\ntargets: {}\n`,
			]) {
				const {message} = await userErrorOf(withAnswers(path => writeFile(path, text)));
				expect(message).toMatch(new RegExp(`answers\\.yaml:\\d+:\\d+ .*"${name}"`));
			}
		},
	);

	it.each([
		['a byte order mark', '\ufefftargets:\n  prod:\n    tls-asked: yes\n'],
		['Windows line ends', 'targets:\r\n  prod:\r\n    tls-asked: yes\r\n'],
		['line ends of old Macs', 'targets:\r  prod:\r    tls-asked: yes\r'],
	])('reads a file with %s', async (_, text) => {
		expect(await withAnswers(path => writeFile(path, text))).toMatchObject([
			{question: 'tls-asked', value: 'yes'},
		]);
	});
});
