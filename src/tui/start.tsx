import {render} from 'ink';
import {showsUnicode} from './ascii.js';
import {App} from './app.js';
import type {TuiEnd, TuiOptions} from './options.js';
import {createSession} from './session.js';
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

/**
 * Draws until the person leaves, a signal comes, or a bug shows. However it ends, the terminal is given back first; a
 * bug is thrown after that, so that its text can be read.
 */
export const start = async (options: TuiOptions): Promise<TuiEnd> => {
	const {workbench, stdin, stdout, env, clock, documentsDir} = options;
	let end: TuiEnd = {reason: 'quit', code: 0};
	let stop: (error?: Error) => void = () => undefined;
	const screen = takeScreen(stdout, {
		unicode: showsUnicode(env, process.platform),
		onResize: () => {
			session.dispatch({kind: 'size', ...screen.size()});
		},
	});
	const session = createSession({
		workbench,
		clock,
		documentsDir,
		size: screen.size(),
		onLeave: reason => {
			end = {reason, code: reason === 'quit' ? 0 : 130};
			stop();
		},
		onBug: error => {
			stop(error instanceof Error ? error : new Error(String(error)));
		},
	});
	const onSignal = (signal: Signal): void => {
		end = {reason: 'signal', code: 128 + signalNumber[signal]};
		stop();
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
	// Before the first frame: a key pressed while the terminal still collects lines could be stuck until the next one.
	stdin.setRawMode(true);
	try {
		const instance = render(<App session={session} />, {
			stdin,
			stdout: screen.output,
			exitOnCtrlC: false,
			patchConsole: true,
			isScreenReaderEnabled: false,
		});
		session.prepare();
		const ended = instance.waitUntilExit();
		const bug = new Promise<never>((_, reject) => {
			stop = error => {
				if (error !== undefined) reject(error);
				instance.unmount();
			};
		});
		await Promise.race([ended, bug]);
	} finally {
		screen.giveBack();
		stdin.setRawMode(false);
		for (const signal of signals) process.off(signal, onSignal);
		process.off('uncaughtExceptionMonitor', screen.giveBack);
		process.off('exit', screen.giveBack);
		stdin.off('end', hungUp);
		await atMost(session.close(), patience);
	}
	return end;
};
