import {type Command, Option} from 'commander';
import {severities} from '../../domain/options.js';
import {collect, globalsOf} from '../globals.js';
import {connectionOptions} from '../connection-options.js';
import type {ProbeOptions} from '../actions/probe.js';

/** `dbvet probe`: read-only checks of real servers. */
export const registerProbe = (program: Command): void => {
	connectionOptions(
		program
			.command('probe')
			.description('look at the real servers; nothing is ever written to them')
			.argument('[name|url...]', 'targets by name, or a URL that is probed and not recorded')
			.option('--all', 'all database targets (the default)')
			.option('--list', 'the checks that dbvet can run')
			.option('--only <check,…>', 'only these checks', collect)
			.option('--timeout <ms>', 'deadline for one target', '15000')
			.option(
				'--concurrency <n>',
				'targets that keep this machine busy at once; those that wait for a server do not count',
				'8',
			)
			.addOption(
				new Option(
					'--fail-on <severity>',
					'exit 1 when something of this severity or worse fails',
				).choices(severities),
			)
			.option('--no-record', 'do not keep the run')
			.option('--no-plaintext-test', 'do not try whether plaintext is refused')
			.option(
				'--sibling-ports',
				'also knock at other usual ports of the same machines (SSH, Patroni, metrics, administration); ask their owner first',
			)
			.option(
				'--allow-unverified',
				'send the password even when the certificate could not be verified',
			)
			.option('-v, --verbose', 'also list what passed, and each check that could not look'),
	).action(async (names: readonly string[], options: ProbeOptions, command: Command) => {
		const globals = globalsOf(command);
		if (options.list === true) {
			const {listChecks} = await import('../actions/probe-list.js');
			listChecks(globals);
			return;
		}
		const {probeTargets} = await import('../actions/probe.js');
		process.exitCode = await probeTargets(names, options, globals);
	});
};
