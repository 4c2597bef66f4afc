import {CheckInfo} from '../../src/domain/check.js';

const checks = [
	{
		id: 'tls.plaintext-refused',
		title: 'Plaintext connections are refused',
		severity: 'critical',
		expected: 'Every login without TLS is refused',
	},
	{
		id: 'tls.min-version',
		title: 'TLS 1.2 or newer only',
		severity: 'high',
		expected: 'TLS 1.0 and 1.1 are refused',
	},
	{
		id: 'roles.superuser',
		title: 'Applications do not log in as superuser',
		severity: 'critical',
		expected: 'No application role is a superuser',
	},
	{
		id: 'logging.connections',
		title: 'Connections are logged',
		severity: 'medium',
		expected: 'log_connections is on',
	},
] as const;

export const fakeChecks: readonly CheckInfo[] = checks.map(c =>
	CheckInfo.parse({
		id: c.id,
		family: c.id.split('.')[0],
		title: c.title,
		question: `${c.title}?`,
		why: 'One open door is enough.',
		severity: c.severity,
		scope: 'endpoint',
		needs: 'none',
		source: 'SELECT 1',
		remediation: {all: 'Set it in the configuration of the server and reload.'},
	}),
);

/** What a check expects. */
export const expectedOf = (check: string): string =>
	checks.find(c => c.id === check)?.expected ?? '';
