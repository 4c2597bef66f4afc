import {resolve} from 'node:path';
import type {Command} from 'commander';
import {collect, globalsOf} from '../globals.js';
import {pathFor} from '../no-url.js';

type AddOptions = {
	readonly for: readonly string[];
	readonly target?: string;
	readonly kind?: string;
	readonly title?: string;
	readonly effective?: string;
	readonly collected?: string;
	readonly validUntil?: string;
	readonly note?: string;
	readonly refuseSecrets?: boolean;
	readonly change?: boolean;
};

/** `dbvet evidence add|kinds|list|verify`: artifacts with hashes and three dates. */
export const registerEvidence = (program: Command): void => {
	const evidence = program.command('evidence').description('artifacts that document controls');
	evidence
		.command('add')
		.description('copy a file into the vault and link it to controls')
		.argument('<file>', '', pathFor('the file'))
		.requiredOption('--for <control,…>', 'the controls that it documents', collect)
		.option('--target <name>', 'which target (may be left out when only one fits)')
		.option(
			'--kind <id>',
			'kind of the evidence catalogue (see: dbvet evidence kinds --for CONTROL)',
		)
		.option('--title <text>', 'what it is')
		.option('--effective <day>', 'the last day of the period it speaks of (default: today)')
		.option('--collected <day>', 'when it was obtained (default: today)')
		.option('--valid-until <day>', 'the last day on which it convinces (default: by its kind)')
		.option('--note <text>')
		.option('--refuse-secrets', 'stop when a secret is in it, instead of keeping a redacted copy')
		.option('--change', 'change kind and dates of a file that is kept already, wherever it stands')
		.action(async (file: string, options: AddOptions, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {addOne} = await import('../actions/evidence.js');
			const {for: controls, ...rest} = options;
			await withProject(globals, project =>
				addOne(project, {path: resolve(file), controls, ...rest}, globals),
			);
		});
	evidence
		.command('kinds')
		.description('what counts as proof, how to obtain it and what to check on it')
		.argument('[kind]')
		.option('--for <control>', 'only the kinds that this control accepts')
		.action(async (kind: string | undefined, options: {for?: string}, command: Command) => {
			const {showKinds} = await import('../actions/evidence-kinds.js');
			await showKinds(kind, options.for, globalsOf(command));
		});
	evidence
		.command('list')
		.description('all evidence with its three dates')
		.action(async (_: unknown, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {listEvidence} = await import('../actions/evidence.js');
			await withProject(globals, project => listEvidence(project, globals));
		});
	evidence
		.command('verify')
		.description('compare every artifact with its hash')
		.action(async (_: unknown, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {verifyEvidence} = await import('../actions/evidence.js');
			await withProject(globals, async project => {
				process.exitCode = await verifyEvidence(project, globals);
			});
		});
};
