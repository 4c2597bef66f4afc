import type {Clock} from '../domain/ports.js';
import type {Workbench} from '../services/workbench.js';
import {keepUp} from './catch-up.js';
import {createEffects} from './effects.js';
import {createIdleWork} from './idle-work.js';
import type {Happening, Trouble} from './messages.js';
import {impatient} from './pace.js';
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

/** Whether keys wait: the next one is about what comes of this. */
const isBusy = ({screen, questions, seeking, saving}: State): boolean =>
	seeking ||
	saving.some(({kind}) => kind === 'reverse') ||
	(screen === 'questions' && questions.saving !== undefined);

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
	const idle = createIdleWork();
	let waitingKeys: readonly Happening[] = [];
	let prepared = false;
	let closed = false;

	const apply = (happening: Happening): void => {
		if (closed) return;
		const step = update(state, {...happening, now: now()});
		state = step.state;
		for (const effect of step.effects) effects.perform(effect);
		for (const listener of listeners) listener();
		if (prepared) idle.disturb(state.snapshot);
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
		if (waits && isBusy(state)) waitingKeys = [...waitingKeys, happening];
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

	const {onLeave} = options;
	const effects = createEffects({workbench, apply, follow, releaseKeys, onLeave});
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
			prepared = true;
			idle.disturb(state.snapshot);
			follow(
				workbench.documents(),
				documents => {
					apply({kind: 'documents', documents});
				},
				trouble => {
					apply({kind: 'render-failed', trouble});
				},
			);
			follow(
				workbench.me(),
				me => {
					apply({kind: 'me', me});
				},
				// Then nothing counts as one's own; the next save tells why.
				() => undefined,
			);
		},
		close: async () => {
			closed = true;
			forgetRecord();
			others.stop();
			idle.stop();
			effects.stop();
			await Promise.all(pending);
		},
	};
};
