import {type Command, Option} from 'commander';
import {TargetKind} from '../../domain/target.js';
import {collect, globalsOf} from '../globals.js';
import {connectionOptions, type ConnectionOptions} from '../connection-options.js';

export type AddOptions = ConnectionOptions & {
	readonly kind?: TargetKind;
	readonly vendor?: string;
	readonly uses?: readonly string[];
	readonly of?: readonly string[];
	readonly profile?: readonly string[];
};

/** `dbvet target add|list|show|rename|retire`: the things that are assessed. */
export const registerTarget = (program: Command): void => {
	const target = program
		.command('target')
		.description('the databases, vendors and applications to assess');
	connectionOptions(
		target
			.command('add')
			.description('add a target: a database by URL, an application by path, a vendor by name')
			.argument('<name>', 'how you call it')
			.argument('[url|path]', 'postgres://USER@HOST:5432/DATABASE without a password, or a folder'),
	)
		.addOption(new Option('--kind <kind>', 'what it is').choices(TargetKind.options))
		.option('--vendor <target>', 'the vendor target that runs this database')
		.option('--uses <target,…>', 'the databases that this application uses', collect)
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
