import {expect, test} from 'vitest';
import {linesOf} from '../../../test/helpers/lines-of.js';
import type {Finding} from '../../domain/finding.js';
import type {TargetReport} from '../../domain/run.js';
import {fleetPart, printFleet} from './fleet-table.js';
import {printReports} from './probe-table.js';

const finding = (endpoint: string, more: Partial<Finding> = {}): Finding => ({
	check: 'pg-fsync',
	endpoint,
	outcome: 'pass',
	severity: 'high',
	title: 'Data reaches the disk',
	observed: 'fsync = on',
	expected: 'on',
	source: "SELECT name, setting FROM pg_settings WHERE name = 'fsync'",
	remediation: 'Switch it on',
	...more,
});
const report = (...findings: readonly Finding[]): TargetReport => ({
	target: 't-1',
	engine: 'postgresql',
	status: 'complete',
	startedAt: '2026-11-22T10:00:00.000Z',
	finishedAt: '2026-11-22T10:00:01.000Z',
	durationMs: 1_000,
	connections: 2,
	endpoints: [...new Set(findings.map(({endpoint}) => endpoint))].map(endpoint => ({
		role: 'primary',
		host: endpoint.slice(0, 1),
		port: 1,
		facts: {},
	})),
	findings,
});
const printed = (one: TargetReport, verbose: boolean): string =>
	linesOf(output => printReports(output, [{name: 'prod', report: one, why: undefined}], verbose));

test('--verbose names the endpoint of a pass where there are several, and what showed it', () => {
	const text = printed(report(finding('a:1'), finding('b:1')), true);
	expect(text).toContain('  + pg-fsync · a:1\n      fsync = on\n      Seen by: SELECT name');
	expect(text).toContain('  + pg-fsync · b:1');
	expect(printed(report(finding('a:1')), true)).toContain('  + pg-fsync\n');
});

test('what showed a failure stands in --verbose, and nothing is made up for an older run', () => {
	const failed = finding('a:1', {outcome: 'fail'});
	expect(printed(report(failed), true)).toContain('Seen by: SELECT');
	expect(printed(report(failed), false)).not.toContain('Seen by');
	const {source: _source, ...old} = failed;
	expect(printed(report(old), true)).not.toContain('Seen by');
});

test('an overview of many says with a reason what to do', () => {
	const unknown = finding('a:1', {
		outcome: 'unknown',
		reason: 'no-credentials',
		observed: 'no application is declared (dbvet target add … --as application=USER/DATABASE)',
	});
	const text = linesOf(output =>
		printFleet(output, [fleetPart('prod', report(unknown, finding('b:1')), undefined)]),
	);
	expect(text).toContain('? no-credentials on 1 target: prod');
	expect(text.replace(/\s+/g, ' ')).toContain('target add … --as application=USER/DATABASE');
});
