import type {Command} from 'commander';
import {globalsOf} from '../globals.js';

/** `dbvet answer QUESTION VALUE`: one answer, without a terminal. */
export const registerAnswer = (program: Command): void => {
	program
		.command('answer')
		.description('record one answer')
		.argument('<question>', 'id of the question')
		.argument(
			'<value>',
			'yes, no, partly, not-applicable, dont-know, an option, a number, a day or a text',
		)
		.option('--target <name>', 'which target (may be left out when only one fits)')
		.option('--note <text>', 'reason or remark; required for not-applicable')
		.action(
			async (
				id: string,
				text: string,
				options: {target?: string; note?: string},
				command: Command,
			) => {
				const globals = globalsOf(command);
				const {withProject} = await import('../actions/target.js');
				const {answerOne} = await import('../actions/answer.js');
				await withProject(globals, project => answerOne(project, id, text, options, globals));
			},
		);
};
