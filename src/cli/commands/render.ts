import {type Command, Option} from 'commander';
import {collect, globalsOf} from '../globals.js';

export type RenderOptions = {
	readonly all?: boolean;
	readonly format?: readonly string[];
	readonly out?: string;
	readonly paper: 'a4' | 'letter';
};

/** `dbvet render`: the documents. */
export const registerRender = (program: Command): void => {
	program
		.command('render')
		.description('write the documents')
		.argument('[document...]', 'risk-assessment, security-baseline (default: all)')
		.option('--all', 'every document (the default)')
		.option('--format <format,…>', 'md, html, pdf', collect)
		.option('--out <dir>', 'where to write (default: documents/ in the workspace)')
		.addOption(
			new Option('--paper <size>', 'paper of the PDF').choices(['a4', 'letter']).default('a4'),
		)
		.action(async (documents: readonly string[], options: RenderOptions, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {renderAction} = await import('../actions/render.js');
			await withProject(globals, project => renderAction(project, documents, options, globals));
		});
};
