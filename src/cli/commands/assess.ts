import {resolve} from 'node:path';
import type {Command} from 'commander';
import {UserError} from '../../domain/errors.js';
import {globalsOf} from '../globals.js';
import {pathFor} from '../no-url.js';

/** `dbvet assess`: the questions, full screen, as lines, or from a file. */
export const registerAssess = (program: Command): void => {
	program
		.command('assess')
		.description('answer the questions: full screen, as numbered lines, or from a file')
		.option('--plain', 'numbered lines instead of full screen')
		.option(
			'--answers <file>',
			'take the answers from a YAML file; asks nothing',
			pathFor('--answers'),
		)
		.option('--blank', 'print an answers file with the questions, to fill in')
		.option('--all', 'with --blank: also questions that the profile does not ask for')
		.option('--target <name>', 'with --plain: only the questions of this target')
		.action(
			async (
				options: {
					plain?: boolean;
					answers?: string;
					blank?: boolean;
					all?: boolean;
					target?: string;
				},
				command: Command,
			) => {
				const globals = globalsOf(command);
				if (options.blank === true) {
					if (globals.json === true)
						throw new UserError('An answers file to fill in is YAML: --blank has no --json.', [
							'The questions as JSON: dbvet questionnaire list --json',
						]);
					const {withProject} = await import('../actions/target.js');
					const {printBlank} = await import('../actions/answer.js');
					await withProject(globals, project => printBlank(project, {all: options.all === true}));
					return;
				}
				if (options.answers === undefined) {
					const {openFace} = await import('../actions/open-face.js');
					await openFace(globals, options.plain, options.target);
					return;
				}
				const file = resolve(options.answers);
				const {withProject} = await import('../actions/target.js');
				const {answerFile} = await import('../actions/answer.js');
				await withProject(globals, project => answerFile(project, file, globals));
			},
		);
};
