import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {gateCase, gateReportOf, hostileText} from '../../../test/helpers/gate-case.js';
import {elements, readXml} from '../../../test/helpers/read-xml.js';
import type {GateCase} from '../../domain/gate.js';
import {junit} from './junit.js';

const read = (cases: readonly GateCase[]) => readXml(junit(gateReportOf(cases)));

const told = (one: GateCase) =>
	elements(read([one]), 'testcase')[0]?.children.map(({tag, attributes}) => [
		tag,
		attributes.message,
	]);

describe('JUnit', () => {
	it('shows a pass as a pass, and nothing else', () => {
		expect(told(gateCase('a', 'pass'))).toEqual([]);
		expect(told(gateCase('a', 'stops'))).toEqual([['failure', 'let in']]);
		expect(told(gateCase('a', 'let-through'))).toEqual([
			['skipped', 'Fails, and is let through: let in'],
		]);
		expect(told(gateCase('a', 'unknown'))).toEqual([['skipped', 'Not known: let in']]);
		expect(told(gateCase('a', 'partly'))).toEqual([['skipped', 'Met in part: let in']]);
		expect(told(gateCase('a', 'not-applicable'))).toEqual([['skipped', 'Does not apply: let in']]);
		expect(told(gateCase('a', 'accepted', {reason: 'A lab.'}))).toEqual([
			['skipped', 'Fails, and is accepted: A lab.'],
		]);
	});

	it('counts what it holds, for each target and as a whole', () => {
		const root = read([
			gateCase('a', 'pass'),
			gateCase('b', 'stops', {target: 'other'}),
			gateCase('c', 'unknown'),
		]);
		expect(root.attributes).toMatchObject({tests: '3', failures: '1', errors: '0', skipped: '1'});
		expect(root.children.map(({attributes}) => attributes)).toMatchObject([
			{name: 'prod', tests: '2', failures: '0', skipped: '1', timestamp: '2026-11-22T12:00:00'},
			{name: 'other', tests: '1', failures: '1', skipped: '0'},
		]);
	});

	it('tells endpoints apart by name, because a reader drops the second of one name', () => {
		const names = elements(
			read([
				gateCase('a', 'pass', {endpoint: 'one:5432'}),
				gateCase('a', 'stops', {endpoint: 'two:5432'}),
			]),
			'testcase',
		).map(({attributes}) => attributes.name);
		expect(new Set(names).size).toBe(2);
	});

	it('lets no text out of its place', () => {
		const hostile = {text: hostileText, expected: hostileText, remedy: hostileText};
		const root = read([
			gateCase('a', 'stops', {...hostile, id: hostileText, target: hostileText}),
			gateCase('b', 'accepted', {...hostile, reason: hostileText, endpoint: hostileText}),
		]);
		const [failure, ...more] = elements(root, 'failure');
		expect(more).toEqual([]);
		expect(failure?.attributes.message).toContain(
			']]> <failure message="x"/> &amp; \\u{1b}[31m\\u{0}\\u{202e}\\u{2066}\ufffd\ufffd "q"',
		);
		expect(failure?.attributes.message).toContain('é 漢 😀 end');
	});

	it('is well-formed ASCII whatever a server says', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), text => {
				const xml = junit(gateReportOf([gateCase('a', 'stops', {text, id: text, target: text})]));
				expect(xml).toMatch(/^[\t\n -~]*$/);
				expect(elements(readXml(xml), 'failure')).toHaveLength(1);
			}),
		);
	});
});
