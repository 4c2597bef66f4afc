import {Control} from '../../../src/domain/control.js';
import type {z} from 'zod';

type Input = z.input<typeof Control>;
const control = (
	id: string,
	kind: Input['kind'],
	title: string,
	severity: Input['severity'],
	row: string,
	references: Input['references'] = [],
): Control => Control.parse({id, kind, title, severity, requirements: [row], references});

const iso = (id: string) => ({framework: 'iso-27001-2022', id});

export const sampleControls: readonly Control[] = [
	control('tls-required', 'database', 'Plaintext connections are refused', 'critical', 'B13', [
		iso('A.8.24'),
		{
			framework: 'pci-dss-4.0.1',
			id: '4.2.1',
			strength: 'direct',
			why: 'Strong cryptography in transit',
		},
	]),
	control(
		'tls-minimum-version',
		'database',
		'TLS 1.2 is the oldest version accepted',
		'high',
		'B14',
		[iso('A.8.24')],
	),
	control(
		'certificate-renewal',
		'database',
		'The server certificate is renewed before it expires',
		'high',
		'B15',
	),
	control(
		'encryption-at-rest',
		'database',
		'Storage is encrypted with a managed key',
		'high',
		'B11',
		[iso('A.8.24')],
	),
	control(
		'service-accounts',
		'database',
		'Each application has an account of its own',
		'high',
		'B1',
		[iso('A.5.16')],
	),
	control(
		'read-only-reporting',
		'database',
		'Reporting tools use an account that cannot write',
		'medium',
		'B2',
	),
	control(
		'least-privilege',
		'database',
		'Applications never log in as a superuser',
		'critical',
		'B3',
		[iso('A.8.2')],
	),
	control(
		'password-hashing',
		'database',
		'Passwords are stored as SCRAM verifiers',
		'medium',
		'B4',
	),
	control(
		'network-allowlist',
		'database',
		'Only listed addresses reach the server',
		'critical',
		'B17',
		[iso('A.8.20')],
	),
	control(
		'automatic-backups',
		'database',
		'Backups run by themselves and are kept long enough',
		'high',
		'B6',
		[iso('A.8.13')],
	),
	control(
		'point-in-time-recovery',
		'database',
		'The database can be restored to any minute of the last week',
		'high',
		'B7',
	),
	control(
		'connection-logging',
		'database',
		'Connections and disconnections are logged',
		'medium',
		'B19',
		[iso('A.8.15')],
	),
	control(
		'audit-extension',
		'database',
		'Reads and writes of sensitive tables are audited',
		'medium',
		'B20',
	),
	control(
		'supported-version',
		'database',
		'The engine version is supported and patched',
		'high',
		'B25',
		[iso('A.8.8')],
	),
	control(
		'vendor-soc2',
		'vendor',
		'A SOC 2 Type II report younger than a year is at hand',
		'medium',
		'A3',
		[iso('A.5.22')],
	),
	control(
		'vendor-exit',
		'vendor',
		'Recovery at another vendor is planned and tried',
		'medium',
		'A11',
	),
	control(
		'secrets-manager',
		'application',
		'Database passwords come from a secret manager',
		'high',
		'B5',
	),
	control(
		'verify-server',
		'application',
		'The client verifies the certificate of the server',
		'critical',
		'B15',
		[iso('A.8.24')],
	),
	control('restore-drill', 'backup', 'A restore was tried in the last six months', 'high', 'B10', [
		iso('A.8.13'),
	]),
];
