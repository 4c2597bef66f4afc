import type {Command} from 'commander';
import type {RestoreOptions} from '../actions/restore.js';
import {globalsOf} from '../globals.js';

/** `dbvet restore --at TIME`: brings back what was decided, by new entries. */
export const registerRestore = (program: Command): void => {
	program
		.command('restore')
		.description('bring answers, decisions and targets back to what they were; erases nothing')
		.requiredOption(
			'--at <time>',
			'2026-11-22 (its end), 2026-11-22T10:00Z, or the id of an entry as dbvet history prints it',
		)
		.option('--dry-run', 'show what would change, and change nothing')
		.option('--reason <text>', 'why; stands in the history')
		.option('-y, --yes', 'ask nothing')
		.action(async (options: RestoreOptions, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {restore} = await import('../actions/restore.js');
			await withProject(globals, project => restore(project, options, globals));
		});
};
