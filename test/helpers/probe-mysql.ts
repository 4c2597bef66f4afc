import type {ProbeRequest} from '../../src/domain/ports.js';
import type {TargetReport} from '../../src/domain/run.js';
import type {DatabaseTarget, Identity} from '../../src/domain/target.js';
import {createProbeRunner} from './noted-runner.js';
import {mysql} from '../../src/probes/mysql/index.js';
import {databaseTarget, probeRequest} from './probe-request.js';

export type MysqlProbe = {
	readonly port: number;
	readonly user: string;
	readonly password?: string;
	/** PEM of the CA to trust. */
	readonly ca?: string;
	readonly identities?: readonly Identity[];
	/** The time of the probe; now unless given. */
	readonly now?: Date;
	readonly target?: Partial<DatabaseTarget>;
	readonly request?: Partial<ProbeRequest>;
};

/** Probes a server on loopback with the MySQL family alone, as the command line would. */
export const probeMysql = (probe: MysqlProbe): Promise<TargetReport> =>
	createProbeRunner({
		families: [mysql],
		clock: () => probe.now ?? new Date(),
		readFile: () => Promise.resolve(Buffer.from(probe.ca ?? '')),
	}).probe(
		probeRequest(
			databaseTarget(probe.port, {
				engine: 'mariadb',
				identities: [
					{role: 'scanner', user: probe.user, database: 'shop'},
					...(probe.identities ?? []),
				],
				verification: probe.ca === undefined ? {} : {ca: '/ca.pem'},
				...probe.target,
			}),
			{
				secret: () => Promise.resolve(probe.password),
				timeoutMs: 20_000,
				...probe.request,
			},
		),
	);
