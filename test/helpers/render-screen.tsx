import {EventEmitter} from 'node:events';
import {PassThrough} from 'node:stream';
import {render} from 'ink';
import {App} from '../../src/tui/app.js';
import {listenToKeys} from '../../src/tui/keyboard.js';
import {createSession, type Session} from '../../src/tui/session.js';
import type {Workbench} from '../../src/services/workbench.js';

/** A stdout that keeps the last frame; ink in debug mode writes whole frames. */
class FakeOutput extends EventEmitter {
	frame = '';
	frames = 0;
	readonly isTTY = true;
	constructor(
		public columns: number,
		public rows: number,
	) {
		super();
	}
	readonly write = (frame: string): boolean => {
		this.frame = frame;
		this.frames += 1;
		return true;
	};
}

class FakeInput extends PassThrough {
	readonly isTTY = true;
	readonly setRawMode = (): this => this;
	readonly ref = (): this => this;
	readonly unref = (): this => this;
}

export type RenderedScreen = {
	/** What a person sees now, without colour codes and without spaces at line ends. */
	readonly frame: () => string;
	readonly lines: () => readonly string[];
	/** How many frames were drawn so far. */
	readonly frames: () => number;
	/** Raw input as a terminal sends it. */
	readonly type: (text: string | Uint8Array) => void;
	/** Keys by their names in the key table, without a terminal in between. */
	readonly press: (...keys: readonly string[]) => void;
	readonly resize: (columns: number, rows: number) => void;
	readonly session: Session;
	readonly left: () => 'quit' | 'interrupted' | undefined;
	readonly close: () => Promise<void>;
};

// eslint-disable-next-line no-control-regex -- colour codes begin with the escape character.
const codes = /\u001B\[[0-9;]*m/g;

/** The whole terminal UI on a fake terminal of a given size. */
export const renderScreen = (
	workbench: Workbench,
	size: {readonly columns: number; readonly rows: number} = {columns: 80, rows: 24},
	clock: () => Date = () => new Date('2026-11-22T12:00:00.000Z'),
): RenderedScreen => {
	const stdout = new FakeOutput(size.columns, size.rows);
	const stdin = new FakeInput();
	const keyboard = stdin as unknown as NodeJS.ReadStream;
	let left: 'quit' | 'interrupted' | undefined;
	const session = createSession({
		workbench,
		clock,
		size,
		documentsDir: '/workspace/documents',
		onLeave: reason => {
			left = reason;
		},
		onBug: error => {
			throw error;
		},
	});
	const instance = render(<App session={session} />, {
		stdout: stdout as unknown as NodeJS.WriteStream,
		stdin: keyboard,
		debug: true,
		exitOnCtrlC: false,
		patchConsole: false,
	});
	const deafen = listenToKeys(keyboard, typed => {
		typed.forEach(session.dispatch);
	});
	session.prepare();
	const frame = (): string =>
		stdout.frame
			.replace(codes, '')
			.split('\n')
			.map(l => l.trimEnd())
			.join('\n');
	return {
		frame,
		lines: () => frame().split('\n'),
		frames: () => stdout.frames,
		type: text => {
			stdin.write(text);
		},
		press: (...keys) => {
			for (const key of keys) session.dispatch({kind: 'key', key});
		},
		resize: (columns, rows) => {
			stdout.columns = columns;
			stdout.rows = rows;
			session.dispatch({kind: 'size', columns, rows});
		},
		session,
		left: () => left,
		close: async () => {
			deafen();
			instance.unmount();
			await session.close();
		},
	};
};
