import {appendFile, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

type Status = {
	readonly controls: readonly {control: string; assurance: string; because: string}[];
	readonly evidence: readonly {id: string; remarks: readonly string[]}[];
};
type Gate = {readonly problems: readonly {kind: string; text: string}[]};

const bench = freshBench(async fresh => {
	fresh.init();
	const url = 'postgres://dbvet@127.0.0.1:5432/db';
	expect(fresh.dbvet(['target', 'add', 'prod', url]).code).toBe(0);
	expect(fresh.dbvet(['answer', 'plaintext-refused', 'yes', '--target', 'prod']).code).toBe(0);
	await writeFile(join(fresh.folder, 'settings.txt'), 'ssl = on\n');
	expect(add().code).toBe(0);
});

const add = () =>
	bench.dbvet(
		['evidence', 'add', 'settings.txt', '--for', 'tls-required', '--kind', 'configuration-export'],
		{},
	);
const tls = () =>
	bench.json<Status>(['status']).controls.find(({control}) => control === 'tls-required')!;
const lostProblems = () =>
	bench.json<Gate>(['check']).problems.filter(({kind}) => kind === 'lost-evidence');
const vaultFile = (): string => {
	const {evidence} = bench.json<{evidence: {sha256: string}[]}>(['evidence', 'list']);
	return join(bench.folder, 'evidence', evidence[0]!.sha256);
};
const baseline = async (): Promise<string> => {
	expect(bench.dbvet(['render', 'risk-assessment', '--format', 'md']).code).toBe(0);
	return readFile(join(bench.folder, 'documents', 'risk-assessment.md'), 'utf8');
};

test.each([
	['changed', 'was changed after it was added', (path: string) => appendFile(path, 'x')],
	['deleted', 'is no longer in the vault', (path: string) => rm(path)],
])('a proof whose file was %s proves nothing, wherever it is named', async (_, words, harm) => {
	expect(tls().assurance).toBe('documented');
	expect(lostProblems()).toEqual([]);
	expect(await baseline()).toContain('✔ valid');
	await harm(vaultFile());

	expect(tls().assurance).toBe('claimed');
	expect(tls().because).toContain(words);
	expect(bench.json<Status>(['status']).evidence[0]!.remarks[0]).toContain(words);
	const status = bench.dbvet(['status']).out.replace(/\s+/g, ' ');
	expect(status).toContain(words);
	expect(status).toContain('dbvet evidence add FILE --for tls-required --target prod');
	expect(bench.dbvet(['evidence', 'list'], {COLUMNS: '300'}).out).toContain(words);
	expect(lostProblems()[0]!.text).toContain(words);
	const document = await baseline();
	expect(document).toContain(`of prod proves nothing: its file ${words}`);
	expect(document).toContain('✖ proves nothing');
	expect(document).not.toContain('✔ valid');

	// The same content added again brings the file back.
	expect(add().code).toBe(0);
	expect(tls().assurance).toBe('documented');
	expect(lostProblems()).toEqual([]);
});
