import {expect, test} from 'vitest';
import {assessTiny, databaseContent} from '../../test/helpers/assess-tiny.js';
import {prod} from '../../test/helpers/one-control.js';
import {tinyFinding, tinyRun} from '../../test/helpers/tiny-record.js';

const content = databaseContent({controls: [], questions: [{id: 'q'}]});
const seen = tinyRun(
	prod,
	[tinyFinding({check: 'tls', outcome: 'fail'})],
	'2026-10-01T10:00:00.000Z',
);
const blind = (reason: 'offline' | 'no-credentials') =>
	tinyRun(prod, [tinyFinding({check: 'tls', outcome: 'unknown', reason})], '2026-11-22T10:00:00Z', {
		status: reason === 'offline' ? 'unreachable' : 'partial',
		reason,
	});
const lastRun = (...runs: readonly ReturnType<typeof tinyRun>[]) =>
	assessTiny({content, checks: ['tls'], targets: [prod], runs}).targets[0]?.lastRun;

test('a run that saw nothing is the last one, and not the last that saw something', () => {
	expect(lastRun(seen)).toMatchObject({at: seen.report.finishedAt, seenAt: seen.report.finishedAt});
	for (const run of [blind('offline'), blind('no-credentials')]) {
		expect(lastRun(seen, run)).toMatchObject({
			at: run.report.finishedAt,
			seenAt: seen.report.finishedAt,
		});
		expect(lastRun(run)).not.toHaveProperty('seenAt');
	}
});
