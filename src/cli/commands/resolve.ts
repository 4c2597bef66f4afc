import type {Command} from 'commander';
import {UserError} from '../../domain/errors.js';
import {globalsOf} from '../globals.js';

type Options = {
	readonly takeObservation?: boolean;
	readonly keepAnswer?: boolean;
	readonly reason?: string;
	readonly until?: string;
};

/** `dbvet resolve ID`: settles a contradiction. */
export const registerResolve = (program: Command): void => {
	program
		.command('resolve')
		.description('settle a contradiction between an answer and a probe')
		.argument('<id>', 'as dbvet status shows it, for example prod/tls-required')
		.option(
			'--take-observation',
			'change the answer to what was observed, or withdraw it where only a number or a day could say that',
		)
		.option('--keep-answer', 'the observation is wrong or out of scope; wants --reason and --until')
		.option('--reason <text>', 'why')
		.option('--until <day>', 'the last day on which this holds')
		.action(async (id: string, options: Options, command: Command) => {
			if ((options.takeObservation === true) === (options.keepAnswer === true)) {
				throw new UserError('Say which: --take-observation or --keep-answer.');
			}
			const {withProject} = await import('../actions/target.js');
			const {resolveContradiction, withdrawnBy} =
				await import('../../services/resolve-contradiction.js');
			const {processOutput} = await import('../output.js');
			const globals = globalsOf(command);
			await withProject(globals, async project => {
				const contradiction = await resolveContradiction(project, {
					contradiction: id,
					decision: options.keepAnswer === true ? 'keep-answer' : 'take-observation',
					...(options.reason === undefined ? {} : {reason: options.reason}),
					...(options.until === undefined ? {} : {until: options.until}),
				});
				const output = processOutput(process);
				const decision = options.keepAnswer === true ? 'keep-answer' : 'take-observation';
				if (globals.json === true) output.json({id: contradiction.id, decision});
				else if (decision === 'keep-answer') {
					output.line(
						`Settled until ${options.until ?? ''}: ${contradiction.id}. A new failure or another answer opens it again.`,
					);
				} else {
					output.line(`The answers of ${contradiction.id} now say what was observed.`);
					for (const question of withdrawnBy(project.content, contradiction))
						output.line(
							`${question} is withdrawn, because only a new answer can say it: dbvet answer ${question} VALUE --target ${contradiction.targetName}`,
						);
				}
			});
		});
};
