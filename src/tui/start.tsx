import {render, type Instance} from 'ink';
import type {ReactElement} from 'react';
import {showsUnicode} from './ascii.js';
import {App} from './app.js';
import {listenToKeys} from './keyboard.js';
import {Opening} from './opening.js';
import type {TuiEnd, TuiOptions} from './options.js';
import {createSession, type Session} from './session.js';
import {takeScreen} from './terminal.js';

const signalNumber = {SIGHUP: 1, SIGINT: 2, SIGTERM: 15} as const;
type Signal = keyof typeof signalNumber;

/** How long leaving waits for what is on its way to the disk (ms). */
const patience = 3_000;

const ignore = (): void => undefined;

const atMost = (work: Promise<void>, ms: number): Promise<void> =>
	new Promise((resolve, reject) => {
		const timer = setTimeout(resolve, ms);
		work.then(resolve, reject).finally(() => {
			clearTimeout(timer);
		});
	});

/** Resolves to nothing once everything that is ready now has run. */
const afterOthers = (): Promise<undefined> =>
	new Promise(resolve => {
		setImmediate(resolve, undefined);
	});

/**
 * Draws until the person leaves, a signal comes, or a bug shows. However it ends, the terminal is given back first; a
 * bug is thrown after that, so that its text can be read.
 */
export const start = async (options: TuiOptions): Promise<TuiEnd> => {
	const {stdin, stdout, env, clock, documentsDir} = options;
	let end: TuiEnd = {reason: 'quit', code: 0};
	let session: Session | undefined;
	let deafen: () => void = ignore;
	let leave: () => void = ignore;
	let fail: (error: Error) => void = ignore;
	const left = new Promise<void>((resolve, reject) => {
		leave = resolve;
		fail = reject;
	});
	const screen = takeScreen(stdout, {
		unicode: showsUnicode(env, process.platform),
		onResize: () => session?.dispatch({kind: 'size', ...screen.size()}),
	});
	const onSignal = (signal: Signal): void => {
		end = {reason: 'signal', code: 128 + signalNumber[signal]};
		leave();
	};
	const onBug = (error: unknown): void => {
		fail(error instanceof Error ? error : new Error(String(error)));
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
	const draw = (tree: ReactElement): Instance =>
		render(tree, {
			stdin,
			stdout: screen.output,
			exitOnCtrlC: false,
			patchConsole: true,
			isScreenReaderEnabled: false,
		});
	let instance: Instance | undefined;
	try {
		const opening = Promise.resolve(options.workbench);
		const quick = await Promise.race([opening, afterOthers()]);
		if (quick === undefined) instance = draw(<Opening {...screen.size()} />);
		const workbench = quick ?? (await Promise.race([opening, left]));
		if (workbench === undefined) return end;
		session = createSession({
			workbench,
			clock,
			documentsDir,
			size: screen.size(),
			onLeave: reason => {
				end = {reason, code: reason === 'quit' ? 0 : 130};
				leave();
			},
			onBug,
		});
		// Before keys are expected: one pressed while the terminal still collects lines could be stuck until the next one.
		stdin.setRawMode(true);
		if (instance === undefined) instance = draw(<App session={session} />);
		else instance.rerender(<App session={session} />);
		const {dispatch} = session;
		deafen = listenToKeys(stdin, typed => {
			try {
				typed.forEach(dispatch);
			} catch (error) {
				// A bug in a key handler ends the program in order, so that the terminal is given back before it is told.
				onBug(error);
			}
		});
		session.prepare();
		await Promise.race([instance.waitUntilExit(), left]);
	} finally {
		deafen();
		instance?.unmount();
		screen.giveBack();
		stdin.setRawMode(false);
		for (const signal of signals) process.off(signal, onSignal);
		process.off('uncaughtExceptionMonitor', screen.giveBack);
		process.off('exit', screen.giveBack);
		stdin.off('end', hungUp);
		if (session !== undefined) await atMost(session.close(), patience);
	}
	return end;
};
