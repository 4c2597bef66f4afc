import {cpSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {fileURLToPath} from 'node:url';
import {freshBench} from '../helpers/program.js';

const bench = freshBench(fresh => {
	cpSync(fileURLToPath(new URL('../../evidence/example', import.meta.url)), fresh.folder, {
		recursive: true,
	});
});
const at = (day: string) => ({DBVET_NOW: `${day}T12:00:00Z`});

test('what was probed too long ago is documented nowhere', () => {
	const coverage = ['questionnaire', 'coverage', '--framework', 'pci-dss-4.0.1'];
	const fresh = bench.dbvet(coverage, at('2026-11-22')).out;
	expect(fresh).toContain('tls-strong: prod-db met (verified)');
	const later = bench.dbvet(coverage, at('2027-02-15')).out.replace(/\s+/g, ' ');
	expect(later).toContain('tls-strong: prod-db met (last verified too long ago, stale)');
	expect(later).not.toContain('(documented, stale)');
	expect(bench.dbvet(['render', '--format', 'md'], at('2027-02-15')).code).toBe(0);
	for (const name of ['risk-assessment', 'security-baseline-prod-db']) {
		const text = readFileSync(join(bench.folder, 'documents', `${name}.md`), 'utf8');
		const stale = text.split('\n').filter(row => /^\|.*\*\*↻ stale\*\*/.test(row));
		expect(stale.length).toBeGreaterThan(5);
		for (const row of stale) expect(row).not.toMatch(/\| documented \|/);
		expect(text).toContain('last probed on 22 November 2026, too old to count as verified');
		expect(text).toMatch(/↻ stale\S* .*older than the profile allows/);
	}
});
