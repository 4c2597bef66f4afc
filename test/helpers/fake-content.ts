import type {z} from 'zod';
import {Content} from '../../src/domain/content.js';
import {CheckInfo} from '../../src/domain/check.js';

const how = (all: string): {readonly all: string} => ({all});

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
		remediation: how('Set it in the configuration of the server and reload.'),
	}),
);

export const expectedOf = (check: string): string =>
	checks.find(c => c.id === check)?.expected ?? '';

type QuestionInput = z.input<typeof Content>['questionnaires'][number]['questions'][number];

const why =
	'One client that may speak in clear is enough: its password and every row it reads can be copied on the way, and nobody will notice.';

const databaseQuestions: readonly QuestionInput[] = [
	{
		id: 'plaintext-refused',
		section: 'transit',
		control: 'tls-required',
		text: 'Does the server refuse every connection that is not encrypted?',
		why,
		how: how(
			'Log in once without TLS, as each role, and see that the server refuses. On PostgreSQL every line of pg_hba.conf for a remote address begins with hostssl.',
		),
		evidence: 'The output of a refused login for each role, with its date.',
		redFlags: 'The answer rests on the client asking for TLS, not on the server insisting.',
		answer: {
			kind: 'choice',
			options: [
				{id: 'all', label: 'Yes, for everyone', claim: 'met'},
				{id: 'except', label: 'Except known ones', claim: 'partly'},
				{id: 'none', label: 'No', claim: 'not-met'},
			],
		},
		meaning: {
			all: 'The control is met once a probe agrees.',
			none: 'Passwords travel in clear.',
		},
		remediation: {text: 'Replace host by hostssl in pg_hba.conf and reload.', effort: 'hours'},
	},
	{
		id: 'plaintext-who',
		section: 'transit',
		followUp: true,
		when: {answer: 'plaintext-refused', is: ['except', 'none']},
		text: 'Which clients still connect without encryption?',
		why: 'They are the list of work, and the reason of an exception.',
		how: how('Look at pg_stat_ssl for sessions without TLS during a week.'),
		answer: {kind: 'text', placeholder: 'role and system of each'},
		notApplicable: false,
	},
	{
		id: 'tls-version',
		section: 'transit',
		control: 'tls-modern',
		text: 'Are TLS 1.0 and 1.1 switched off?',
		why: 'Old versions can be broken by someone who records the traffic.',
		how: how('SHOW ssl_min_protocol_version; it must say TLSv1.2 or TLSv1.3.'),
		answer: {kind: 'yes-no'},
	},
	{
		id: 'superuser',
		section: 'access',
		control: 'least-privilege',
		text: 'Do applications log in with an account that is not a superuser?',
		why: 'A superuser reads every file of the server; an injection then takes everything.',
		how: how('SELECT rolname FROM pg_roles WHERE rolsuper.'),
		answer: {kind: 'yes-no', claims: {yes: 'met', no: 'not-met'}},
	},
	{
		id: 'backup-retention',
		section: 'backup',
		control: 'backups-kept',
		text: 'For how many days are automated backups kept?',
		why: 'A mistake is often found weeks after it was made.',
		how: how('Look at the backup settings of the provider.'),
		answer: {
			kind: 'number',
			unit: 'days',
			min: 0,
			max: 3650,
			met: {atLeast: 'backup-retention-days'},
			partly: {atLeast: 7},
		},
	},
	{
		id: 'restore-drill',
		section: 'backup',
		control: 'restore-tried',
		text: 'When was a backup last restored and checked?',
		why: 'A backup that was never restored is a hope.',
		how: how('Ask for the minutes of the last drill.'),
		answer: {kind: 'date', met: {within: 365}},
	},
	{
		id: 'who-owns',
		section: 'backup',
		control: 'owner-named',
		text: 'Who answers for this database when something goes wrong?',
		why: 'Without a name nobody comes at night.',
		how: how('Ask the team lead.'),
		answer: {kind: 'text'},
		notApplicable: false,
	},
];

