import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {openBench, type Bench} from '../helpers/program.js';

const changed = 'changed in this workspace';
const sentence =
	/“Regulated \(changed in this workspace\)” is looser than the profile “Regulated” that comes with dbvet; optional instead of mandatory: “[^”]+”; limits: backup-retention-days 1 instead of 35\./;

let bench: Bench;
const out = (...args: readonly string[]): string => {
	const {code, out: text, err} = bench.dbvet(args);
	expect(code, err).toBe(0);
	return text;
};

beforeEach(async () => {
	bench = await openBench();
	out('init', '--yes', '--organisation', 'Example', '--profile', 'regulated');
	out('target', 'add', 'prod', 'postgres://dbvet@127.0.0.1:1/shop');
	mkdirSync(join(bench.folder, 'questionnaires/profiles'), {recursive: true});
	writeFileSync(
		join(bench.folder, 'questionnaires/profiles/regulated.yaml'),
		'id: regulated\nextends: regulated\noptional: [tls-required]\nthresholds: {backup-retention-days: 1}\n',
	);
});
afterEach(() => bench.remove());

test('a shipped profile that the workspace loosened passes nowhere as the shipped one', () => {
	expect(out('status')).toContain(`Example · regulated (${changed})`);
	expect(out('profile', 'list')).toContain(`Regulated (${changed}) (in force)`);
	const shown = out('profile', 'show', 'regulated').replace(/\s+/g, ' ');
	expect(shown).toContain(`Regulated (${changed})`);
	expect(shown).toContain('(tls-required): mandatory -> optional');
	expect(shown).toContain('looser: backup-retention-days: 35 -> 1');
	expect(out('profile', 'set', 'startup,regulated', '--yes')).toContain(
		`In force: startup, regulated (${changed}).`,
	);
	const doctor = bench.dbvet(['doctor']).out;
	expect(doctor).toContain(`in force: startup, regulated (${changed})`);
	const linted = out('questionnaire', 'lint');
	expect(linted).toContain('regulated.yaml:3:12 warning: this makes the shipped profile');
	expect(bench.json(['status', '--json'])).toMatchObject({
		ownProfiles: [{id: 'regulated', shipped: 'regulated'}],
	});
	expect(bench.json(['profile', 'show', 'regulated', '--json'])).not.toHaveProperty('profile.own');
});

test('documents name it so, say where it is looser, and the content version that doctor names', () => {
	out('target', 'add', 'other', 'postgres://dbvet@127.0.0.1:2/shop');
	out('profile', 'set', 'startup', '--target', 'other', '--yes');
	out('render', '--format', 'md');
	const read = (name: string) => readFileSync(join(bench.folder, 'documents', name), 'utf8');
	const [risk, prod, other] = [
		'risk-assessment',
		'security-baseline-prod',
		'security-baseline-other',
	].map(name => read(`${name}.md`));
	for (const text of [risk, prod]) {
		expect(text).toMatch(sentence);
		expect(text).toContain(`**Profiles:** Regulated (${changed})`);
	}
	expect(other).toContain('**Profiles:** Startup\n');
	expect(other).not.toMatch(sentence);
	const version = /content ([0-9a-f]{12})/.exec(risk ?? '')?.[1] ?? 'none';
	const doctor = bench.dbvet(['doctor']).out.split('\n');
	expect(doctor.find(line => line.includes(version))).toContain('files of this workspace');
	expect(doctor.filter(line => line.includes('version'))).toHaveLength(2);
});
