import {sha256} from '../../../src/domain/id.js';
import type {CurrentFinding} from '../../../src/domain/evaluation.js';
import {ids} from './targets.js';

export const runHash = sha256('run of prod-db');
const at = '2026-11-21T14:02:11.000Z';

type Part = Pick<
	CurrentFinding,
	'check' | 'outcome' | 'severity' | 'title' | 'observed' | 'expected'
> &
	Partial<CurrentFinding>;

/** A finding on prod-db, filled up with what most findings share. */
export const finding = (part: Part, targetName = 'prod-db'): CurrentFinding => ({
	endpoint: 'prod-db.example.internal:5432',
	remediation: 'See the documentation of the provider.',
	target: ids.prod,
	targetName,
	id: `${targetName}/${part.check}${part.object === undefined ? '' : `/${part.object}`}`,
	run: runHash,
	at,
	stale: false,
	controls: [],
	...part,
});

export const sampleFindings: readonly CurrentFinding[] = [
	finding({
		check: 'tls-plaintext-refused',
		object: 'user shop_app, database shop',
		outcome: 'fail',
		severity: 'critical',
		title: 'A connection without TLS is let in',
		observed: 'The server asked shop_app for a password over a connection that was not encrypted.',
		expected: 'The server refuses the connection before it asks for a password.',
		remediation:
			'Aiven offers no switch for this: require TLS in every client and restrict the allowed addresses. On a server of your own, use hostssl rules alone in pg_hba.conf.',
		source: 'StartupMessage without SSLRequest, answered by AuthenticationSASL',
		controls: ['tls-required'],
	}),
	finding({
		check: 'tls-protocol-minimum',
		outcome: 'pass',
		severity: 'high',
		title: 'Old TLS versions are refused',
		observed: 'TLS 1.0 and 1.1 were refused; TLS 1.3 was agreed.',
		expected: 'Nothing older than TLS 1.2.',
		source: 'ClientHello with TLS 1.0, 1.1, 1.2 and 1.3',
		controls: ['tls-minimum-version'],
	}),
	finding({
		check: 'tls-certificate-expiry',
		object: 'CN=prod-db.example.internal',
		outcome: 'fail',
		severity: 'medium',
		title: 'The certificate expires soon',
		observed: 'The certificate expires on 2027-01-01, in 40 days.',
		expected: 'More than 60 days are left.',
		remediation:
			'Renew the certificate, and check that the clients trust the authority that signs the new one.',
		source: 'the certificate of the handshake',
		controls: ['certificate-renewal'],
	}),
	...['shop_app', 'batch', 'migrations', 'support_console'].map((role, i) =>
		finding({
			check: 'pg-role-superuser',
			object: `role ${role}`,
			outcome: 'fail',
			severity: 'high',
			title: 'Too many roles are superusers',
			observed: `${role} is a superuser and can log in.`,
			expected: 'Only the administrator of the provider is a superuser.',
			remediation:
				'Revoke the attribute and grant what the application needs: ALTER ROLE name NOSUPERUSER.',
			source: 'SELECT rolname, rolsuper FROM pg_roles',
			controls: ['least-privilege'],
			...(i === 2
				? {
						waiver: {
							id: 'w-00000000f1',
							target: ids.prod,
							failures: [
								{
									check: 'pg-role-superuser',
									endpoint: 'prod-db.example.internal:5432',
									object: 'role migrations',
								},
							],
							reason: 'The migration tool needs it until it is replaced in the first quarter.',
							approver: 'Ines Ferreira',
							until: '2027-03-31',
							by: 'Tom Weber',
							at: '2026-10-02T09:00:00.000Z',
						},
					}
				: {}),
		}),
	),
	finding({
		check: 'pg-password-encryption',
		outcome: 'pass',
		severity: 'medium',
		title: 'New passwords are stored as SCRAM verifiers',
		observed: 'password_encryption = scram-sha-256',
		expected: 'scram-sha-256',
		source: "SELECT setting FROM pg_settings WHERE name = 'password_encryption'",
		controls: ['password-hashing'],
	}),
	finding({
		check: 'pg-hba-open-range',
		outcome: 'unknown',
		severity: 'critical',
		title: 'Rules that let in every address',
		observed: 'The rules could not be read.',
		expected: 'No rule allows 0.0.0.0/0 or ::/0.',
		reason: 'permission-denied',
		grant: 'GRANT pg_read_all_settings TO dbvet_scanner;',
		controls: ['network-allowlist'],
	}),
	finding({
		check: 'pg-log-connections',
		outcome: 'fail',
		severity: 'low',
		title: 'Connections are not logged',
		observed: 'log_connections = off',
		expected: 'log_connections = on',
		remediation: 'Set log_connections to on in the advanced configuration of the service.',
		source: "SELECT setting FROM pg_settings WHERE name = 'log_connections'",
		controls: ['connection-logging'],
	}),
	finding({
		check: 'pg-version-supported',
		outcome: 'pass',
		severity: 'high',
		title: 'The engine version is supported',
		observed: 'PostgreSQL 16.11, supported until 2028-11-09.',
		expected: 'A version that gets security fixes, at the latest patch.',
		source: 'SHOW server_version_num',
		controls: ['supported-version'],
	}),
	finding({
		check: 'pg-audit-loaded',
		outcome: 'unknown',
		severity: 'medium',
		title: 'The audit extension is loaded',
		observed: 'The provider does not show shared_preload_libraries.',
		expected: 'pgaudit is loaded.',
		reason: 'hidden-by-provider',
		controls: ['audit-extension'],
	}),
];
