import type {Command} from 'commander';
import {globalsOf} from '../globals.js';

/** `dbvet status`: where the assessment stands. */
export const registerStatus = (program: Command): void => {
	program
		.command('status')
		.description('where the assessment stands, and what to do next')
		.action(async (_: unknown, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {printStatus} = await import('../actions/status.js');
			await withProject(globals, project => printStatus(project, globals));
		});
};
