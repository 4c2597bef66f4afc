import type {Workbench} from '../services/workbench.js';
import {isRunning} from './screens/probes/state.js';
import type {State} from './state.js';

/**
 * Whether the record may change under what is in front: where nothing is typed, chosen or asked, and no save is under way. Never
 * before a question: the marked answer would move under a finger that is about to press Enter.
 */
const isCalm = (state: State): boolean =>
	state.overlay === undefined &&
	state.screen !== 'questions' &&
	state.screen !== 'profiles' &&
	state.saving.length === 0 &&
	!isRunning(state.probes);

export type CatchUp = {
	/** To be called after each change of the state: takes in what waited for a calm moment. */
	readonly tryNow: () => void;
	readonly stop: () => void;
};

/**
 * Takes in what others record, soon after they did, or as soon as the person is where it disturbs nothing. `follow` follows the
 * work; what fails is told by the next save.
 */
export const keepUp = (
	workbench: Workbench,
	getState: () => State,
	follow: (work: Promise<boolean>, done: (caughtUp: boolean) => void, failed: () => void) => void,
): CatchUp => {
	let behind = false;
	let looking = false;
	const tryNow = (): void => {
		if (!behind || looking || !isCalm(getState())) return;
		behind = false;
		looking = true;
		follow(
			workbench.catchUp(() => isCalm(getState())),
			caughtUp => {
				looking = false;
				behind ||= !caughtUp;
			},
			() => {
				looking = false;
			},
		);
	};
	const stop = workbench.watch(() => {
		behind = true;
		tryNow();
	});
	return {tryNow, stop};
};
