import {expect, test} from 'vitest';
import type {Finding} from '../domain/finding.js';
import type {Reason} from '../domain/outcome.js';
import type {TargetReport} from '../domain/run.js';
import {tinyDatabase, tinyFinding} from '../../test/helpers/tiny-record.js';
import {explainRun} from './explain-run.js';

const path = '/run/postgresql/.s.PGSQL.5432';
const target = tinyDatabase('sock', {endpoints: [{role: 'primary', host: path, port: 5432}]});

const explained = (status: TargetReport['status'], reason: Reason, observed: string): string => {
	const finding: Finding = {
		...tinyFinding({check: 'c', endpoint: path, outcome: 'unknown'}),
		reason,
		observed,
	};
	const report = {status, reason, findings: [finding]} as unknown as TargetReport;
	const told = explainRun(target, report);
	return `${told?.text}. ${told?.next}`;
};

test('a path that leads nowhere is told with what is wrong, and where the server says its own', () => {
	const said = explained('unreachable', 'connection-refused', 'There is no such socket');
	expect(said).toContain(`no connection to ${path}: there is no such socket`);
	expect(said).toContain('SHOW unix_socket_directories;');
});

test('a socket that may not be used is no matter of GRANT', () => {
	const said = explained('unreachable', 'permission-denied', 'This user may not connect');
	expect(said).toContain('in the group that owns it');
	expect(explained('partial', 'permission-denied', 'dbvet may not connect')).toContain(
		'GRANT CONNECT',
	);
});

test('a socket that nobody vouches for says why', () => {
	const said = explained(
		'partial',
		'socket-not-verified',
		'the password was withheld: every user of this machine may write to /tmp',
	);
	expect(said).toContain('(every user of this machine may write to /tmp)');
	expect(said).toContain('a folder of its own');
});
