import type {Command} from 'commander';
import {UserError} from '../../domain/errors.js';
import type {Globals} from '../globals.js';
import {pathFor} from '../no-url.js';

/** `dbvet demo [DIR]`: the whole job on a real PostgreSQL on loopback; from a checkout only. */
export const registerDemo = (program: Command): void => {
	program
		.command('demo')
		.description('the whole job on a real PostgreSQL on this machine (from a checkout)')
		.argument(
			'[dir]',
			'where to make the workspace (default: a temporary folder)',
			pathFor('the folder'),
		)
		.action(async (dir: string | undefined, _options: unknown, command: Command) => {
			if (command.optsWithGlobals<Globals>().json === true)
				throw new UserError('The demo is for people: it has no --json.', [
					'Run it without, then: dbvet status --json in the workspace that it names.',
				]);
			const {startDemo} = await import('../actions/demo.js');
			process.exitCode = await startDemo(dir);
		});
};
