import {type Command} from 'commander';
import {globalsOf} from '../globals.js';

/** `dbvet history`: who changed what, when. */
export const registerHistory = (program: Command): void => {
	program
		.command('history')
		.description('who changed what, when')
		.option('--target <name>', 'only changes of this target')
		.option('-n, --limit <n>', 'the newest so many', '50')
		.action(async (options: {target?: string; limit: string}, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {printHistory} = await import('../actions/history.js');
			await withProject(globals, project => printHistory(project, options, globals));
		});
};
