import {performance} from 'node:perf_hooks';
import {setTimeout as sleep} from 'node:timers/promises';
import type {Pace} from './fleet.js';

/** Between two looks, in ms: much longer than one step of a probe, much shorter than a probe. */
const lookEveryMs = 20;
/** Above this share of busy time another target would only make the others slower. */
const idleBelow = 0.6;

/** The pace of this process, by how busy its event loop is. */
export const createPace = (): Pace => {
	let last = performance.eventLoopUtilization();
	return {
		isIdle: () => {
			const now = performance.eventLoopUtilization();
			const {utilization} = performance.eventLoopUtilization(now, last);
			last = now;
			return utilization < idleBelow;
		},
		moment: () => sleep(lookEveryMs),
	};
};
