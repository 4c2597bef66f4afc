import {createProbeRunner} from './noted-runner.js';
import type {Family} from '../../src/probes/engine/family.js';
import {postgresql} from '../../src/probes/postgresql/index.js';
import type {Finding} from '../../src/domain/finding.js';
import type {Platform} from '../../src/domain/platform.js';
import type {ProbeRequest} from '../../src/domain/ports.js';
import type {TargetReport} from '../../src/domain/run.js';
import type {DatabaseTarget, Identity} from '../../src/domain/target.js';

export type ProbeOptions = {
	readonly host?: string;
	readonly port: number;
	readonly user: string;
	readonly password?: string;
	readonly database?: string;
	/** PEM of the CA to trust. */
	readonly ca?: string;
	readonly identities?: readonly Identity[];
	readonly platform?: Platform;
	readonly request?: Partial<ProbeRequest>;
	/** The PostgreSQL family alone unless given. */
	readonly families?: readonly Family[];
};

/** Probes a server on loopback as the command line would. */
export const probePostgres = (options: ProbeOptions): Promise<TargetReport> => {
	const target: DatabaseTarget = {
		kind: 'database',
		id: 't-0123456789',
		name: 'shop',
		createdAt: '2026-11-22T00:00:00.000Z',
		engine: 'postgresql',
		...(options.platform === undefined ? {} : {platform: options.platform}),
		endpoints: [{role: 'primary', host: options.host ?? 'localhost', port: options.port}],
		identities: [
			{role: 'scanner', user: options.user, database: options.database ?? 'postgres'},
			...(options.identities ?? []),
		],
		verification: options.ca === undefined ? {} : {ca: '/ca.pem'},
	};
	const runner = createProbeRunner({
		families: options.families ?? [postgresql],
		clock: () => new Date(),
		readFile: () => Promise.resolve(Buffer.from(options.ca ?? '')),
	});
	return runner.probe({
		target,
		secret: () => Promise.resolve(options.password),
		timeoutMs: 20_000,
		allowUnverified: false,
		plaintextTest: true,
		offline: false,
		thresholds: {},
		signal: new AbortController().signal,
		...options.request,
	});
};

/** The outcomes of one check, or of one object of it. */
export const outcomesOf = (
	report: TargetReport,
	check: string,
	object?: string,
): readonly string[] =>
	findingsOf(report, check)
		.filter(finding => object === undefined || finding.object === object)
		.map(finding => finding.outcome);

export const findingsOf = (report: TargetReport, check: string): readonly Finding[] =>
	report.findings.filter(finding => finding.check === check);
