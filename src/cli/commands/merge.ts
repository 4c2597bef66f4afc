import type {Command} from 'commander';
import {globalsOf} from '../globals.js';
import {pathFor} from '../no-url.js';

/** `dbvet merge OTHER`: joins another copy of the workspace into this one. */
export const registerMerge = (program: Command): void => {
	program
		.command('merge')
		.description('join another copy of this workspace into it; the other copy is not touched')
		.argument('<other>', 'the folder of the other copy', pathFor('the other copy'))
		.option('--dry-run', 'only say what would come')
		.action(async (other: string, options: {readonly dryRun?: boolean}, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {mergeCopy} = await import('../actions/merge.js');
			await withProject(globals, project =>
				mergeCopy(project, other, {dryRun: options.dryRun === true}, globals),
			);
		});
};
