import type {Command} from 'commander';
import {globalsOf} from '../globals.js';
import {defaultCommand, unknownWord} from '../unknown-word.js';

/** `dbvet` alone: the terminal UI on the workspace here, or an offer to create one. */
export const registerUi = (program: Command): void => {
	program
		.command(defaultCommand, {isDefault: true})
		.description('open the terminal UI (what dbvet does without a command)')
		.argument('[words...]')
		// What commander says of a wrong word or option here speaks of `ui`, which nobody typed.
		.allowUnknownOption()
		.option('--plain', 'ask as numbered lines instead of full screen')
		.action(async ([word]: readonly string[], options: {plain?: boolean}, command: Command) => {
			if (word !== undefined) {
				const options = [...program.options, ...command.options].flatMap(
					option => option.long ?? [],
				);
				throw unknownWord(word, program, options);
			}
			const {openFace} = await import('../actions/open-face.js');
			await openFace(globalsOf(command), options.plain);
		});
};
