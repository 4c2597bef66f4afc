#!/usr/bin/env node
import {fileURLToPath} from 'node:url';
import {suitStreams} from './charset.js';
import {keepCompiled} from './compiled/index.js';
import {guardProcess} from './guard-process.js';
import {exitCode} from '../domain/errors.js';
import {createProgram} from './program.js';
import {reportProblem} from './report-problem.js';

// Ink and chalk do not honour NO_COLOR themselves, and must be told before they are loaded (https://no-color.org).
if ((process.env.NO_COLOR ?? '') !== '' || process.argv.includes('--no-color')) {
	process.env.FORCE_COLOR = '0';
	process.env.NO_COLOR = '1';
}

keepCompiled(fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, ''));
guardProcess(process);
suitStreams(process);

// No `await` at the top: the build makes this file CommonJS, which starts faster.
let settled = false;
process.on('exit', code => {
	// A promise that nothing keeps alive would otherwise end the process with 0 and nothing done.
	if (settled || code !== exitCode.done) return;
	process.exitCode = reportProblem(
		new Error('The command ended before it was done.'),
		process.stderr,
	);
});
createProgram()
	.parseAsync(process.argv)
	.catch((error: unknown) => {
		process.exitCode = reportProblem(error, process.stderr);
	})
	.finally(() => {
		settled = true;
		// Nothing is left to do then, and the system takes the memory back faster than the engine gives it.
		process.once('beforeExit', () => {
			process.exit();
		});
	});
