import type {ProbeRequest} from '../../src/domain/ports.js';
import type {TargetReport} from '../../src/domain/run.js';
import type {DatabaseTarget} from '../../src/domain/target.js';
import {createProbeRunner} from './noted-runner.js';
import {tlsFamily} from '../../src/probes/tls/index.js';
import {databaseTarget, probeRequest} from './probe-request.js';

export type LocalProbe = {
	readonly port: number;
	/** PEM text of the CA file; none: the system's roots. */
	readonly ca?: string;
	/** The time of the probe; now unless given. */
	readonly now?: Date;
	readonly target?: Partial<DatabaseTarget>;
	readonly request?: Partial<ProbeRequest>;
};

/** Looks at a server on loopback with the TLS family alone. */
export const probeLocal = ({
	port,
	ca,
	now,
	target = {},
	request = {},
}: LocalProbe): Promise<TargetReport> =>
	createProbeRunner({
		families: [tlsFamily],
		clock: () => now ?? new Date(),
		readFile: () => Promise.resolve(Buffer.from(ca ?? '')),
	}).probe(
		probeRequest(
			databaseTarget(port, {
				identities: [{role: 'application', user: 'app', database: 'postgres'}],
				...target,
				verification: {...(ca === undefined ? {} : {ca: 'ca.pem'}), ...target.verification},
			}),
			request,
		),
	);

/** `check[object]` with its outcome and, where it differs from a plain pass, severity and reason: one line a finding. */
export const lines = (report: TargetReport): readonly string[] =>
	report.findings.map(({check, object, outcome, severity, reason}) =>
		[
			object === undefined ? check : `${check}[${object}]`,
			outcome,
			...(outcome === 'fail' ? [severity] : []),
			...(reason === undefined ? [] : [reason]),
		].join(' '),
	);

/** The findings that are no pass. */
export const notPassed = (report: TargetReport): readonly string[] =>
	lines(report).filter(line => !line.endsWith(' pass'));
