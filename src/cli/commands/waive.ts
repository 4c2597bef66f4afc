import type {Command} from 'commander';
import {globalsOf} from '../globals.js';

type Options = {
	readonly object?: string;
	readonly reason: string;
	readonly approver: string;
	readonly until: string;
};

/** `dbvet waive TARGET CHECK`: accepts failures that stand today, until a day. */
export const registerWaive = (program: Command): void => {
	program
		.command('waive')
		.description('accept a failure with reason, approver and expiry; the state stays not met')
		.argument('<target>')
		.argument('<check>')
		.option('--object <object>', 'only this object; default: all that fail today')
		.requiredOption('--reason <text>', 'why it is acceptable')
		.requiredOption('--approver <name>', 'who accepts it')
		.requiredOption('--until <day>', 'the last day on which it is accepted')
		.action(async (target: string, check: string, options: Options, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {waiveFailure} = await import('../../services/waive-failure.js');
			const {processOutput} = await import('../output.js');
			await withProject(globals, async project => {
				const waiver = await waiveFailure(project, {target, check, ...options});
				const output = processOutput(process);
				if (globals.json === true) output.json(waiver);
				else {
					output.line(
						`Accepted until ${waiver.until} by ${waiver.approver}: ${check} on ${target}, ${waiver.failures.length === 1 ? 'one failure' : `${waiver.failures.length} failures`} (${waiver.id}).`,
					);
					output.line(
						'The state stays not met, marked accepted; dbvet check passes over it until then.',
					);
				}
			});
		});
};
