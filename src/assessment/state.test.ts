import {describe, expect, it} from 'vitest';
import type {Claim, ClaimOrNothing} from '../domain/question.js';
import {judge} from './state.js';

/**
 * The whole table of the record: a row is what a person claims, a column what the probes observed. `!` marks a
 * contradiction, `?` a claim that is worse than the observation and is asked again. A change here is a change of what
 * every document says.
 */
const golden = `
claim \\ observed | none           | met            | partly         | not-met        | not-applicable
none             | unknown        | met            | partly         | not-met        | not-applicable
dont-know        | unknown        | met            | partly         | not-met        | not-applicable
met              | met            | met            | contradicted ! | contradicted ! | met
partly           | partly         | partly ?       | partly         | contradicted ! | partly ?
not-met          | not-met        | not-met ?      | not-met ?      | not-met        | not-met ?
not-applicable   | not-applicable | not-applicable?| contradicted ! | contradicted ! | not-applicable
`;

const cells = (line: string): readonly string[] => line.split('|').map(cell => cell.trim());
const lines = golden.trim().split('\n');
const observations = cells(lines[0]!).slice(1) as ('none' | Claim)[];
const claimOfRow: Readonly<Record<string, ClaimOrNothing>> = {
	none: 'nothing',
	'dont-know': 'nothing',
	met: 'met',
	partly: 'partly',
	'not-met': 'not-met',
	'not-applicable': 'not-applicable',
};

describe('claim and observation', () => {
	const table = lines.slice(1).flatMap(line => {
		const [row, ...expected] = cells(line);
		return observations.map((observed, i) => ({row: row!, observed, expected: expected[i]!}));
	});

	it('covers six claims and five observations', () => {
		expect(table).toHaveLength(30);
		expect(new Set(table.map(t => t.row)).size).toBe(6);
	});

	it.each(table)('claim $row, observed $observed -> $expected', ({row, observed, expected}) => {
		const result = judge(claimOfRow[row]!, observed === 'none' ? undefined : observed);
		expect(result.state).toBe(expected.replace(/[!?]/g, '').trim());
		expect(result.contradicted).toBe(expected.includes('!'));
		expect(result.askAgain).toBe(expected.includes('?'));
	});

	it('rests on the observation only where claim and observation agree or nothing was claimed', () => {
		expect(judge('nothing', 'met').rests).toBe('observation');
		expect(judge('met', 'met').rests).toBe('observation');
		expect(judge('met', undefined).rests).toBe('claim');
		expect(judge('met', 'not-applicable').rests).toBe('claim');
		expect(judge('not-met', 'met').rests).toBe('claim');
		expect(judge('nothing', undefined).rests).toBe('nothing');
	});
});
