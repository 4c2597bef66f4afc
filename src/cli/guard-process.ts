import {exitCode, UserError} from '../domain/errors.js';
import {saidOf} from '../domain/system-error.js';
import {reportProblem} from './report-problem.js';

/**
 * What can go wrong outside of any command: a reader that leaves, a full disk under stdout, an error that nobody awaited.
 * A reader that leaves early (`dbvet check | head`) is no error of ours, and must not change what the exit code says: the
 * command runs to its end, and the demo stops its server. Output that was lost for another reason ends with exit code 3.
 */
export const guardProcess = (process: NodeJS.Process): void => {
	let lost = false;
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'EPIPE' || lost) return;
		lost = true;
		reportProblem(
			new UserError(
				`The output could not be written: ${saidOf(error).what}.`,
				[
					saidOf(error).next,
					'What dbvet records is not touched by this. Send the output to another place, then try again.',
				],
				exitCode.unfinished,
			),
			process.stderr,
		);
	});
	// There is no place left to say that stderr cannot be written to; the exit code says how it went.
	process.stderr.on('error', () => undefined);
	process.on('exit', code => {
		if (lost && (code === exitCode.done || code === exitCode.findings)) {
			process.exitCode = exitCode.unfinished;
		}
	});
	process.on('uncaughtException', error => {
		process.exit(reportProblem(error, process.stderr));
	});
	// A file size limit must be an error that can be told, not a silent death: the lock's exit hook would end the process.
	if (process.platform !== 'win32') process.on('SIGXFSZ', () => undefined);
};
