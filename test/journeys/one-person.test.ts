import {cp, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import {freshBench} from '../helpers/program.js';

const example = fileURLToPath(new URL('../../evidence/example/', import.meta.url));
const env = {DBVET_NOW: '2026-11-22T12:00:00Z'};
const until = ['--until', '2027-01-01'];

const bench = freshBench(({folder}) => cp(example, folder, {recursive: true}));
const run = (...args: readonly string[]): string => {
	const {code, out, err} = bench.dbvet(args, env);
	expect(code, err).toBe(0);
	return out.replace(/\s+/g, ' ');
};
const accepted = (): boolean | undefined =>
	bench
		.json<{risks: readonly {id: string; accepted: boolean}[]}>(['status'], env)
		.risks.find(risk => risk.id === 'prod-db/interception')?.accepted;
const waive = (approver: string): string =>
	run(
		'waive',
		'prod-db',
		'pg-archiver-health',
		'--reason',
		'known',
		'--approver',
		approver,
		...until,
		'--by',
		'Bob',
	);

/** Bob accepts a failure and a risk that he himself recorded, under a profile that lets him. */
const acceptAlone = (): string => {
	const loosened = run('profile', 'set', 'startup', '--yes');
	waive('Bob');
	run(
		'decide',
		'prod-db/interception',
		'--treatment',
		'accept',
		'--reason',
		'known',
		'--approver',
		'bob ',
		...until,
		'--by',
		'Bob',
	);
	expect(accepted()).toBe(true);
	return loosened;
};

describe('an approval by its own author, under a profile that wants two persons', () => {
	test('is named by the preview, and the rule as well, both ways', () => {
		expect(acceptAlone()).toContain(
			'Another rule for who approves a waiver or an accepted risk its author may, too; until now it had to be another person',
		);
		const stricter = run('profile', 'set', 'regulated', '--yes');
		expect(stricter).toContain('another person than its author; until now its author might');
		expect(stricter).toMatch(
			/2 approvals hold no longer, so that what was accepted counts again prod-db: waiver w-[0-9a-f]{10} of pg-archiver-health \(approved by Bob\) prod-db: acceptance of prod-db\/interception \(approved by bob\)/,
		);
		expect(run('profile', 'set', 'startup', '--yes')).toMatch(
			/2 approvals that did not hold hold again/,
		);
	});

	test('counts neither in status nor in the gate, until somebody else approves it', () => {
		acceptAlone();
		run('profile', 'set', 'regulated', '--yes');
		expect(accepted()).toBe(false);
		const status = run('status');
		expect(status).toMatch(
			/the waiver w-\w+ of pg-archiver-health \(approved by Bob\) does not hold/,
		);
		expect(status).toContain('the acceptance of prod-db/interception');
		expect(bench.dbvet(['check'], env).out).toContain('prod-db/pg-archiver-health');
		waive('Ada');
		expect(bench.dbvet(['check'], env).out).not.toContain('prod-db/pg-archiver-health');
	});

	test('counts in no document', async () => {
		acceptAlone();
		run('profile', 'set', 'regulated', '--yes');
		run('render', 'risk-assessment', 'security-baseline', '--format', 'md');
		const document = (name: string): Promise<string> =>
			readFile(join(bench.folder, `documents/${name}.md`), 'utf8');
		const risks = await document('risk-assessment');
		expect(risks).toContain('- **2** accepted');
		const alone = 'It was approved by its own author, and the profile wants another approver';
		expect(risks).toMatch(
			new RegExp(
				`pg-archiver-health .w-.*\\*\\*✖ does not count\\*\\* ${alone}; 1 of 1 still fail`,
			),
		);
		expect(risks).toMatch(
			new RegExp(`prod-db/interception.*1 January 2027 \\*\\*✖ does not count\\*\\* ${alone}`),
		);
		expect(risks).toContain(
			'Accept the risk; no owner named, no date set, approved by bob and until 1 January 2027. It does not count',
		);
		expect(risks).not.toMatch(/◇ accepted\*\*.*Bob/i);
		expect(await document('security-baseline-prod-db')).toMatch(
			/pg-archiver-health.*✖ does not count/,
		);
	});
});
