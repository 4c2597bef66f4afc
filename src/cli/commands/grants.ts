import {Option, type Command} from 'commander';
import {engines} from '../../domain/options.js';
import type {Engine} from '../../domain/target.js';
import {append, globalsOf} from '../globals.js';

type GrantsOptions = {
	readonly engine?: Engine;
	readonly user?: string;
	readonly from?: string;
	readonly database?: readonly string[];
	readonly revoke?: boolean;
};

/** `dbvet grants PLATFORM|TARGET`: the one script that makes the scanner's login, or takes it away. */
export const registerGrants = (program: Command): void => {
	program
		.command('grants')
		.description('print the script that makes the scanner’s login, or takes it away')
		.argument('<platform|target>', 'for example self-managed, rds, cloud-sql, or a target’s name')
		.option('--user <name>', 'the login (default: dbvet, or that of the target if it is called so)')
		.addOption(
			new Option('--engine <id>', 'what runs on the platform (default: postgresql)').choices(
				engines,
			),
		)
		.option('--database <name>', 'a database to look into (PostgreSQL); may be repeated', append)
		.option('--from <address>', 'the address that dbvet connects from (MySQL, MariaDB)')
		.option('--revoke', 'print the script that takes it away')
		.action(async (word: string, options: GrantsOptions, command: Command) => {
			const {printGrants} = await import('../actions/grants.js');
			await printGrants(word, options, globalsOf(command));
		});
};
