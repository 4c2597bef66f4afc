import type {Command} from 'commander';
import {collect, globalsOf} from '../globals.js';

/** `dbvet profile list|show|set`: what is asked, how strictly, and what another choice would change. */
export const registerProfile = (program: Command): void => {
	const profile = program
		.command('profile')
		.description('what is mandatory and how strict the limits are');
	profile
		.command('list')
		.description('all profiles, and which hold')
		.action(async (_: unknown, command: Command) => {
			const {listProfiles} = await import('../actions/profile.js');
			await listProfiles(globalsOf(command));
		});
	profile
		.command('show')
		.description('one profile: its limits, controls and recommended approach')
		.argument('<id>')
		.action(async (id: string, _: unknown, command: Command) => {
			const {showProfile} = await import('../actions/profile.js');
			await showProfile(id, globalsOf(command));
		});
	profile
		.command('set')
		.description('show what another choice of profiles changes, then make it')
		.argument('<id,…>', 'one or several; the strictest of them holds', collect)
		.option('--target <name>', 'for this target only, instead of the workspace')
		.option('--yes', 'make the change without asking')
		.action(
			async (
				ids: readonly string[],
				options: {target?: string; yes?: boolean},
				command: Command,
			) => {
				const globals = globalsOf(command);
				const {withProject} = await import('../actions/target.js');
				const {changeProfiles} = await import('../actions/profile.js');
				process.exitCode = await withProject(globals, project =>
					changeProfiles(project, ids, options, globals),
				);
			},
		);
};
