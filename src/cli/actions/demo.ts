import {existsSync} from 'node:fs';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {UserError} from '../../domain/errors.js';

/** Runs the demo of this checkout in `dir` and returns the exit code. */
export const startDemo = async (dir: string | undefined): Promise<number> => {
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
	return runDemo(dir);
};
