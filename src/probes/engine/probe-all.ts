import type {ProbeRequest, ProbeRunner} from '../../domain/ports.js';
import type {TargetReport} from '../../domain/run.js';

/** Targets wait for the network most of the time, so that many may be open at once. */
const defaultConcurrency = 16;

/**
 * Probes many targets, at most `concurrency` of them at a time (default 16), and gives the reports in the order of the
 * requests. After a cancel the waiting ones are still asked: they report `cancelled` without opening a socket.
 */
export const probeAll = async (
	runner: ProbeRunner,
	requests: readonly ProbeRequest[],
	{concurrency = defaultConcurrency}: {readonly concurrency?: number} = {},
): Promise<readonly TargetReport[]> => {
	const reports: TargetReport[] = [];
	const queue = requests.entries();
	const work = async (): Promise<void> => {
		for (const [index, request] of queue) reports[index] = await runner.probe(request);
	};
	await Promise.all(
		Array.from({length: Math.max(1, Math.min(concurrency, requests.length))}, work),
	);
	return reports;
};
