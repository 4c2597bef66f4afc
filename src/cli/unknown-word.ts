import type {Command} from 'commander';
import {UserError} from '../domain/errors.js';
import {quotedWord} from '../domain/hide-logins.js';
import {nearest} from '../domain/suggest.js';

/** What dbvet does without a command; nobody types it, so that it is never suggested. */
export const defaultCommand = 'ui';

/** The words that lead to a command: `dbvet target add`. */
const pathOf = (command: Command): string =>
	command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;

/** `error: option '--x <y>' argument 'z' is invalid. Allowed choices are a, b.` */
const badChoice =
	/^error: (?:option|command-argument value) '?(.*?)'? (?:argument )?'([^]*)' is invalid(?: for argument '.*')?\. Allowed choices are (.*)\.$/;

/** What to say of arguments that are missing, too many or none of the choices, with the usage of that command. */
export const misuse = (message: string, command: Command): UserError => {
	const [, option = '', given = '', choices] = badChoice.exec(message) ?? [];
	const allowed = choices?.split(', ') ?? [];
	const near = nearest(given, allowed);
	const plain = message.replace(/^error: /, '');
	return new UserError(
		choices === undefined
			? `${plain.charAt(0).toUpperCase()}${plain.slice(1)}${plain.endsWith('.') ? '' : '.'}`
			: `${option} does not take ${quotedWord(given)}. It takes: ${choices}.`,
		[
			...(near === undefined ? [] : [`Did you mean ${near}?`]),
			`Usage: ${pathOf(command)} ${command.usage()}`,
			`More: ${pathOf(command)} --help`,
		],
	);
};

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
