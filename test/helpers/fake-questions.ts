import type {z} from 'zod';
import type {Content} from '../../src/domain/content.js';

const how = (all: string): {readonly all: string} => ({all});

type QuestionInput = z.input<typeof Content>['questionnaires'][number]['questions'][number];

const why =
	'One client that may speak in clear is enough: its password and every row it reads can be copied on the way, and nobody will notice.';

/** The seven questions about a database, one of every kind. */
export const databaseQuestions: readonly QuestionInput[] = [
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

/** Further questions, for long lists. */
export const extra = (count: number): readonly QuestionInput[] =>
	Array.from({length: count}, (_, at) => ({
		id: `extra-${at + 1}`,
		section: at % 2 === 0 ? 'access' : 'backup',
		control: 'owner-named',
		text: `Is practice number ${at + 1} written down and followed by everybody who works on it?`,
		why: 'What is not written down is done differently by each person who does it.',
		how: how('Ask two people and compare what they say.'),
		answer: {kind: 'yes-no'} as const,
	}));
