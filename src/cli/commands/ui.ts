import type {Command} from 'commander';
import {UserError} from '../../domain/errors.js';
import {nearest} from '../../domain/suggest.js';
import {globalsOf} from '../globals.js';

const unknownWord = (word: string, program: Command, ui: Command): UserError => {
	const what = word.startsWith('-') ? 'option' : 'command';
	const known =
		what === 'command'
			? program.commands.filter(c => c !== ui).map(c => c.name())
			: [...program.options, ...ui.options].flatMap(option => option.long ?? []);
	const near = nearest(word.replace(/=.*$/s, ''), known);
	return new UserError(`dbvet has no ${what} ${JSON.stringify(word)}.`, [
		near === undefined ? `List the ${what}s with: dbvet --help` : `Did you mean ${near}?`,
	]);
};

/** `dbvet` alone: the terminal UI on the workspace here, or an offer to create one. */
export const registerUi = (program: Command): void => {
	program
		.command('ui', {isDefault: true})
		.description('open the terminal UI (what dbvet does without a command)')
		.argument('[words...]')
		// What commander says of a wrong word or option here speaks of `ui`, which nobody typed.
		.allowUnknownOption()
		.option('--plain', 'ask as numbered lines instead of full screen')
		.action(async ([word]: readonly string[], options: {plain?: boolean}, command: Command) => {
			if (word !== undefined) throw unknownWord(word, program, command);
			const {openFace} = await import('../actions/open-face.js');
			await openFace(globalsOf(command), options.plain);
		});
};
