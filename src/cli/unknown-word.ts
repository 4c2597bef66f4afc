import type {Command} from 'commander';
import {UserError} from '../domain/errors.js';
import {quotedWord} from '../domain/hide-logins.js';
import {nearest} from '../domain/suggest.js';

/** What dbvet does without a command; nobody types it, so that it is never suggested. */
export const defaultCommand = 'ui';

/** The words that lead to a command: `dbvet target add`. */
const pathOf = (command: Command): string =>
	command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;

/** What to say of a word or an option that `command` does not know, with the nearest that it does know. */
export const unknownWord = (
	word: string,
	command: Command,
	options: readonly string[] = [],
): UserError => {
	const what = word.startsWith('-') ? 'option' : 'command';
	const known =
		what === 'command'
			? command.commands.map(one => one.name()).filter(name => name !== defaultCommand)
			: options;
	const near = nearest(word.replace(/=.*$/s, ''), known);
	return new UserError(
		`${pathOf(command)} has no ${what} ${quotedWord(what === 'option' ? word.replace(/=.*$/s, '') : word)}.`,
		[
			near === undefined
				? `List the ${what}s with: ${pathOf(command)} --help`
				: `Did you mean ${near}?`,
		],
	);
};
