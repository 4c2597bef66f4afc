import {Control} from '../../../src/domain/control.js';
import {Question} from '../../../src/domain/question.js';
import {RiskScenario} from '../../../src/domain/risk.js';
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

const yesNo = (id: string, of: string, text: string): Question =>
	Question.parse({
		id,
		section: 'main',
		control: of,
		text,
		why: 'It decides what an attacker on the way can read.',
		how: {all: 'Ask whoever runs the server, or look at its settings.'},
		answer: {kind: 'yes-no'},
	});

export const sampleQuestions: readonly Question[] = [
	yesNo(
		'refuse-plaintext',
		'tls-required',
		'Does the server refuse every connection that is not encrypted?',
	),
	yesNo('one-account-each', 'service-accounts', 'Does each application use an account of its own?'),
	yesNo('network-listed', 'network-allowlist', 'Can only listed addresses reach the server?'),
	yesNo(
		'backups-automatic',
		'automatic-backups',
		'Do backups run by themselves, without a person starting them?',
	),
	Question.parse({
		id: 'drill-date',
		section: 'main',
		control: 'restore-drill',
		text: 'When was a backup last restored and compared with the original?',
		why: 'A backup that nobody restored is a hope.',
		how: {all: 'Look at the record of the drill.'},
		answer: {kind: 'date', met: {within: 180}},
	}),
];

const risk = (
	id: string,
	title: string,
	scenario: string,
	likelihood: number,
	impact: number,
	treatments: z.input<typeof RiskScenario>['treatments'],
): RiskScenario =>
	RiskScenario.parse({id, title, scenario, kind: 'database', likelihood, impact, treatments});

export const sampleRisks: readonly RiskScenario[] = [
	risk(
		'interception',
		'Traffic is read on the way',
		'Somebody between an application and the database copies a password and every row that is read. The data leaves without a trace in the logs of the server.',
		4,
		5,
		[
			{
				lowers: 'likelihood',
				by: 3,
				controls: ['tls-required'],
				why: 'Nothing readable crosses the network.',
			},
		],
	),
	risk(
		'stolen-account',
		'A stolen account reads everything',
		'An application is broken into and its database account is used to read or change data that the application never needed.',
		4,
		4,
		[
			{
				lowers: 'impact',
				by: 2,
				controls: ['least-privilege', 'service-accounts'],
				why: 'The account reaches only what its application needs.',
			},
			{
				lowers: 'likelihood',
				by: 1,
				controls: ['password-hashing'],
				why: 'Stolen verifiers cannot be turned back into passwords.',
			},
		],
	),
	risk(
		'open-server',
		'The server is attacked from the Internet',
		'The port of the database answers to everybody, and somebody guesses a password or uses a flaw of the server.',
		5,
		4,
		[
			{
				lowers: 'likelihood',
				by: 4,
				controls: ['network-allowlist'],
				why: 'Strangers do not reach the port.',
			},
		],
	),
	risk(
		'data-loss',
		'Data is lost and cannot be restored',
		'A fault, a mistake or an attacker destroys data. The backups are missing, too old, or were never tried.',
		3,
		5,
		[
			{
				lowers: 'impact',
				by: 3,
				controls: ['automatic-backups', 'point-in-time-recovery'],
				why: 'Data comes back from a copy.',
			},
			{
				lowers: 'likelihood',
				by: 1,
				controls: ['supported-version'],
				why: 'Known faults are mended.',
			},
		],
	),
];
