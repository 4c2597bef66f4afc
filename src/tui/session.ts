import type {Clock, ProbeEvent} from '../domain/ports.js';
import type {Workbench} from '../services/workbench.js';
import {keepUp} from './catch-up.js';
import type {Effect, Happening, SaveEffect, Trouble} from './messages.js';
import {bundleMs, impatient, tickMs} from './pace.js';
import {isRunning} from './screens/probes/state.js';
import {startState, type State} from './state.js';
import {troubleOf} from './trouble.js';
import {update} from './update.js';

/** The state outside React, and the effects: `subscribe` and `getState` fit useSyncExternalStore. */
export type Session = {
	readonly getState: () => State;
	readonly subscribe: (listener: () => void) => () => void;
	readonly dispatch: (happening: Happening) => void;
	/** Loads what no first frame shows; to be called once that frame is drawn. */
	readonly prepare: () => void;
	/** Cancels what runs and stops all timers; resolves when everything that was begun has settled. */
	readonly close: () => Promise<void>;
};

export type SessionOptions = {
	readonly workbench: Workbench;
	readonly clock: Clock;
	readonly documentsDir?: string | undefined;
	readonly size: {readonly columns: number; readonly rows: number};
	/** The person leaves. */
	readonly onLeave: (reason: 'quit' | 'interrupted') => void;
	/** Something that nobody can mend: a bug. */
	readonly onBug: (error: unknown) => void;
};

