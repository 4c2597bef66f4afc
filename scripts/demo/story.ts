import {addDays} from '../../src/domain/day.js';

/** One step of the story: a command that a person types, who types it and on which day. */
export type Step = {
	/** Days from today; 0 is today, -40 forty days ago. */
	readonly day: number;
	readonly by: string;
	readonly args: readonly string[];
	/** Exit codes that belong to the story. */
	readonly expected?: readonly number[];
	/** So many of the problems that it prints are shown; all of them when absent. */
	readonly problems?: number;
};

export type Scene = {
	/** ISO day. */
	readonly today: string;
	readonly prodPort: number;
	readonly reportPort: number;
};

const mara = 'Mara Lind';
const jonas = 'Jonas Weber';

/** How the company begins: what it is, whom it depends on, and what is to be assessed. */
const beginning = ({prodPort, reportPort}: Scene): readonly Step[] => {
	const add = (...args: readonly string[]): Step => ({
		day: -70,
		by: mara,
		args: ['target', 'add', ...args],
	});
	return [
		{
			day: -70,
			by: mara,
			args: [
				...['init', '.', '--yes', '--organisation', 'Example Health', '--profile', 'regulated'],
				...['--prepared-by', mara, '--fact'],
				'personal-data=yes,health-data=yes,card-data=no,multi-tenant=yes,eu-customers=yes,kubernetes=no',
			],
		},
		add('harbour-cloud', '--kind', 'vendor'),
		add('northstar-db', '--kind', 'vendor'),
		add(
			...['prod-db', `postgres://dbvet@127.0.0.1:${prodPort}/shop`, '--ca', 'ca.pem'],
			...['--password-env', 'DEMO_PW', '--as', 'application=app/shop'],
			...['--as', 'reporting=report/shop', '--vendor', 'harbour-cloud'],
		),
		add(
			...['reporting-db', `postgres://dbvet@127.0.0.1:${reportPort}/shop`, '--ca', 'ca.pem'],
			...['--password-env', 'DEMO_PW', '--vendor', 'harbour-cloud'],
		),
		add('shop-api', '--kind', 'application', '--uses', 'prod-db'),
		add('offsite', '--kind', 'backup', '--of', 'prod-db'),
	];
};

type Artifact = {
	readonly day: number;
	readonly by: string;
	readonly file: string;
	readonly target: string;
	readonly control: string;
	readonly kind: string;
	readonly effective: number;
	readonly until: number;
};

const adding = (
	today: string,
	{day, by, file, target, control, kind, effective, until}: Artifact,
): Step => ({
	day,
	by,
	args: [
		...['evidence', 'add', file, '--for', control, '--kind', kind, '--target', target],
		...['--effective', addDays(today, effective), '--valid-until', addDays(today, until)],
	],
});

/** The whole story, in the order of its days. The files it names lie in the workspace already. */
export const storyOf = (scene: Scene): readonly Step[] => {
	const {today} = scene;
	return [
		...beginning(scene),
		{day: -69, by: mara, args: ['assess', '--answers', 'answers-vendors.yaml']},
		adding(today, {
			...{day: -69, by: mara, file: 'soc2-harbour-cloud.txt', target: 'harbour-cloud'},
			...{control: 'vendor-soc2-type2', kind: 'soc2-type2-report', effective: -150, until: 215},
		}),
		adding(today, {
			...{day: -69, by: mara, file: 'iso-northstar-db.txt', target: 'northstar-db'},
			// It ran out three weeks ago: what it documented then is only claimed now.
			...{control: 'vendor-iso-27001', kind: 'iso-27001-certificate', effective: -1115, until: -21},
		}),
		{day: -40, by: jonas, args: ['probe', 'prod-db'], expected: [0]},
		{day: -40, by: jonas, args: ['probe', 'reporting-db'], expected: [0, 3]},
		{day: -39, by: jonas, args: ['assess', '--answers', 'answers-systems.yaml']},
		adding(today, {
			...{day: -38, by: jonas, file: 'restore-drill.txt', target: 'prod-db'},
			...{control: 'restore-drill', kind: 'restore-drill-record', effective: -157, until: 208},
		}),
		{
			day: -30,
			by: jonas,
			args: [
				...['waive', 'prod-db', 'pg-log-connections'],
				...[
					'--reason',
					'The provider bills each log line; connections are logged by the proxy until then',
				],
				...['--approver', 'Ines Ferreira', '--until', addDays(today, 60)],
			],
		},
		{
			day: -30,
			by: jonas,
			args: [
				...['waive', 'prod-db', 'pg-pgaudit-loaded'],
				...['--reason', 'Loading it takes a restart, which waits for the window in December'],
				...['--approver', 'Ines Ferreira', '--until', addDays(today, 12)],
			],
		},
		{
			day: -30,
			by: mara,
			args: [
				...['decide', 'prod-db/interception', '--treatment', 'mitigate'],
				...['--owner', jonas, '--due', addDays(today, 30)],
			],
		},
		{day: 0, by: jonas, args: ['probe', 'prod-db'], expected: [0]},
		{day: 0, by: jonas, args: ['probe', 'reporting-db'], expected: [0, 3]},
		{day: 0, by: mara, args: ['status']},
		{day: 0, by: mara, args: ['vendors', 'compare']},
	];
};
