import {expect, test} from 'vitest';
import type {Finding} from '../../domain/finding.js';
import {linesOf} from '../../../test/helpers/lines-of.js';
import {printUnknown} from './unknown-table.js';

const finding = (check: string, more: Partial<Finding>): Finding => ({
	check,
	outcome: 'unknown',
	reason: 'limit-exceeded',
	severity: 'high',
	title: `Title of ${check}`,
	endpoint: 'h:5432',
	observed: 'Could not be seen: nothing came',
	expected: 'It holds',
	remediation: 'Mend it',
	...more,
});

const printed = (findings: readonly Finding[], verbose = false): string =>
	linesOf(output => printUnknown(output, findings, 80, verbose));

const left = (check: string): string =>
	`Could not be seen: no connection was left to ask; dbvet probe NAME --only ${check} has enough of them`;
const users = 'Could not be seen: only 3 users are tried in one run';
const mixed = [
	finding('tls-versions', {observed: left('tls-versions')}),
	finding('a', {observed: users}),
	finding('tls-ciphers-weak', {observed: left('tls-ciphers-weak')}),
];

test('a group of one reason with several sentences says each of them once, with its next step', () => {
	const text = printed(mixed);
	expect(text).toContain('      3 limit-exceeded:\n      - 2: no connection was left to ask;');
	expect(text.replace(/\s+/g, ' ')).toContain('dbvet probe NAME --only CHECK has enough of them');
	expect(text).toContain('      - 1: only 3 users are tried in one run');
	expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);
	expect(printed(mixed, true)).toContain('only 3 users');
});

test('where all say the same, it stands beside the reason', () => {
	const text = printed([mixed[0], mixed[2]].flatMap(one => one ?? []));
	expect(text).toContain('      2 limit-exceeded: no connection was left to ask;');
});

test('of many sentences three are shown, the rest with --verbose', () => {
	const many = [1, 2, 3, 4, 5].map(i => finding(`c${i}`, {observed: `Sentence ${i}`}));
	expect(printed(many)).toContain('- 2 more: see --verbose');
	expect(printed(many)).not.toContain('Sentence 4');
	expect(printed(many, true)).toContain('Sentence 5');
});

test('--verbose says of each check why, and what would show it; of many only their names', () => {
	const source = 'SQLSTATE 42501; would be shown by: SELECT 1';
	expect(printed([finding('a', {source})], true)).toContain(`a: ${source}`);
	expect(printed([finding('a', {source})])).not.toContain('SELECT');
	const many = Array.from({length: 30}, (_, i) => finding(`c${i}`, {source}));
	expect(printed(many, true)).not.toContain('SELECT');
});
