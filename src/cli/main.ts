#!/usr/bin/env node
import {exitCode} from '../domain/errors.js';
import {createProgram} from './program.js';
import {reportProblem} from './report-problem.js';

// Ink and chalk do not honour NO_COLOR themselves, and must be told before they are loaded (https://no-color.org).
if ((process.env.NO_COLOR ?? '') !== '' || process.argv.includes('--no-color')) {
	process.env.FORCE_COLOR = '0';
	process.env.NO_COLOR = '1';
}

// A reader that leaves early (`dbvet … | head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit(exitCode.done);
	throw error;
});

// A file size limit must be an error that can be told, not a silent death: the lock's exit hook would end the process.
if (process.platform !== 'win32') process.on('SIGXFSZ', () => undefined);

try {
	await createProgram().parseAsync(process.argv);
} catch (error) {
	process.exitCode = reportProblem(error, process.stderr);
}
