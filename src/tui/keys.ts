import {keyTable, type Binding} from './key-table.js';

export {keyTable, type Binding};

export type Context = keyof typeof keyTable;
export type CommandOf<C extends Context> = (typeof keyTable)[C][number]['command'];

/** Contexts in which letters are text. */
export const typingContexts: ReadonlySet<Context> = new Set([
	'field',
	'note',
	'search',
	'palette',
	'form',
]);

/** The bindings of a context, typed as the general kind. */
export const bindingsOf = (context: Context): readonly Binding[] => keyTable[context];

/** The first context in front that knows the key, with its command; undefined when none does. */
export const commandFor = (
	contexts: readonly Context[],
	key: string,
): {readonly context: Context; readonly command: Binding['command']} | undefined => {
	for (const context of contexts) {
		const found = bindingsOf(context).find(b => b.keys.includes(key));
		if (found !== undefined) return {context, command: found.command};
	}
	return undefined;
};
