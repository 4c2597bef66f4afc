import type {Command} from 'commander';
import {unknownWord} from '../unknown-word.js';

const subcommand = (command: Command, word: string): Command | undefined =>
	command.commands.find(one => one.name() === word);

/** The first word on the line that should have been a command of `command`, and is none. */
const strayWord = (command: Command): string | undefined => {
	const [first] = command.args.filter(
		(word, i) => !(word === '-h' || word === '--help' || (i === 0 && word === 'help')),
	);
	return first === undefined || first.startsWith('-') || subcommand(command, first) !== undefined
		? undefined
		: first;
};

/**
 * `dbvet help [COMMAND …]`. Help that is asked about a command that does not exist is wrong use, however it was asked for:
 * the general help with exit code 0 would let a script that mistypes believe that it was done.
 */
export const registerHelp = (program: Command): void => {
	program.helpCommand(false);
	program
		.command('help')
		.description('the help of a command')
		.argument('[command...]')
		.action((words: readonly string[]) => {
			const found = words.reduce((command, word) => {
				const next = subcommand(command, word);
				// What follows the last command is its own business: `dbvet help init .` is about init.
				if (next === undefined && command.commands.length > 0) throw unknownWord(word, command);
				return next ?? command;
			}, program);
			found.outputHelp();
		});
	program.addHelpText('beforeAll', ({command}) => {
		const stray = command.commands.length > 0 ? strayWord(command) : undefined;
		if (stray !== undefined) throw unknownWord(stray, command);
		return '';
	});
};
