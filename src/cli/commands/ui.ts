import type {Command} from 'commander';
import {UserError} from '../../domain/errors.js';
import {nearest} from '../../domain/suggest.js';
import {globalsOf} from '../globals.js';

/** `dbvet` alone: the terminal UI on the workspace here, or an offer to create one. */
export const registerUi = (program: Command): void => {
	program
		.command('ui', {isDefault: true})
		.description('open the terminal UI (what dbvet does without a command)')
		.argument('[command]')
		.option('--plain', 'ask as numbered lines instead of full screen')
		.action(async (word: string | undefined, options: {plain?: boolean}, command: Command) => {
			if (word !== undefined) {
				const near = nearest(
					word,
					program.commands.map(c => c.name()),
				);
				throw new UserError(`dbvet has no command ${JSON.stringify(word)}.`, [
					near === undefined ? 'List the commands with: dbvet --help' : `Did you mean ${near}?`,
				]);
			}
			const {openFace} = await import('../actions/open-face.js');
			await openFace(globalsOf(command), options.plain);
		});
};
