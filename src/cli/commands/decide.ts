import {type Command, Option} from 'commander';
import type {DecideInput} from '../../services/decide-risk.js';
import {globalsOf} from '../globals.js';

/** `dbvet decide RISK`: what the owner does about a risk, who, and by when. */
export const registerDecide = (program: Command): void => {
	program
		.command('decide')
		.description('record what is done about a risk, by whom and by when')
		.argument('<risk>', 'as the documents print it, for example prod/interception')
		.addOption(
			new Option('--treatment <what>', 'what is done about it')
				.choices(['mitigate', 'accept', 'transfer', 'avoid'])
				.makeOptionMandatory(),
		)
		.option('--owner <name>', 'who sees to it')
		.option('--due <day>', 'the day by which it is done')
		.option('--reason <text>', 'why; required to accept')
		.option('--approver <name>', 'who accepts it; required to accept')
		.option('--until <day>', 'the last day on which it is accepted; required to accept')
		.action(async (risk: string, options: Omit<DecideInput, 'risk'>, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {decideRisk} = await import('../../services/decide-risk.js');
			const {processOutput} = await import('../output.js');
			await withProject(globals, async project => {
				const decision = await decideRisk(project, {risk, ...options});
				const output = processOutput(process);
				if (globals.json === true) output.json(decision);
				else if (decision.treatment === 'accept') {
					output.line(
						`${risk} is accepted until ${decision.until ?? ''}: ${decision.reason ?? ''}`,
					);
				} else {
					output.line(
						`${risk}: ${decision.treatment}, ${decision.owner ?? ''}, by ${decision.due ?? ''}.`,
					);
				}
			});
		});
};
