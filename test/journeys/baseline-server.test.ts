import {expect, test} from 'vitest';
import {env, mainJob} from '../helpers/main-job.js';

const job = mainJob();
const dbvet = (...args: readonly string[]) => job.bench().dbvet(args, env);

type Deviation = {word: string; kind: string; id: string; severity: string};
type Diff = {
	deviations: Deviation[];
	unseen: {check: string; failures: number}[];
	kept: {failures: number};
};
const diff = (): Diff => job.bench().json<Diff>(['baseline', 'diff'], env);
const findings = ({deviations}: Diff): readonly string[] =>
	deviations.filter(d => d.kind === 'finding').map(({word, id}) => `${word} ${id}`);
const probe = () => dbvet('probe', 'prod', '--timeout', '20000');
const gate = () => dbvet('check', '--baseline', '--json');
type Gate = {problems: {id: string; deviation?: string}[]; baseline: {held: {failures: number}}};

test('on a real server: what is planted is new, what is mended is fixed, and what cannot be seen is neither', async () => {
	expect(probe().code).toBeLessThan(2);
	const approved = dbvet('baseline', 'approve', 'first');
	expect(approved.code, approved.err).toBe(0);
	expect(gate().code).toBe(0);
	expect(probe().code).toBeLessThan(2);
	expect(findings(diff())).toEqual([]);

	await job.postgres().query("CREATE ROLE intruder SUPERUSER LOGIN PASSWORD 'x'");
	probe();
	const planted = findings(diff()).filter(line => line.includes('intruder'));
	expect(planted.length).toBeGreaterThan(0);
	expect(planted.every(line => line.startsWith('new prod/'))).toBe(true);
	const stopped = gate();
	expect(stopped.code).toBe(1);
	const {problems, baseline} = JSON.parse(stopped.out) as Gate;
	expect(problems.some(({id, deviation}) => id.includes('intruder') && deviation === 'new')).toBe(
		true,
	);
	expect(baseline.held.failures).toBeGreaterThan(0);

	expect(dbvet('baseline', 'approve', 'second').code).toBe(0);
	expect(gate().code).toBe(0);
	await job.postgres().query('DROP ROLE intruder');
	probe();
	const mended = diff();
	expect(findings(mended).filter(line => line.includes('intruder'))).toEqual(
		planted.map(line => line.replace('new ', 'fixed ')),
	);

	expect(dbvet('baseline', 'approve', 'third').code).toBe(0);
	await job.postgres().stop();
	expect(probe().code).toBe(3);
	const blind = diff();
	expect(findings(blind)).toEqual([]);
	expect(blind.kept.failures).toBeGreaterThan(0);
});
