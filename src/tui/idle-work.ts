import type {Snapshot} from '../services/workbench.js';
import {prepareSearch} from './model/search.js';

/** How long no key is pressed and nothing changes before work is done ahead (ms), and how long a piece of it takes at most (ms). */
const calmMs = 120;
const pieceMs = 6;

export type IdleWork = {
	/** Something happened: work waits again, and begins anew where the record is another one. */
	readonly disturb: (snapshot: Snapshot) => void;
	readonly stop: () => void;
};

/** Builds the index of the search where nobody waits, in pieces so short that a key between two of them is not held up. */
export const createIdleWork = (): IdleWork => {
	let timer: NodeJS.Timeout | undefined;
	let ready: Snapshot | undefined;
	const work = (snapshot: Snapshot): void => {
		const end = performance.now() + pieceMs;
		timer = undefined;
		if (prepareSearch(snapshot, () => performance.now() < end)) {
			ready = snapshot;
			return;
		}
		timer = setTimeout(work, 0, snapshot);
	};
	return {
		disturb: snapshot => {
			clearTimeout(timer);
			timer = undefined;
			if (snapshot === ready) return;
			timer = setTimeout(work, calmMs, snapshot);
			timer.unref();
		},
		stop: () => {
			clearTimeout(timer);
		},
	};
};
