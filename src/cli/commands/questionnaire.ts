import {resolve} from 'node:path';
import type {Command} from 'commander';
import {globalsOf} from '../globals.js';
import {pathFor} from '../no-url.js';

/** `dbvet questionnaire lint|list|show|coverage|cite`: the content itself. */
export const registerQuestionnaire = (program: Command): void => {
	const questionnaire = program
		.command('questionnaire')
		.description('the questions, controls and frameworks');
	questionnaire
		.command('list')
		.description('all questions')
		.action(async (_: unknown, command: Command) => {
			const {listQuestions} = await import('../actions/questionnaire.js');
			await listQuestions(globalsOf(command));
		});
	questionnaire
		.command('show')
		.description('one question or control with everything behind it')
		.argument('<id>')
		.action(async (id: string, _: unknown, command: Command) => {
			const {showQuestion} = await import('../actions/show-question.js');
			await showQuestion(id, globalsOf(command));
		});
	questionnaire
		.command('coverage')
		.description('which requirements of a framework the controls support, and which none does')
		.option('--framework <id>', 'one framework; default: the list of all')
		.action(async (options: {readonly framework?: string}, command: Command) => {
			const {printFrameworks} = await import('../actions/coverage.js');
			await printFrameworks(options.framework, globalsOf(command));
		});
	questionnaire
		.command('cite')
		.description('choose the frameworks that documents refer to')
		.argument('[ids...]', 'ids from dbvet questionnaire coverage')
		.option('--default', 'go back to the usual ones')
		.action(
			async (ids: readonly string[], options: {readonly default?: true}, command: Command) => {
				const {cite} = await import('../actions/coverage.js');
				await cite(options.default === true ? undefined : ids, globalsOf(command));
			},
		);
	questionnaire
		.command('lint')
		.description('check questionnaires, profiles and frameworks of a folder')
		.argument('[dir]', 'the folder that holds questionnaires/', pathFor('the folder'), '.')
		.action(async (dir: string, _: unknown, command: Command) => {
			const {lint} = await import('../actions/questionnaire.js');
			process.exitCode = await lint(resolve(dir), globalsOf(command));
		});
};
