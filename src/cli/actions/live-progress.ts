import type {ProbeEvent} from '../../domain/ports.js';
import type {DatabaseTarget} from '../../domain/target.js';
import {plainText} from '../../domain/text.js';

export type Progress = {readonly event: (event: ProbeEvent) => void; readonly done: () => void};

/** Before this share is done an estimate would be a guess. */
const enoughToEstimate = 0.05;

/** What is left at the present pace, as people say it; undefined while it would be a guess. */
export const timeLeft = (done: number, all: number, elapsedMs: number): string | undefined => {
	if (done < 5 || done < all * enoughToEstimate || done >= all) return undefined;
	const seconds = ((elapsedMs / done) * (all - done)) / 1000;
	if (seconds < 90) return `about ${Math.max(1, Math.round(seconds))} s left`;
	return `about ${Math.round(seconds / 60)} min left`;
};

/**
 * One line for all targets on a terminal, rewritten in place: how many are done, running and not reached, and how long it
 * will take. Without a terminal nothing is written, because logs want results, not motion.
 * @param now the time in ms, from any start
 */
export const liveProgress = (
	stream: NodeJS.WriteStream,
	targets: readonly DatabaseTarget[],
	now: () => number,
): Progress => {
	if (!stream.isTTY || process.env.TERM === 'dumb')
		return {event: () => undefined, done: () => undefined};
	const names = new Map(targets.map(target => [target.id, target.name]));
	const start = now();
	let running = 0;
	let finished = 0;
	let failed = 0;
	let found = 0;
	const write = (latest: string): void => {
		const parts =
			targets.length === 1
				? [
						`Probing ${[...names.values()].join()}`,
						...(found > 0 ? [`${found} failed`] : []),
						latest,
					]
				: [
						`Probing: ${finished} of ${targets.length} done`,
						`${running} running`,
						...(failed > 0 ? [`${failed} not complete`] : []),
						timeLeft(finished, targets.length, now() - start) ?? '',
						latest,
					];
		const text = parts.filter(part => part !== '').join(' · ');
		stream.write(`\r\u001b[2K${text.slice(0, Math.max(20, stream.columns - 1))}`);
	};
	return {
		event: event => {
			switch (event.kind) {
				case 'started':
					running++;
					write(targets.length === 1 ? '' : (names.get(event.target) ?? ''));
					break;
				case 'step':
					write(targets.length === 1 ? plainText(event.text, 60) : (names.get(event.target) ?? ''));
					break;
				case 'finding':
					if (event.finding.outcome === 'fail') found++;
					break;
				case 'finished':
					running--;
					finished++;
					if (event.report.status !== 'complete') failed++;
					write('');
					break;
			}
		},
		done: () => {
			stream.write('\r\u001b[2K');
		},
	};
};
