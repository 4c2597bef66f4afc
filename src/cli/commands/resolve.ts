import type {Command} from 'commander';
import {UserError} from '../../domain/errors.js';
import {globalsOf} from '../globals.js';
import type {ResolveOptions} from '../actions/resolve.js';

/** `dbvet resolve [ID]`: lists what waits for a person, or settles a contradiction or a conflict. */
export const registerResolve = (program: Command): void => {
	program
		.command('resolve')
		.description(
			'settle a contradiction between an answer and a probe, or choose between two versions; without an id: list both',
		)
		.argument('[id]', 'as dbvet resolve shows it, for example prod/tls-required')
		.option(
			'--take-observation',
			'change the answer to what was observed, or withdraw it where only a number or a day could say that',
		)
		.option('--keep-answer', 'the observation is wrong or out of scope; wants --reason and --until')
		.option(
			'--take <number>',
			'the version that is to hold, where people recorded different things',
		)
		.option('--reason <text>', 'why')
		.option('--until <day>', 'the last day on which this holds')
		.action(async (id: string | undefined, options: ResolveOptions, command: Command) => {
			if (id === undefined && Object.keys(command.opts()).length > 0)
				throw new UserError('Say what to settle.', [
					'dbvet resolve lists what waits, with its ids.',
				]);
			const {withProject} = await import('../actions/target.js');
			const {listUnsettled, resolve} = await import('../actions/resolve.js');
			const globals = globalsOf(command);
			await withProject(globals, project =>
				id === undefined ? listUnsettled(project, globals) : resolve(project, id, options, globals),
			);
		});
};
