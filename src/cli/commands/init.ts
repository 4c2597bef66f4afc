import {resolve} from 'node:path';
import type {Command} from 'commander';
import {collect, globalsOf} from '../globals.js';
import {pathFor} from '../no-url.js';

type Options = {
	readonly yes?: boolean;
	readonly organisation?: string;
	readonly profile?: readonly string[];
	readonly preparedBy?: string;
	readonly confidentiality?: string;
	readonly fact?: readonly string[];
	readonly from?: string;
};

/** `dbvet init [DIR]`: a wizard on a terminal; with `--yes` and options it asks nothing. */
export const registerInit = (program: Command): void => {
	program
		.command('init')
		.description('create a workspace: a folder that holds the whole assessment')
		.argument('[dir]', 'the folder', pathFor('the folder'), '.')
		.option('-y, --yes', 'ask nothing; take the options and the defaults')
		.option('--organisation <name>', 'who is assessed: stands on every document')
		.option(
			'--profile <id,…>',
			'the situation: startup, regulated, multi-tenant, legacy-migration (several: the strictest wins)',
			collect,
		)
		.option('--prepared-by <name>', 'who prepares the documents')
		.option('--confidentiality <label>', 'label on every page', 'Confidential')
		.option('--fact <id=value,…>', 'scoping answers, for example card-data=no', collect)
		.option(
			'--from <dir>',
			"go on from last year's workspace: targets and evidence come along, answers are to be confirmed",
			pathFor('--from'),
		)
		.action(async (dir: string, options: Options, command: Command) => {
			const {initWorkspace} = await import('../actions/init.js');
			const labelled = command.getOptionValueSource('confidentiality') === 'cli';
			await initWorkspace(resolve(dir), {...options, labelled}, globalsOf(command));
		});
};
