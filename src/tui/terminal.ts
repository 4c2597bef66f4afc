import {asciiOnly} from './ascii.js';

/** The part of process.stdout that is used. */
export type Output = NodeJS.WriteStream;

const take = '\u001B[?1049h\u001B[H\u001B[?2004h';
const giveBack = '\u001B[?2004l\u001B[?1049l\u001B[?25h';
/** Home, and erase from there: unlike ESC[2J ESC[3J it neither flickers nor wipes what can be scrolled back to. */
const home = '\u001B[H\u001B[J';
// eslint-disable-next-line no-control-regex -- the escape character begins every code.
const wipe = /\u001B\[2J\u001B\[3J\u001B\[H/g;

export type Screen = {
	/** What ink draws on: the terminal, with ASCII stand-ins where it shows no UTF-8. */
	readonly output: Output;
	readonly size: () => {readonly columns: number; readonly rows: number};
	/** Writes the first words by itself, for as long as nothing is loaded that draws. */
	readonly announce: (text: string) => void;
	/** Leaves nothing on it, for what draws. */
	readonly clear: () => void;
	/** Gives the terminal back as it was; the second call does nothing. */
	readonly giveBack: () => void;
};

const sizeOf = (stdout: Output): {readonly columns: number; readonly rows: number} => ({
	columns: stdout.columns > 0 ? stdout.columns : 80,
	rows: stdout.rows > 0 ? stdout.rows : 24,
});

/**
 * Takes the alternate screen and asks for marked pastes; the only place that writes escape codes. `onResize` is called
 * with a cleared screen after the size changed. ink itself hears nothing of a resize: the new size changes what is drawn,
 * and drawing once is enough.
 */
export const takeScreen = (
	stdout: Output,
	options: {
		readonly unicode: boolean;
		readonly colour: boolean;
		readonly onResize: () => void;
	},
): Screen => {
	const text = (chunk: string): string => {
		const calm = chunk.replace(wipe, home);
		return options.unicode ? calm : asciiOnly(calm);
	};
	const write = (chunk: string | Uint8Array, ...rest: readonly []): boolean =>
		stdout.write(typeof chunk === 'string' ? text(chunk) : chunk, ...rest);
	const listen =
		(name: 'on' | 'off') =>
		(event: string, listener: (...args: unknown[]) => void): Output => {
			if (event !== 'resize') stdout[name](event, listener);
			return output;
		};
	const own: Readonly<Record<string | symbol, unknown>> = {
		write,
		on: listen('on'),
		off: listen('off'),
	};
	const output: Output = new Proxy(stdout, {
		get: (target, name): unknown => {
			if (name === 'columns' || name === 'rows') return sizeOf(target)[name];
			const value: unknown = own[name] ?? Reflect.get(target, name, target);
			return typeof value === 'function' && own[name] === undefined
				? (value.bind(target) as unknown)
				: value;
		},
	});
	let shown = sizeOf(stdout);
	const resized = (): void => {
		const now = sizeOf(stdout);
		if (now.columns === shown.columns && now.rows === shown.rows) return;
		shown = now;
		stdout.write(home);
		options.onResize();
	};
	// A terminal that is gone answers writes with an error; the hang-up signal that comes with it ends the program.
	const ignore = (): void => undefined;
	let taken = true;
	stdout.on('error', ignore);
	stdout.on('resize', resized);
	stdout.write(take);
	return {
		output,
		size: () => sizeOf(stdout),
		announce: words => {
			const tint = (code: string, it: string): string =>
				options.colour ? `\u001B[${code}m${it}\u001B[0m` : it;
			const rule = '─'.repeat(Math.max(0, sizeOf(stdout).columns - 2));
			write(
				`\u001B[?25l${home} ${tint('1;36', 'dbvet')}  ${tint('2', words)}\r\n ${tint('2', rule)}\u001B[H`,
			);
		},
		clear: () => {
			stdout.write(home);
		},
		giveBack: () => {
			if (!taken) return;
			taken = false;
			stdout.off('resize', resized);
			stdout.write(giveBack);
		},
	};
};
