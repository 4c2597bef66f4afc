#!/usr/bin/env node
import {guardProcess} from './guard-process.js';
import {createProgram} from './program.js';
import {reportProblem} from './report-problem.js';

// Ink and chalk do not honour NO_COLOR themselves, and must be told before they are loaded (https://no-color.org).
if ((process.env.NO_COLOR ?? '') !== '' || process.argv.includes('--no-color')) {
	process.env.FORCE_COLOR = '0';
	process.env.NO_COLOR = '1';
}

guardProcess(process);

try {
	await createProgram().parseAsync(process.argv);
} catch (error) {
	process.exitCode = reportProblem(error, process.stderr);
}
