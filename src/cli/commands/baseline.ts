import type {Command} from 'commander';
import {collect, globalsOf} from '../globals.js';

type Approve = {
	readonly note?: string;
	readonly approver?: string;
	readonly target?: readonly string[];
	readonly allowEmpty?: boolean;
};

/** `dbvet baseline approve|diff|list|show`: approved snapshots, and what deviates from them. */
export const registerBaseline = (program: Command): void => {
	const baseline = program
		.command('baseline')
		.description('approve the state as it is, and see what deviates from it later');
	baseline
		.command('approve')
		.description('freeze the present state under a name; it is never changed')
		.argument('<name>', 'for example 2026-q4')
		.option('--note <text>', 'why it is good enough, or what is accepted with it')
		.option('--approver <name>', 'who approves it (default: who runs this)')
		.option('--target <target,…>', 'only these targets', collect)
		.option('--allow-empty', 'also where nothing is known yet')
		.action(async (name: string, options: Approve, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {approve} = await import('../actions/baseline.js');
			await withProject(globals, project => approve(project, name, options, globals));
		});
	baseline
		.command('diff')
		.description('what is new, worse, expired, re-answered or fixed since a baseline')
		.argument('[name]', 'default: the last one that was approved')
		.action(async (name: string | undefined, _: unknown, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {printDiff} = await import('../actions/baseline-diff.js');
			await withProject(globals, project => printDiff(project, name, globals));
		});
	baseline
		.command('list')
		.description('all baselines, the last approved last')
		.action(async (_: unknown, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {listBaselines} = await import('../actions/baseline.js');
			await withProject(globals, project => listBaselines(project, globals));
		});
	baseline
		.command('show')
		.description('what a baseline holds')
		.argument('[name]', 'default: the last one that was approved')
		.action(async (name: string | undefined, _: unknown, command: Command) => {
			const globals = globalsOf(command);
			const {withProject} = await import('../actions/target.js');
			const {showBaseline} = await import('../actions/baseline.js');
			await withProject(globals, project => showBaseline(project, name, globals));
		});
};
