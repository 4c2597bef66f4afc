import {afterAll, afterEach, beforeAll, expect} from 'vitest';
import {bundleTui, type Bundle} from './bundle-tui.js';
import {startInTerminal, type TerminalProcess} from './terminal.js';

const slow = {timeout: 15_000, interval: 20};

export const enter = '\r';

/** Waits until a person sees a text. */
export const sees = async (terminal: TerminalProcess, text: string | RegExp): Promise<void> => {
	await expect.poll(terminal.text, slow).toMatch(text);
};

/** Waits until the footer stands on a line, counted from nought. */
export const seesFooterOn = async (terminal: TerminalProcess, line: number): Promise<void> => {
	await expect.poll(() => terminal.lines().findIndex(l => l.includes('? help')), slow).toBe(line);
};

/** Waits until the program has taken the screen, which is before its first frame. */
export const hasTakenScreen = async (terminal: TerminalProcess): Promise<void> => {
	await expect.poll(terminal.raw, slow).toContain('\u001B[?1049h');
};

type Window = {
	readonly columns?: number;
	readonly rows?: number;
	readonly env?: Readonly<Record<string, string | undefined>>;
};

export type TuiProcess = {
	/** Starts the terminal UI on the fake workbench, with options of test/fixtures/tui-program.ts. */
	readonly open: (program?: Readonly<Record<string, unknown>>, window?: Window) => TerminalProcess;
	/** The same, and waits for the home screen. */
	readonly start: (
		program?: Readonly<Record<string, unknown>>,
		window?: Window,
	) => Promise<TerminalProcess>;
};

/** The terminal UI as a process of its own, built once for all tests of a file and ended after each. */
export const tuiProcess = (): TuiProcess => {
	let bundle: Bundle;
	let running: TerminalProcess | undefined;
	beforeAll(async () => {
		bundle = await bundleTui();
	});
	afterEach(async () => {
		await running?.close();
	});
	afterAll(() => bundle.remove());
	const open: TuiProcess['open'] = (program = {}, window = {}) => {
		running = startInTerminal({
			...window,
			program: bundle.program,
			env: {PROGRAM: JSON.stringify(program), ...window.env},
		});
		return running;
	};
	return {
		open,
		start: async (program, window) => {
			const terminal = open(program, window);
			await sees(terminal, 'Example Health');
			return terminal;
		},
	};
};
