import {expect, test} from 'vitest';
import {allFamilies} from '../../probes/all-families.js';
import {checkLines, checkRows} from './check-lines.js';

const checks = allFamilies.flatMap(family => family.checks);

test.each([80, 120])(
	'each check takes two lines of at most %i columns, its title whole',
	columns => {
		const lines = checkLines(checks, columns);
		expect(lines).toHaveLength(2 * checks.length);
		for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(columns);
		checks.forEach(({id, title}, at) => {
			expect(lines[2 * at]).toContain(id);
			expect(lines[2 * at + 1]?.trim()).toBe(title);
		});
	},
);

test('for another program nothing is cut or padded', () => {
	for (const [at, row] of checkRows(checks).entries()) {
		const {id, severity, needs, title} = checks[at]!;
		expect(row.split('\t')).toEqual([id, severity, needs, title]);
	}
});
