import {chmod, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Finding} from '../../src/domain/finding.js';
import type {ProbeRequest} from '../../src/domain/ports.js';
import type {TargetReport} from '../../src/domain/run.js';
import type {DatabaseTarget, Endpoint} from '../../src/domain/target.js';
import {allFamilies} from '../../src/probes/all-families.js';
import {createProbeRunner} from '../../src/probes/engine/runner.js';
import {databaseTarget, probeRequest} from './probe-request.js';

type SocketProbe = {
	readonly engine: DatabaseTarget['engine'];
	/** The path of the socket. */
	readonly path: string;
	readonly user?: string;
	readonly password?: string;
	/** Endpoints beside the socket. */
	readonly others?: readonly Endpoint[];
	readonly request?: Partial<ProbeRequest>;
};

type Looked = TargetReport & {
	/** How often a password was asked for. */
	readonly asked: number;
};

/** Probes a server over its Unix socket with all families, as the command line would. */
export const probeSocket = async (probe: SocketProbe): Promise<Looked> => {
	let asked = 0;
	const {user} = probe;
	const runner = createProbeRunner({families: allFamilies, clock: () => new Date()});
	const report = await runner.probe(
		probeRequest(
			databaseTarget(5432, {
				engine: probe.engine,
				endpoints: [{role: 'primary', host: probe.path, port: 5432}, ...(probe.others ?? [])],
				identities: user === undefined ? [] : [{role: 'scanner', user, database: 'postgres'}],
			}),
			{
				secret: () => {
					asked += 1;
					return Promise.resolve(probe.password);
				},
				timeoutMs: 20_000,
				...probe.request,
			},
		),
	);
	return {...report, asked};
};

/** What the findings of one check say: outcome, and severity or reason. */
export const saidOf = (report: TargetReport, check: string): readonly string[] =>
	report.findings.filter(finding => finding.check === check).map(wordsOf);

const wordsOf = ({outcome, severity, reason}: Finding): string =>
	[
		outcome,
		...(outcome === 'fail' ? [severity] : []),
		...(reason === undefined ? [] : [reason]),
	].join(' ');

/** A folder that everybody may enter and only this user may write to, short enough for the path of a socket. */
export const openFolder = async (): Promise<{
	readonly path: string;
	readonly remove: () => Promise<void>;
}> => {
	const path = await mkdtemp(join(tmpdir(), 'dbvet-sock-'));
	await chmod(path, 0o755);
	return {path, remove: () => rm(path, {recursive: true, force: true, maxRetries: 5})};
};
