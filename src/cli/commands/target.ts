import {type Command, Option} from 'commander';
import {targetKinds} from '../../domain/options.js';
import {collect, globalsOf} from '../globals.js';
import {pathFor} from '../no-url.js';
import {connectionOptions, trustOptions, type ConnectionOptions} from '../connection-options.js';
import type {PinOptions} from '../actions/pin.js';
import type {AddOptions} from '../actions/target.js';

/** `dbvet target add|import|change|pin|list|show|rename|retire`: the things that are assessed. */
export const registerTarget = (program: Command): void => {
	const target = program
		.command('target')
		.description('the databases, vendors, applications, clusters and places of backups to assess');
	connectionOptions(
		target
			.command('add')
			.description(
				'add a target: a database by URL, an application or cluster by path, a vendor by name',
			)
			.argument('<name>', 'how you call it')
			.argument(
				'[url|path]',
				'postgres://USER@HOST:5432/DATABASE (or mysql://, mariadb://) without a password, a folder, or where backups lie',
			),
	)
		.addOption(new Option('--kind <kind>', 'what it is').choices(targetKinds))
		.option('--vendor <target>', 'the vendor target that runs this database')
		.option(
			'--uses <target,…>',
			'the databases that this application uses or this cluster hosts',
			collect,
		)
		.option('--of <target,…>', 'the databases that this is a backup of', collect)
		.option(
			'--profile <id,…>',
			'profiles for this target instead of those of the workspace',
			collect,
		)
		.action(
			async (name: string, place: string | undefined, options: AddOptions, command: Command) => {
				const {addTarget} = await import('../actions/target.js');
				await addTarget(name, place, options, globalsOf(command));
			},
		);
	trustOptions(
		target
			.command('change')
			.description('change the login, CA, pin, client certificate or password source of a database')
			.argument('<name>')
			.option('--user <name>', 'the login that the scanner uses'),
	).action(async (name: string, options: ConnectionOptions & {user?: string}, command: Command) => {
		const {changeConnection} = await import('../actions/target.js');
		await changeConnection(name, options, globalsOf(command));
	});
	target
		.command('pin')
		.description(
			'look at the key of a database and, when you approve, accept no other from then on',
		)
		.argument('<name>')
		.addOption(
			new Option(
				'--key <whose>',
				'the key to pin (default: of the CA, where there is one)',
			).choices(['ca', 'leaf']),
		)
		.option('--yes', 'approve without being asked')
		.option('--allow-unverified', 'also a key that nothing else verifies; the record says so')
		.option('--timeout <ms>', 'deadline', '15000')
		.action(async (name: string, options: PinOptions, command: Command) => {
			const {pinTarget} = await import('../actions/pin.js');
			await pinTarget(name, options, globalsOf(command));
		});
	target
		.command('import')
		.description('add all targets of a CSV or YAML file in one change, or none')
		.argument(
			'<file>',
			'a table (name,place,ca,password-env,vendor,as,…), or YAML: targets: […]',
			pathFor('the file'),
		)
		.option('--skip-existing', 'leave out the names that are there already')
		.action(async (file: string, options: {skipExisting?: boolean}, command: Command) => {
			const {importFile} = await import('../actions/import-targets.js');
			await importFile(file, options, globalsOf(command));
		});
	target
		.command('list')
		.description('all targets')
		.action(async (_: unknown, command: Command) => {
			const {listTargets} = await import('../actions/target.js');
			await listTargets(globalsOf(command));
		});
	target
		.command('show')
		.description('everything known of one target')
		.argument('<name>')
		.action(async (name: string, _: unknown, command: Command) => {
			const {showTarget} = await import('../actions/target.js');
			await showTarget(name, globalsOf(command));
		});
	target
		.command('rename')
		.description('give a target another name; its record stays')
		.argument('<name>')
		.argument('<new-name>')
		.action(async (name: string, newName: string, _: unknown, command: Command) => {
			const {renameTarget} = await import('../actions/target.js');
			await renameTarget(name, newName, globalsOf(command));
		});
	target
		.command('retire')
		.description('take a target out of the assessment; its history stays')
		.argument('<name>')
		.action(async (name: string, _: unknown, command: Command) => {
			const {retireTarget} = await import('../actions/target.js');
			await retireTarget(name, globalsOf(command));
		});
};
