import type {ProbeEvent} from '../domain/ports.js';
import type {Workbench} from '../services/workbench.js';
import type {Effect, Happening, SaveEffect, Trouble} from './messages.js';
import {bundleMs, tickMs} from './pace.js';

/** What effects need of the session. */
export type Around = {
	readonly workbench: Workbench;
	readonly apply: (happening: Happening) => void;
	/** Follows a promise: a UserError becomes trouble to show, anything else is a bug. */
	readonly follow: <T>(
		work: Promise<T>,
		done: (value: T) => void,
		failed: (trouble: Trouble) => void,
	) => void;
	/** Keys that waited for a save or a look-up: pressed now, or forgotten because it failed. */
	readonly releaseKeys: (forget: boolean) => void;
	readonly onLeave: (reason: 'quit' | 'interrupted') => void;
};

export type Effects = {
	/** Does what `update` wants done; what comes of it is told by actions. */
	readonly perform: (effect: Effect) => void;
	/** Cancels what runs and stops all timers. */
	readonly stop: () => void;
};

const saveOf = (workbench: Workbench, effect: SaveEffect): Promise<void> => {
	switch (effect.kind) {
		case 'answer':
			return workbench.answer(effect.input);
		case 'clear':
			return workbench.clearAnswer(effect.target, effect.question);
		case 'resolve':
			return workbench.resolve(effect.input);
		case 'waive':
			return workbench.waive(effect.input);
		case 'choose':
			return workbench.choose(effect.input);
		case 'set-profiles':
			return workbench.setProfiles(effect.profiles);
		case 'reverse':
			return workbench.reverse(effect.reversal);
	}
};

/** Makes what does the work that screens ask for. */
export const createEffects = ({
	workbench,
	apply,
	follow,
	releaseKeys,
	onLeave,
}: Around): Effects => {
	let events: readonly ProbeEvent[] = [];
	let bundle: NodeJS.Timeout | undefined;
	let ticker: NodeJS.Timeout | undefined;
	let ticking = 0;
	let abort: AbortController | undefined;
	const leaving = new AbortController();

	const saving = (effect: SaveEffect): void => {
		follow(
			saveOf(workbench, effect),
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

	const seek = ({what, entry}: Extract<Effect, {kind: 'seek'}>): void => {
		follow(
			workbench.findReversal(what, entry),
			reversal => {
				apply({kind: 'sought', what, reversal});
				releaseKeys(false);
			},
			trouble => {
				apply({kind: 'seek-failed', trouble});
				releaseKeys(true);
			},
		);
	};

	const loadHistory = (): void => {
		follow(
			workbench.history(),
			entries => {
				apply({kind: 'history', entries});
			},
			trouble => {
				apply({kind: 'history-failed', trouble});
			},
		);
	};

	const previewProfiles = (profiles: readonly string[]): void => {
		follow(
			workbench.previewProfiles(profiles),
			parts => {
				apply({kind: 'previewed', profiles, parts});
			},
			trouble => {
				apply({kind: 'preview-failed', trouble});
			},
		);
	};

	const perform = (effect: Effect): void => {
		switch (effect.kind) {
			case 'answer':
			case 'clear':
			case 'resolve':
			case 'waive':
			case 'choose':
			case 'set-profiles':
			case 'reverse':
				saving(effect);
				return;
			case 'preview-profiles':
				previewProfiles(effect.profiles);
				return;
			case 'seek':
				seek(effect);
				return;
			case 'load-history':
				loadHistory();
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
				onLeave(effect.reason);
		}
	};

	return {
		perform,
		stop: () => {
			clearTimeout(bundle);
			clearInterval(ticker);
			abort?.abort();
			leaving.abort();
		},
	};
};
