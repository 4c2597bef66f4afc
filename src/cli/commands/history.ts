import type {Command} from 'commander';
import type {HistoryOptions} from '../actions/history.js';
import {globalsOf} from '../globals.js';

/** `dbvet history`: who changed what, when. */
export const registerHistory = (program: Command): void => {
	program
		.command('history')
		.description('who changed what, when; the newest first (--by NAME: only by this person)')
		.option('--target <name>', 'only of this target, also a retired one or a former name')
		.option('--question <id>', 'only answers to this question, and marks on it')
		.option('--key <key>', 'only of this key, for example prod/plaintext-refused')
		.option('--kind <kind>', 'only of this kind: answer, target, run, evidence, waiver, …')
		.option('--since <time>', 'only from this day or time on (UTC)')
		.option('--until <time>', 'only up to this day or time (UTC)')
		.option('-n, --limit <n>', 'the newest so many (default: 50; with --json all)')
		.action(async (options: HistoryOptions, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {printHistory} = await import('../actions/history.js');
			await withProject(globals, project => printHistory(project, options, globals));
		});
};
