import type {z} from 'zod';
import {Content} from '../../src/domain/content.js';
import {databaseQuestions, extra} from './fake-questions.js';

const how = (all: string): {readonly all: string} => ({all});

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
