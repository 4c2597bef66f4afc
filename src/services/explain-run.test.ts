import {expect, test} from 'vitest';
import {databaseTarget} from '../../test/helpers/probe-request.js';
import {openSource, type Finding} from '../domain/finding.js';
import {Reason} from '../domain/outcome.js';
import type {RunStatus, TargetReport} from '../domain/run.js';
import type {CredentialSource} from '../domain/target.js';
import {explainRun} from './explain-run.js';

const login = (credential?: CredentialSource) =>
	databaseTarget(5432, {
		name: 'prod',
		identities: [
			{role: 'scanner', user: 'dbvet', database: 'shop', ...(credential && {credential})},
		],
	});
const finding = (reason: Reason, observed: string, source?: string): Finding => ({
	check: 'pg-superusers',
	endpoint: '127.0.0.1:1',
	outcome: 'unknown',
	severity: 'high',
	title: 'Few superusers',
	observed,
	expected: 'few',
	reason,
	remediation: 'Look.',
	source: openSource('SELECT 1', source),
});
const report = (
	reason: Reason,
	findings: readonly Finding[],
	status: RunStatus = 'partial',
): TargetReport => ({
	target: 't-0123456789',
	engine: 'postgresql',
	status,
	reason,
	startedAt: '2026-11-22T00:00:00.000Z',
	finishedAt: '2026-11-22T00:00:00.000Z',
	durationMs: 1,
	connections: 0,
	endpoints: [],
	findings,
});

test.each(Reason.options)('%s has a sentence and a next step', reason => {
	const said = explainRun(login(), report(reason, [finding(reason, 'what was seen')]));
	expect(said?.text).toMatch(/^\S.{8,}[^.]$/);
	expect(said?.next).toMatch(/^\S.+[.?;)]$|dbvet assess$/);
	expect(JSON.stringify(said)).not.toMatch(/undefined|\[object|’’/);
	expect(explainRun(login(), report(reason, []))?.next).toBeTruthy();
});

test.each(Reason.options)('%s of a Redis server names nothing that only PostgreSQL has', reason => {
	const target = {...login(), engine: 'redis'} as const;
	const said = explainRun(target, report(reason, [finding(reason, 'what was seen')]));
	expect(JSON.stringify(said)).not.toMatch(/pg_hba|pgpass|GRANT|postgres/i);
});

test('a complete run needs no explanation', () => {
	expect(explainRun(login(), {...report('offline', []), status: 'complete'})).toBeUndefined();
});

test('the step names where the password comes from', () => {
	const refused = finding('authentication-failed', 'refused', 'SQLSTATE 28P01');
	const next = (credential?: CredentialSource): string =>
		explainRun(login(credential), report('authentication-failed', [refused]))?.next ?? '';
	expect(next({from: 'env', variable: 'BAD_PW'})).toBe('Check BAD_PW.');
	expect(next()).toContain('~/.pgpass');
	expect(next({from: 'command', command: 'pass show prod'})).not.toContain('pass show');
});

test('a missing certificate authority is named by the way that works for the target', () => {
	const withheld = finding(
		'certificate-not-verified',
		'the password was withheld: the certificate does not verify: SELF_SIGNED_CERT_IN_CHAIN',
	);
	const run = report('certificate-not-verified', [withheld]);
	expect(explainRun(login(), run)).toEqual({
		text: 'the certificate of 127.0.0.1:1 could not be verified, so the password was withheld (SELF_SIGNED_CERT_IN_CHAIN)',
		next: 'Give the CA with dbvet target change prod --ca FILE.',
	});
	expect(explainRun(login(), run, {recorded: false})?.next).toBe('Give the CA with --ca FILE.');
});

test.each([
	[{ca: 'ca.pem'}, 'the certificate does not verify: CERT_HAS_EXPIRED', /^Renew the certificate/],
	[
		{ca: 'ca.pem'},
		'the certificate does not verify: SELF_SIGNED_CERT_IN_CHAIN',
		/^Check that ca.pem is/,
	],
	[{}, 'the certificate does not verify: CERT_NOT_YET_VALID', /^Check the clocks/],
	[{}, 'the certificate does not name db.example', /^Use a host name/],
	[{ca: 'ca.pem'}, 'the CA file cannot be used: file-invalid', /^Give a CA file in PEM form/],
	[{pin: `sha256/${'A'.repeat(43)}=`}, 'neither has the pinned key', /^Check the pin/],
])('with %j, "%s" leads to the step that mends it', (verification, why, next) => {
	const withheld = finding('certificate-not-verified', `the password was withheld: ${why}`);
	const target = {...login(), verification};
	const said = explainRun(target, report('certificate-not-verified', [withheld]));
	expect(said?.next).toMatch(next);
});

test('one odd finding does not speak for the run', () => {
	const said = explainRun(
		login(),
		report('no-credentials', [
			finding('no-credentials', 'no application is declared'),
			finding('no-credentials', 'no password for dbvet was found'),
			finding('no-credentials', 'no password for dbvet was found'),
		]),
	);
	expect(said?.text).toBe('no password for dbvet was found');
});

test.each([
	['/home/ada/.pgpass can be read by others and is not used.', 'Run: chmod 600 /home/ada/.pgpass'],
	["/a b's can be read by others and is not used.", "Run: chmod 600 '/a b'\\''s'"],
	['PGPASSFILE names /x, which is not there.', 'Correct PGPASSFILE, or unset it to use ~/.pgpass.'],
])('%s: the step mends it', (detail, next) => {
	const said = explainRun(login(), report('no-credentials', [finding('no-credentials', detail)]));
	expect(said?.next).toBe(next);
	expect(said?.text).not.toMatch(/has no line/);
});

test('an inner limit does not promise that more time for the target helps', () => {
	const inner = finding('timed-out', 'Could not be seen: not done after 3000 ms');
	const beside = finding('timed-out', 'Only TLS 1.2 shows this from outside');
	const said = explainRun(login(), report('timed-out', [inner, beside]));
	expect(said?.text).toContain('took too long for a single answer (not done after 3000 ms)');
	expect(said?.next).not.toContain('--timeout');
	const over = 'The time for this target was over before the check had what it needs';
	for (const text of [over, 'Could not be seen: timed out', 'could not be looked at'])
		expect(
			explainRun(login(), report('timed-out', [inner, finding('timed-out', text)]))?.next,
		).toContain('--timeout');
});
