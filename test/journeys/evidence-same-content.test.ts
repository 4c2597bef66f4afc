import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {asExport, evidenceBench, secret} from '../helpers/evidence-bench.js';

const {bench, add} = evidenceBench();

test('the same content twice is one object with two links, and keeps what was said of it', async () => {
	await writeFile(join(bench.folder, 'a.txt'), 'log = on\n');
	await writeFile(join(bench.folder, 'b.txt'), 'log = on\n');
	expect(add('a.txt', ...asExport, '--effective', '2026-01-01').code).toBe(0);
	const again = bench.dbvet(['evidence', 'add', 'b.txt', '--for', 'not-public']);
	expect(again.out).toContain('it now stands beside not-public of prod as well');
	const {evidence} = bench.json<{evidence: {effective: string; links: unknown[]}[]}>([
		'evidence',
		'list',
	]);
	expect(evidence).toHaveLength(1);
	expect(evidence[0]).toMatchObject({effective: '2026-01-01', kind: 'configuration-export'});
	expect(evidence[0]!.links).toHaveLength(2);
	expect(add('a.txt').out).toContain('it was linked to that before');
});

test('two files that differ in their secrets only are one object, and what is not kept is said', async () => {
	await writeFile(join(bench.folder, 'a.txt'), `password=${secret}\n`);
	await writeFile(join(bench.folder, 'b.txt'), 'password=Other-77x-long\n');
	add('a.txt', ...asExport, '--title', 'The first');
	const {out} = add('b.txt', '--title', 'The second');
	expect(out).toMatch(/kept already, as e-[0-9a-f]{10} \(“The first”, a\.txt\)/);
	expect(out).toContain('Without the secrets that were taken out b.txt reads the same');
	expect(out.replace(/\s+/g, ' ')).toContain('Its title is now “The second”, for everything');
	const again = add('a.txt').out;
	expect(again).not.toContain('reads the same');
	expect(again).not.toContain('Its title is now');
	await writeFile(join(bench.folder, 'c.txt'), 'log = on\n');
	await writeFile(join(bench.folder, 'd.txt'), 'log = on\n');
	add('c.txt', ...asExport);
	expect(add('d.txt').out).toContain('d.txt holds the same');
});

describe('the same content with another kind or other dates', () => {
	const stands = () =>
		bench.json<{evidence: {kind: string; effective: string; links: unknown[]}[]}>([
			'evidence',
			'list',
		]).evidence;
	const screenshot = ['--kind', 'configuration-screenshot', '--effective', '2026-02-01'];
	const elsewhere = (...more: readonly string[]) =>
		bench.dbvet(['evidence', 'add', 'a.txt', '--for', 'not-public', ...more]);

	test('is refused where it would change what it proves for another control', async () => {
		await writeFile(join(bench.folder, 'a.txt'), 'log = on\n');
		add('a.txt', ...asExport, '--effective', '2026-01-01');
		const before = stands();
		const {code, err} = elsewhere(...screenshot);
		expect(code).toBe(2);
		expect(err).toContain('stands beside tls-required of prod');
		expect(err).toContain('kind configuration-export -> configuration-screenshot');
		expect(err).toContain('effective 2026-01-01 -> 2026-02-01');
		expect(err).toContain('--change');
		expect(stands()).toEqual(before);
		expect(elsewhere(...asExport).code).toBe(0);
		expect(stands()[0]!.links).toHaveLength(2);
	});

	test('is taken for the only control it stands beside, and everywhere with --change', async () => {
		await writeFile(join(bench.folder, 'a.txt'), 'log = on\n');
		add('a.txt', ...asExport);
		expect(add('a.txt', ...screenshot).code).toBe(0);
		expect(stands()[0]).toMatchObject({kind: 'configuration-screenshot', effective: '2026-02-01'});
		expect(elsewhere(...asExport).code).toBe(2);
		expect(elsewhere(...asExport, '--change').code).toBe(0);
		expect(stands()[0]).toMatchObject({kind: 'configuration-export'});
	});

	test('is taken where nobody said a kind before, and keeps the last day that was given', async () => {
		await writeFile(join(bench.folder, 'a.txt'), 'log = on\n');
		add('a.txt', '--valid-until', '2099-01-01');
		expect(elsewhere(...asExport).code).toBe(0);
		const given = {kind: 'configuration-export', validUntil: '2099-01-01'};
		expect(stands()[0]).toMatchObject(given);
		expect(elsewhere(...asExport, '--valid-until', '2098-01-01').code).toBe(2);
		expect(stands()[0]).toMatchObject(given);
	});

	test('gets the last day of the new kind where the old one was that of its kind', async () => {
		await writeFile(join(bench.folder, 'a.txt'), 'log = on\n');
		const effective = ['--effective', '2026-01-01'];
		add('a.txt', ...asExport, ...effective);
		add('a.txt', '--kind', 'architecture-diagram');
		expect(stands()[0]).toMatchObject({validUntil: '2027-01-01'});
		add('a.txt', ...asExport, '--valid-until', '2026-02-02');
		add('a.txt', '--kind', 'architecture-diagram');
		expect(stands()[0]).toMatchObject({validUntil: '2026-02-02'});
	});
});
