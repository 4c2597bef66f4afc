import {setMaxListeners} from 'node:events';
import {performance} from 'node:perf_hooks';
import type {Reason} from '../../domain/outcome.js';

/** The one deadline of a target, joined with the user's wish to stop. */
export type Deadline = {
	/** Aborted at the deadline or on cancel. */
	readonly signal: AbortSignal;
	/** Why it is over; undefined while it is not. */
	readonly reason: () => Reason | undefined;
	/** Milliseconds left, never negative; 0 once it is over. */
	readonly remainingMs: () => number;
	readonly elapsedMs: () => number;
	/** Forgets the timer and the outer signal. */
	readonly release: () => void;
};

/** Starts a deadline of `timeoutMs` milliseconds that also ends when `outer` is aborted. */
export const startDeadline = (timeoutMs: number, outer: AbortSignal): Deadline => {
	const started = performance.now();
	const controller = new AbortController();
	// Every open connection of every endpoint listens to the one, and every target to the other: Node.js takes more than ten for a leak.
	setMaxListeners(0, controller.signal, outer);
	let reason: Reason | undefined;
	const end = (why: Reason) => (): void => {
		reason ??= why;
		controller.abort();
	};
	const cancel = end('cancelled');
	const timer = setTimeout(end('timed-out'), timeoutMs);
	outer.addEventListener('abort', cancel, {once: true});
	if (outer.aborted) cancel();
	const elapsedMs = (): number => performance.now() - started;
	return {
		signal: controller.signal,
		reason: () => reason,
		remainingMs: () => (reason === undefined ? Math.max(0, timeoutMs - elapsedMs()) : 0),
		elapsedMs,
		release: () => {
			clearTimeout(timer);
			outer.removeEventListener('abort', cancel);
		},
	};
};
