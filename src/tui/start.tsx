import {render} from 'ink';
import {App} from './app.js';
import {listenToKeys} from './keyboard.js';
import type {TuiEnd, TuiOptions} from './options.js';
import {createSession} from './session.js';
import type {Stage} from './stage.js';

/** How long leaving waits for what is on its way to the disk (ms). */
const patience = 3_000;

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
export const start = async (
	{workbench: opening, stdin, clock, documentsDir}: TuiOptions,
	{screen, left, leave, fail, hearSize, close}: Stage,
): Promise<TuiEnd> => {
	const opened = await Promise.race([opening, left]);
	if ('reason' in opened) return opened;
	const session = createSession({
		workbench: opened,
		clock,
		...(documentsDir === undefined ? {} : {documentsDir}),
		size: screen.size(),
		onLeave: reason => {
			leave({reason, code: reason === 'quit' ? 0 : 130});
		},
		onBug: fail,
	});
	hearSize(() => session.dispatch({kind: 'size', ...screen.size()}));
	let deafen = (): void => undefined;
	let unmount = deafen;
	try {
		// Before keys are expected: one pressed while the terminal still collects lines could be stuck until the next one.
		stdin.setRawMode(true);
		screen.clear();
		const instance = render(<App session={session} />, {
			stdin,
			stdout: screen.output,
			exitOnCtrlC: false,
			patchConsole: true,
			isScreenReaderEnabled: false,
		});
		unmount = instance.unmount;
		const {dispatch} = session;
		deafen = listenToKeys(stdin, typed => {
			try {
				typed.forEach(dispatch);
			} catch (error) {
				// A bug in a key handler ends the program in order, so that the terminal is given back before it is told.
				fail(error);
			}
		});
		session.prepare();
		const gone = instance.waitUntilExit().then((): TuiEnd => ({reason: 'quit', code: 0}));
		return await Promise.race([gone, left]);
	} finally {
		deafen();
		unmount();
		close();
		stdin.setRawMode(false);
		await atMost(session.close(), patience);
	}
};
