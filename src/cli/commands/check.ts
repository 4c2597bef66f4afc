import {type Command, Option} from 'commander';
import {checkFormats, severities} from '../../domain/options.js';
import {globalsOf} from '../globals.js';
import type {CheckOptions} from '../actions/check.js';

/** `dbvet check`: the gate for CI. */
export const registerCheck = (program: Command): void => {
	program
		.command('check')
		.description('the CI gate: exit 1 when something fails, contradicts, or is not known')
		.addOption(
			new Option('--fail-on <severity>', 'failures of this severity or worse')
				.choices(severities)
				.default('high'),
		)
		.option(
			'--max-unknown <n>',
			'how many mandatory controls may be unknown, or known too long ago',
			'0',
		)
		.option(
			'--baseline [name]',
			'stop only at what is new, worse or expired since a baseline (default: the last approved)',
		)
		.option('--max-age <days>', 'how old the newest probe of each database may be')
		.addOption(
			new Option(
				'--format <format>',
				'for people, for programs, for GitHub code scanning, or for readers of test reports (default: text)',
			).choices(checkFormats),
		)
		.action(async (options: CheckOptions, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {runGate} = await import('../actions/check.js');
			await withProject(globals, async project => {
				process.exitCode = await runGate(project, options, globals);
			});
		});
};
