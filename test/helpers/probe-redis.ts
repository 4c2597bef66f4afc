import type {ProbeRequest} from '../../src/domain/ports.js';
import type {TargetReport} from '../../src/domain/run.js';
import type {DatabaseTarget, Identity} from '../../src/domain/target.js';
import {createProbeRunner} from './noted-runner.js';
import {redis} from '../../src/probes/redis/index.js';
import {databaseTarget, probeRequest} from './probe-request.js';

export type RedisProbe = {
	readonly port: number;
	readonly ca?: string;
	/** The user that dbvet logs in as; none: nobody. */
	readonly user?: string;
	readonly password?: string;
	/** Users that the target declares for applications. */
	readonly applications?: readonly string[];
	/** The time of the probe; now unless given. */
	readonly now?: Date;
	readonly target?: Partial<DatabaseTarget>;
	readonly request?: Partial<ProbeRequest>;
};

const identity = (role: Identity['role'], user: string): Identity => ({role, user, database: '0'});

/** Looks at a Redis on loopback with the Redis family alone. */
export const probeRedis = ({
	port,
	ca,
	user,
	password,
	applications = [],
	now,
	target = {},
	request = {},
}: RedisProbe): Promise<TargetReport> =>
	createProbeRunner({
		families: [redis],
		clock: () => now ?? new Date(),
		readFile: () => Promise.resolve(Buffer.from(ca ?? '')),
	}).probe(
		probeRequest(
			databaseTarget(port, {
				engine: 'redis',
				endpoints: [{role: 'primary', host: '127.0.0.1', port}],
				identities: [
					...(user === undefined ? [] : [identity('scanner', user)]),
					...applications.map(name => identity('application', name)),
				],
				verification: ca === undefined ? {} : {ca: 'ca.pem'},
				...target,
			}),
			{secret: () => Promise.resolve(password), ...request},
		),
	);

/** Outcome, and severity or reason, of each finding of a check, by object where it has one. */
export const said = (report: TargetReport, check: string): readonly string[] =>
	report.findings
		.filter(finding => finding.check === check)
		.map(({outcome, severity, reason, object}) =>
			[
				...(object === undefined ? [] : [`${object}:`]),
				outcome,
				...(outcome === 'fail' ? [severity] : []),
				...(reason === undefined ? [] : [reason]),
			].join(' '),
		);
