import {existsSync} from 'node:fs';
import {fileURLToPath, pathToFileURL} from 'node:url';
import type {Command} from 'commander';
import {UserError} from '../../domain/errors.js';

/** `dbvet demo [DIR]`: the whole job on a real PostgreSQL on loopback; from a checkout only. */
export const registerDemo = (program: Command): void => {
	program
		.command('demo')
		.description('the whole job on a real PostgreSQL on this machine (from a checkout)')
		.argument('[dir]', 'where to make the workspace (default: a temporary folder)')
		.action(async (dir: string | undefined) => {
			const demo = fileURLToPath(new URL('../dev/demo.js', import.meta.url));
			if (!existsSync(demo)) {
				throw new UserError(
					'The demo runs from a checkout only: its PostgreSQL is a development dependency.',
					['Clone the repository and run: npm ci && npm run demo'],
				);
			}
			const {runDemo} = (await import(pathToFileURL(demo).href)) as {
				runDemo: (dir: string | undefined) => Promise<number>;
			};
			process.exitCode = await runDemo(dir);
		});
};