/** Makes the session of one run of the terminal UI. */
export const createSession = (options: SessionOptions): Session => {
	const {workbench, clock} = options;
	const now = (): string => clock().toISOString();
	let state = startState({
		snapshot: workbench.snapshot(),
		documentsDir: options.documentsDir,
		now: now(),
		...options.size,
	});
	const listeners = new Set<() => void>();
	const pending = new Set<Promise<void>>();
	let waitingKeys: readonly Happening[] = [];
	let events: readonly ProbeEvent[] = [];
	let bundle: NodeJS.Timeout | undefined;
	let ticker: NodeJS.Timeout | undefined;
	let ticking = 0;
	let abort: AbortController | undefined;
	const leaving = new AbortController();
	let closed = false;

	const apply = (happening: Happening): void => {
		if (closed) return;
		const step = update(state, {...happening, now: now()});
		state = step.state;
		for (const effect of step.effects) perform(effect);
		for (const listener of listeners) listener();
		others.tryNow();
	};

	/** Keys that waited for a save: pressed now, in order; forgotten when the save failed. */
	const releaseKeys = (forget: boolean): void => {
		const keys = waitingKeys;
		waitingKeys = [];
		if (!forget) for (const key of keys) dispatch(key);
	};

	const dispatch = (happening: Happening): void => {
		const waits =
			(happening.kind === 'key' && !impatient.has(happening.key)) || happening.kind === 'paste';
		const busy = state.screen === 'questions' && state.questions.saving !== undefined;
		if (waits && busy) waitingKeys = [...waitingKeys, happening];
		else apply(happening);
	};

	/** Follows a promise: a UserError becomes trouble to show, anything else is a bug. */
	const follow = <T>(
		work: Promise<T>,
		done: (value: T) => void,
		failed: (trouble: Trouble) => void,
	): void => {
		const watched: Promise<void> = work.then(done, (error: unknown) => {
			const trouble = troubleOf(error);
			if (trouble === undefined) throw error;
			failed(trouble);
		});
		const settled = watched.catch(options.onBug).finally(() => pending.delete(settled));
		pending.add(settled);
	};

	const saving = (effect: SaveEffect, work: Promise<void>): void => {
		follow(
			work,
			() => {
				apply({kind: 'saved', effect, snapshot: workbench.snapshot()});
				releaseKeys(false);
			},
			trouble => {
				// While probes run, no change of the record is taken in by itself.
				if (trouble.overtaken) apply({kind: 'changed', snapshot: workbench.snapshot()});
				apply({kind: 'save-failed', effect, trouble});
				releaseKeys(true);
			},
		);
	};

	const flush = (): void => {
		clearTimeout(bundle);
		bundle = undefined;
		const told = events;
		events = [];
		if (told.length > 0) apply({kind: 'probe-events', events: told});
	};

	const onEvent = (event: ProbeEvent): void => {
		events = [...events, event];
		bundle ??= setTimeout(flush, bundleMs);
	};

	/** Lets signs turn until what is given back is called. */
	const keepTicking = (): (() => void) => {
		ticking += 1;
		ticker ??= setInterval(apply, tickMs, {kind: 'tick'} as const);
		return () => {
			ticking -= 1;
			if (ticking > 0) return;
			clearInterval(ticker);
			ticker = undefined;
		};
	};

	const endProbe = (trouble?: Trouble): void => {
		flush();
		abort = undefined;
		apply({kind: 'probe-ended', snapshot: workbench.snapshot(), ...(trouble && {trouble})});
	};

	const probe = ({targets, plaintextTest}: Extract<Effect, {kind: 'probe'}>): void => {
		const controller = new AbortController();
		abort = controller;
		const {signal} = controller;
		follow(
			workbench.probe(targets, {signal, onEvent, plaintextTest}).finally(keepTicking()),
			() => {
				endProbe();
			},
			endProbe,
		);
	};

	const render = (effect: Extract<Effect, {kind: 'render'}>): void => {
		const {signal} = leaving;
		const work = workbench.render(effect.documents, effect.formats, {signal});
		follow(
			work
				.catch((error: unknown) => {
					// The person has left, and nobody is there to be told.
					if (signal.aborted) return [];
					throw error;
				})
				.finally(keepTicking()),
			paths => {
				apply({kind: 'rendered', paths});
			},
			trouble => {
				apply({kind: 'render-failed', trouble});
			},
		);
	};

	const perform = (effect: Effect): void => {
		switch (effect.kind) {
			case 'answer':
				saving(effect, workbench.answer(effect.input));
				return;
			case 'clear':
				saving(effect, workbench.clearAnswer(effect.target, effect.question));
				return;
			case 'resolve':
				saving(effect, workbench.resolve(effect.input));
				return;
			case 'waive':
				saving(effect, workbench.waive(effect.input));
				return;
			case 'choose':
				saving(effect, workbench.choose(effect.input));
				return;
			case 'set-profiles':
				saving(effect, workbench.setProfiles(effect.profiles));
				return;
			case 'preview-profiles':
				follow(
					workbench.previewProfiles(effect.profiles),
					parts => {
						apply({kind: 'previewed', profiles: effect.profiles, parts});
					},
					trouble => {
						apply({kind: 'preview-failed', trouble});
					},
				);
				return;
			case 'probe':
				probe(effect);
				return;
			case 'cancel-probe':
				abort?.abort();
				return;
			case 'render':
				render(effect);
				return;
			case 'leave':
				options.onLeave(effect.reason);
		}
	};

	const others = keepUp(workbench, () => state, follow);
	const forgetRecord = workbench.subscribe(() => {
		// While probes run, the record changes often; what they found is taken in when a bundle is shown.
		if (!isRunning(state.probes)) apply({kind: 'changed', snapshot: workbench.snapshot()});
	});

	return {
		getState: () => state,
		subscribe: listener => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		dispatch,
		prepare: () => {
			follow(
				workbench.documents(),
				documents => {
					apply({kind: 'documents', documents});
				},
				trouble => {
					apply({kind: 'render-failed', trouble});
				},
			);
		},
		close: async () => {
			closed = true;
			forgetRecord();
			others.stop();
			clearTimeout(bundle);
			clearInterval(ticker);
			abort?.abort();
			leaving.abort();
			await Promise.all(pending);
		},
	};
};
