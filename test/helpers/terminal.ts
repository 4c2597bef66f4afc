import {spawn, type IPty} from '@lydell/node-pty';
import xterm from '@xterm/headless';

export type TerminalOptions = {
	readonly program: string;
	readonly args?: readonly string[];
	readonly columns?: number;
	readonly rows?: number;
	/** Added to a clean environment; undefined takes a variable away. */
	readonly env?: Readonly<Record<string, string | undefined>>;
};

export type TerminalProcess = {
	/** The lines on the screen, without spaces at their ends. */
	readonly lines: () => readonly string[];
	readonly text: () => string;
	readonly type: (keys: string) => void;
	readonly resize: (columns: number, rows: number) => void;
	readonly kill: (signal: string) => void;
	/** Closes the terminal, as somebody does who closes its window. */
	readonly hangUp: () => void;
	/** True while the alternate screen is shown. */
	readonly alternate: () => boolean;
	/** True while the cursor is shown. */
	readonly cursorShown: () => boolean;
	/** Everything that was written, with escape codes. */
	readonly raw: () => string;
	readonly exit: Promise<number>;
	readonly close: () => Promise<void>;
};

/** A process may be gone before this terminal heard of it. */
const killIfThere = (pid: number): void => {
	try {
		process.kill(pid, 'SIGKILL');
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
	}
};

/** A Node program in a real pseudo terminal, its screen read through a terminal emulator. CI is not in its environment. */
export const startInTerminal = (options: TerminalOptions): TerminalProcess => {
	const columns = options.columns ?? 80;
	const rows = options.rows ?? 24;
	const emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true});
	const env: Record<string, string> = {};
	const wanted: Readonly<Record<string, string | undefined>> = {
		PATH: process.env.PATH,
		HOME: process.env.HOME,
		LANG: 'C.UTF-8',
		TERM: 'xterm-256color',
		TZ: 'UTC',
		...options.env,
	};
	for (const [name, value] of Object.entries(wanted)) if (value !== undefined) env[name] = value;
	const pty: IPty = spawn(process.execPath, [options.program, ...(options.args ?? [])], {
		name: env.TERM ?? 'xterm-256color',
		cols: columns,
		rows,
		env,
	});
	let raw = '';
	let ended = false;
	pty.onData(data => {
		raw += data;
		emulator.write(data);
	});
	const exit = new Promise<number>(resolve => {
		pty.onExit(({exitCode, signal}) => {
			ended = true;
			// The emulator takes in the last bytes before anybody looks at the screen.
			emulator.write('', () => {
				resolve(signal !== undefined && signal > 0 ? 128 + signal : exitCode);
			});
		});
	});
	const lines = (): readonly string[] => {
		const buffer = emulator.buffer.active;
		return Array.from({length: emulator.rows}, (_, at) =>
			(buffer.getLine(buffer.viewportY + at)?.translateToString(true) ?? '').trimEnd(),
		);
	};
	return {
		lines,
		text: () => lines().join('\n'),
		type: keys => {
			pty.write(keys);
		},
		resize: (cols, newRows) => {
			emulator.resize(cols, newRows);
			pty.resize(cols, newRows);
		},
		kill: signal => {
			process.kill(pty.pid, signal);
		},
		hangUp: () => {
			// What every pty of this platform has, and the common type leaves out.
			(pty as IPty & {readonly destroy: () => void}).destroy();
		},
		alternate: () => emulator.buffer.active.type === 'alternate',
		cursorShown: () => raw.lastIndexOf('\u001B[?25h') >= raw.lastIndexOf('\u001B[?25l'),
		raw: () => raw,
		exit,
		close: async () => {
			if (!ended) {
				killIfThere(pty.pid);
				await exit;
			}
			emulator.dispose();
		},
	};
};
