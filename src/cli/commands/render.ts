import {type Command, Option} from 'commander';
import {collect, globalsOf} from '../globals.js';
import {pathFor} from '../no-url.js';
import type {RenderOptions} from '../actions/render.js';

/** `dbvet render`: the documents. */
export const registerRender = (program: Command): void => {
	program
		.command('render')
		.description('write the documents')
		.argument('[document...]', 'risk-assessment, security-baseline (default: all)')
		.option('--all', 'every document (the default)')
		.option('--format <format,…>', 'md, html, pdf', collect)
		.option(
			'--out <dir>',
			'where to write (default: documents/ in the workspace)',
			pathFor('--out'),
		)
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
