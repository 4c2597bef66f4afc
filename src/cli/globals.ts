import type {Command} from 'commander';

/** Options that every command takes. */
export type Globals = {
	readonly workspace?: string;
	readonly by?: string;
	readonly json?: boolean;
	readonly offline?: boolean;
};

/** The global options, wherever on the line they stood. */
export const globalsOf = (command: Command): Globals => command.optsWithGlobals<Globals>();

/** For options that may be repeated or take a comma-separated list. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [
	...before,
	...value
		.split(',')
		.map(part => part.trim())
		.filter(part => part !== ''),
];

/** For options that may be repeated and whose value may hold commas. */
export const append = (value: string, before: readonly string[] = []): readonly string[] => [
	...before,
	value,
];
