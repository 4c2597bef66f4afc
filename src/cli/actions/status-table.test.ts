import {expect, test} from 'vitest';
import type {Evaluation} from '../../domain/evaluation.js';
import {processOutput, widthOf} from '../output.js';
import {statusTable} from './status-table.js';

const target = (name: string, more: object = {}): Evaluation['targets'][number] =>
	({
		target: {name, kind: 'organisation'},
		answered: 47,
		asked: 182,
		verified: 30,
		failing: 114,
		criticalFailing: 33,
		unknown: 116,
		contradictions: 7,
		...more,
	}) as unknown as Evaluation['targets'][number];

const {style} = processOutput(process);
const expires = {what: 'exception to ops-restore-routine', inDays: 120};

const widthOfTable = (rows: readonly (readonly string[])[]): number =>
	(rows[0] ?? [])
		.map((_, at) => Math.max(...rows.map(row => widthOf(row[at] ?? ''))))
		.reduce((sum, width) => sum + width + 2, -2);

test.each([80, 100, 120])('fits into %i columns, with what expires above or below', width => {
	const targets = [target('prod-db', {expires}), target('x'.repeat(64))];
	const {rows, below} = statusTable(targets, style, width);
	expect(widthOfTable(rows)).toBeLessThanOrEqual(width);
	expect([...rows.flat(), ...below].join('\n')).toContain('exception to ops-restore-routine');
	expect(rows[1]?.join(' ')).toContain('114 (33 critical)');
});

test('what has expired is told before what will', () => {
	const on = '2026-12-01';
	const iso = {what: 'ISO certificate', on, inDays: -1};
	const soc = {what: 'SOC 2 report', on, inDays: -1};
	const cells = (more: object): string | undefined =>
		statusTable([target('prod-db', more)], style, 200).rows[1]?.at(-1);
	expect(cells({expires, expired: [iso]})).toContain('ISO certificate expired');
	expect(cells({expired: [iso, soc]})).toContain('ISO certificate expired, and 1 more');
	expect(cells({expired: [iso, {...iso, on: '2026-11-01'}]})).toMatch(/expired$/);
	const long = target('x'.repeat(64), {expires, expired: [iso, soc]});
	expect(statusTable([long], style, 80).below.map(l => l.replace(/^x+/, ''))).toEqual([
		': ISO certificate expired on 2026-12-01',
		': SOC 2 report expired on 2026-12-01',
		': exception to ops-restore-routine expires in 120 d',
	]);
});

test('nothing is left out where there is room', () => {
	const {rows, below} = statusTable([target('prod-db', {expires})], style, 200);
	expect(rows[1]).toContain('organisation');
	expect(rows[1]).toContain('exception to ops-restore-routine 120 d');
	expect(below).toEqual([]);
});
