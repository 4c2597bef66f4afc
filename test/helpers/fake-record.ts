import type {Finding} from '../../src/domain/finding.js';
import type {Target} from '../../src/domain/target.js';
import type {DocumentInfo} from '../../src/services/workbench.js';
import {expectedOf, fakeChecks} from './fake-checks.js';
import type {FakeFinding} from './fake-evaluation.js';

/** Ids of the targets of the fake workspace. */
export const ids = {
	prod: 't-0000000001',
	reporting: 't-0000000002',
	vendor: 't-0000000003',
	application: 't-0000000004',
} as const;

export const createdAt = '2026-11-01T09:00:00.000Z';

const database = (id: string, name: string, port: number): Target => ({
	id,
	name,
	kind: 'database',
	createdAt,
	engine: 'postgresql',
	platform: 'self-managed',
	endpoints: [{role: 'primary', host: '127.0.0.1', port}],
	identities: [],
	verification: {},
});

export const fakeTargets: readonly Target[] = [
	database(ids.prod, 'prod-db', 5432),
	database(ids.reporting, 'reporting-db', 5433),
	{id: ids.vendor, name: 'aiven', kind: 'vendor', createdAt},
	{id: ids.application, name: 'shop-api', kind: 'application', createdAt, uses: [ids.prod]},
];

const finding = (
	check: string,
	outcome: Finding['outcome'],
	observed: string,
	more: Partial<Finding> = {},
): Finding => {
	const info = fakeChecks.find(c => c.id === check)!;
	return {
		check,
		endpoint: '127.0.0.1:5432',
		outcome,
		severity: info.severity,
		title: info.title,
		observed,
		expected: expectedOf(check),
		remediation: 'In pg_hba.conf replace host by hostssl for every remote address, then reload.',
		...more,
	};
};

/** What a probe of the first database sees. */
export const probeFindings: readonly Finding[] = [
	finding('tls.plaintext-refused', 'fail', 'let in without TLS', {
		object: 'user app, database shop',
		source: 'StartupMessage without SSLRequest, answered by AuthenticationOk',
	}),
	finding('tls.plaintext-refused', 'pass', 'refused', {object: 'user report'}),
	finding('tls.plaintext-refused', 'unknown', 'not tried', {
		object: 'user backup',
		reason: 'no-credentials',
	}),
	finding('tls.min-version', 'pass', 'TLS 1.2 and 1.3 are spoken, older versions are refused'),
	finding('roles.superuser', 'unknown', 'pg_roles could not be read', {
		reason: 'permission-denied',
		grant: 'GRANT pg_read_all_settings TO dbvet_scanner;',
	}),
	finding('logging.connections', 'fail', 'log_connections is off', {
		source: 'SHOW log_connections',
	}),
];

/** The same, as findings of a target in the record. */
export const recorded = (target: string, at: string): readonly FakeFinding[] =>
	probeFindings.map(f => ({...f, target, at}));

/** The documents that the fake can write. */
export const fakeDocuments: readonly DocumentInfo[] = [
	{
		id: 'risk-assessment',
		title: 'Risk assessment',
		summary: 'What can happen, what lowers it, what is left and who decides.',
	},
	{
		id: 'security-baseline',
		title: 'Security baseline',
		summary: 'How each database is configured, and how that is known.',
	},
];
