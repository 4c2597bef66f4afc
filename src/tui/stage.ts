import {showsUnicode} from './ascii.js';
import type {TuiEnd, TuiOptions} from './options.js';
import {takeScreen, type Screen} from './terminal.js';
import {texts} from './texts/texts.js';

const signalNumber = {SIGHUP: 1, SIGINT: 2, SIGTERM: 15} as const;
type Signal = keyof typeof signalNumber;

const ignore = (): void => undefined;

/** The screen that was taken, and how being on it ends. */
export type Stage = {
	readonly screen: Screen;
	/** Resolves when the person leaves or a signal comes; rejects with a bug. */
	readonly left: Promise<TuiEnd>;
	readonly leave: (end: TuiEnd) => void;
	readonly fail: (error: unknown) => void;
	/** Hears of each new size from now on. Until somebody does, the opening words are written anew. */
	readonly hearSize: (listener: () => void) => void;
	/** Gives the terminal back; the second call does nothing. */
	readonly close: () => void;
};

/**
 * Takes the screen and says that the workspace is read, before what draws is loaded: that takes longer than all else. However it ends,
 * by a signal, a bug or a terminal that is gone, the terminal is given back.
 */
export const takeStage = ({
	stdin,
	stdout,
	env,
	workbench,
}: Pick<TuiOptions, 'stdin' | 'stdout' | 'env' | 'workbench'>): Stage => {
	let leave: (end: TuiEnd) => void = ignore;
	let fail: (error: Error) => void = ignore;
	const left = new Promise<TuiEnd>((resolve, reject) => {
		leave = resolve;
		fail = reject;
	});
	// It may be ended before anybody waits for it.
	left.catch(ignore);
	const open = (): void => {
		if (workbench instanceof Promise) screen.announce(texts.frame.opening);
	};
	let onSize = open;
	const screen = takeScreen(stdout, {
		unicode: showsUnicode(env, process.platform),
		colour: env.FORCE_COLOR !== '0',
		onResize: () => {
			onSize();
		},
	});
	const onSignal = (signal: Signal): void => {
		leave({reason: 'signal', code: 128 + signalNumber[signal]});
	};
	const hungUp = (): void => {
		onSignal('SIGHUP');
	};
	const signals = Object.keys(signalNumber) as Signal[];
	for (const signal of signals) process.on(signal, onSignal);
	// Errors thrown outside of drawing and keys are printed by Node itself, which must not happen on the borrowed screen.
	process.on('uncaughtExceptionMonitor', screen.giveBack);
	process.on('exit', screen.giveBack);
	stdin.once('end', hungUp);
	// A terminal that is gone cannot be set back; the hang-up signal that comes with it ends the program.
	stdin.on('error', ignore);
	open();
	return {
		screen,
		left,
		leave,
		fail: error => {
			fail(error instanceof Error ? error : new Error(String(error)));
		},
		hearSize: listener => {
			onSize = listener;
		},
		close: () => {
			screen.giveBack();
			for (const signal of signals) process.off(signal, onSignal);
			process.off('uncaughtExceptionMonitor', screen.giveBack);
			process.off('exit', screen.giveBack);
			stdin.off('end', hungUp);
		},
	};
};