const extra = (count: number): readonly QuestionInput[] =>
	Array.from({length: count}, (_, at) => ({
		id: `extra-${at + 1}`,
		section: at % 2 === 0 ? 'access' : 'backup',
		control: 'owner-named',
		text: `Is practice number ${at + 1} written down and followed by everybody who works on it?`,
		why: 'What is not written down is done differently by each person who does it.',
		how: how('Ask two people and compare what they say.'),
		answer: {kind: 'yes-no'} as const,
	}));

const control = (
	id: string,
	kind: 'database' | 'vendor' | 'application',
	title: string,
	severity: 'critical' | 'high' | 'medium',
	check?: string,
): z.input<typeof Content>['questionnaires'][number]['controls'] => [
	{
		id,
		kind,
		title,
		severity,
		requirements: ['B13'],
		risks: ['data-read-on-the-way'],
		checks: check === undefined ? [] : [{check, role: 'required'}],
	},
];

/** A small but complete catalogue; `questions` fills the database questionnaire up to that many. */
export const fakeContent = (questions = 0): Content =>
	Content.parse({
		version: 'test',
		questionnaires: [
			{
				id: 'database',
				title: 'Database',
				kind: 'database',
				intro: 'How the database is configured.',
				sections: [
					{id: 'transit', title: 'Encryption in transit'},
					{id: 'access', title: 'Accounts and rights'},
					{id: 'backup', title: 'Backup and ownership'},
				],
				controls: [
					...(control(
						'tls-required',
						'database',
						'Plaintext connections are refused',
						'critical',
						'tls.plaintext-refused',
					) ?? []),
					...(control(
						'tls-modern',
						'database',
						'Only modern TLS is spoken',
						'high',
						'tls.min-version',
					) ?? []),
					...(control(
						'least-privilege',
						'database',
						'Applications are not superusers',
						'critical',
						'roles.superuser',
					) ?? []),
					...(control(
						'connections-logged',
						'database',
						'Connections are logged',
						'medium',
						'logging.connections',
					) ?? []),
					...(control('backups-kept', 'database', 'Backups are kept long enough', 'high') ?? []),
					...(control('restore-tried', 'database', 'A restore was tried', 'high') ?? []),
					...(control('owner-named', 'database', 'Somebody answers for it', 'medium') ?? []),
				],
				questions: [...databaseQuestions, ...extra(Math.max(0, questions - 7))],
			},
			{
				id: 'vendor',
				title: 'Vendor',
				kind: 'vendor',
				intro: 'Who runs it.',
				sections: [{id: 'assurance', title: 'Certificates and reports'}],
				controls: control('soc2', 'vendor', 'A SOC 2 Type II report is at hand', 'high') ?? [],
				questions: [
					{
						id: 'soc2-report',
						section: 'assurance',
						control: 'soc2',
						text: 'Is there a SOC 2 Type II report for the service?',
						why: 'Type II says that controls worked over months, Type I that they existed on one day.',
						how: how('Ask the vendor for the report under NDA.'),
						answer: {kind: 'yes-no'},
					},
				],
			},
			{
				id: 'application',
				title: 'Application',
				kind: 'application',
				intro: 'Who talks to it.',
				sections: [{id: 'secrets', title: 'Credentials'}],
				controls:
					control(
						'secrets-managed',
						'application',
						'Credentials live in a secret manager',
						'high',
					) ?? [],
				questions: [
					{
						id: 'secret-manager',
						section: 'secrets',
						control: 'secrets-managed',
						text: 'Do credentials come from a secret manager at run time?',
						why: 'What lies in code or in the environment is copied with them.',
						how: how('Look at how the deployment hands the password over.'),
						answer: {kind: 'yes-no'},
					},
				],
			},
		],
		profiles: [
			{
				id: 'regulated',
				title: 'Regulated',
				summary: 'Health and payment data.',
				thresholds: {'backup-retention-days': 35},
				maxAge: {answers: 365, runs: 30},
				mandatory: ['tls-required'],
			},
		],
		risks: [
			{
				id: 'data-read-on-the-way',
				title: 'Data is read on the way',
				scenario: 'Somebody on the network copies passwords and rows.',
				kind: 'database',
				likelihood: 4,
				impact: 5,
				treatments: [
					{
						lowers: 'likelihood',
						by: 3,
						controls: ['tls-required'],
						why: 'Nothing readable travels.',
					},
				],
			},
		],
		frameworks: [],
		evidenceKinds: [],
	});
