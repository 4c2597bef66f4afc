import {RiskScenario} from '../../../src/domain/risk.js';
import type {z} from 'zod';

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
