import {resolve} from 'node:path';
import type {Command} from 'commander';
import {globalsOf} from '../globals.js';
import {pathFor} from '../no-url.js';

/** `dbvet vendors compare|responsibilities`: vendors side by side, and who does what. */
export const registerVendors = (program: Command): void => {
	const vendors = program.command('vendors').description('vendors side by side, and who does what');
	vendors
		.command('compare')
		.description('states, scores, knock-outs and ranking, and whether the weights decide it')
		.argument('[name...]', 'only these vendors')
		.option(
			'--weights <file>',
			'other weights, from a YAML file; nothing is recorded',
			pathFor('--weights'),
		)
		.action(async (names: readonly string[], options: {weights?: string}, command: Command) => {
			const globals = globalsOf(command);
			const file = options.weights === undefined ? undefined : resolve(options.weights);
			const {withProject} = await import('../actions/target.js');
			const {printComparison} = await import('../actions/vendors.js');
			await withProject(globals, project => printComparison(project, names, file, globals));
		});
	vendors
		.command('responsibilities')
		.description('who patches, backs up, keeps keys and so on: the vendor, you, both or nobody')
		.argument('[name...]', 'only these vendors')
		.action(async (names: readonly string[], _: unknown, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {printResponsibilities} = await import('../actions/responsibilities.js');
			await withProject(globals, project => printResponsibilities(project, names, globals));
		});
};
