import type {ProbeEvent} from '../../domain/ports.js';
import type {DatabaseTarget} from '../../domain/target.js';
import {plainText} from '../../domain/text.js';

export type Progress = {readonly event: (event: ProbeEvent) => void; readonly done: () => void};

/**
 * One line for all targets on a terminal, rewritten in place: how many are done, and what is looked at now. Without a
 * terminal nothing is written, because logs want results, not motion.
 */
export const liveProgress = (
	stream: NodeJS.WriteStream,
	targets: readonly DatabaseTarget[],
): Progress => {
	if (!stream.isTTY || process.env.TERM === 'dumb')
		return {event: () => undefined, done: () => undefined};
	const names = new Map(targets.map(target => [target.id, target.name]));
	let finished = 0;
	let pass = 0;
	let fail = 0;
	let unknown = 0;
	const write = (now: string): void => {
		const text = `Probing ${targets.length === 1 ? '1 target' : `${targets.length} targets`}  ${finished} done  ${pass} pass  ${fail} fail  ${unknown} unknown  ${now}`;
		stream.write(`\r\u001b[2K${text.slice(0, Math.max(20, stream.columns - 1))}`);
	};
	return {
		event: event => {
			switch (event.kind) {
				case 'started':
					write(names.get(event.target) ?? '');
					break;
				case 'step':
					write(`${names.get(event.target) ?? ''}: ${plainText(event.text, 60)}`);
					break;
				case 'finding':
					if (event.finding.outcome === 'pass') pass++;
					else if (event.finding.outcome === 'fail') fail++;
					else if (event.finding.outcome === 'unknown') unknown++;
					break;
				case 'finished':
					finished++;
					write('');
					break;
			}
		},
		done: () => {
			stream.write('\r\u001b[2K');
		},
	};
};
