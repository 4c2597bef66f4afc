import {count} from '../../domain/count.js';
import {UserError} from '../../domain/errors.js';
import {plainText} from '../../domain/text.js';
import {valueOf} from '../../services/restore-changes.js';
import {changeWords} from '../../services/history-words.js';
import type {Project} from '../../services/project.js';
import {planRestore, restoreRecord, type RestorePlan} from '../../services/restore-record.js';
import {processOutput, wrap, type Output} from '../output.js';
import {hasTerminal} from '../terminal.js';
import type {Globals} from '../globals.js';
import {tongueOf} from './history.js';

export type RestoreOptions = {
	readonly at: string;
	readonly dryRun?: boolean;
	readonly reason?: string;
	readonly yes?: boolean;
};

/** More than a screen is cut, because the question stands below it; `--dry-run` shows all. */
const mostRows = 30;

const confirmed = async (): Promise<boolean> => {
	const {prompting} = await import('../plain/prompt.js');
	const {yes} = await prompting(prompt =>
		prompt<{yes: boolean}>([
			{type: 'confirm', name: 'yes', message: 'Bring this back?', default: false},
		]),
	);
	return yes;
};

const printPlan = async (
	project: Project,
	{moment, last, since, changes, now}: RestorePlan,
	most: number,
	output: Output,
): Promise<void> => {
	const width = Math.min(output.columns, 110);
	const tongue = await tongueOf(project);
	output.line(output.style.bold(`Back to the state ${moment}`));
	output.line(
		wrap(
			`Its last entry is ${last.id.slice(0, 8)} of ${plainText(last.by, 60)}, ${last.at}: ${changeWords(last, tongue)}. ${count(since, 'entry', 'entries')} came since.`,
			width,
			'  ',
		),
	);
	for (const {kind, key, after} of changes.slice(0, most)) {
		const before = valueOf(now, kind, key) ?? null;
		const entry = {...last, kind, key, before, after};
		output.line(wrap(changeWords(entry, tongue), width, '  ', '    '));
	}
	if (changes.length > most)
		output.line(`  and ${changes.length - most} more: --dry-run shows all`);
	output.line(
		wrap(
			'Probe runs and evidence stay as they are, and nothing is taken out of the history.',
			width,
		),
	);
};

/** Shows what a restore changes, and makes it after a yes. */
export const restore = async (
	project: Project,
	options: RestoreOptions,
	globals: Globals,
): Promise<void> => {
	const plan = await planRestore(project, options.at);
	const output = processOutput(process);
	const {moment, last, changes, now} = plan;
	const json = (applied: boolean): void => {
		output.json({
			state: moment,
			last: last.id,
			applied,
			changes: changes.map(change => ({
				...change,
				before: valueOf(now, change.kind, change.key) ?? null,
			})),
		});
	};
	if (changes.length === 0 || options.dryRun === true) {
		if (globals.json === true) json(false);
		else if (changes.length === 0)
			output.line(`Nothing to do: the record is what it was in the state ${moment}.`);
		else {
			await printPlan(project, plan, changes.length, output);
			output.line('Nothing was changed.');
		}
		return;
	}
	if (globals.json !== true) await printPlan(project, plan, mostRows, output);
	if (options.yes !== true) {
		if (globals.json === true || !hasTerminal())
			throw new UserError(
				`Nothing was changed: ${globals.json === true ? 'with --json' : 'without a terminal'} this needs --yes.`,
				[`dbvet restore --at ${plainText(options.at, 80)} --yes`],
			);
		if (!(await confirmed())) {
			output.line('Nothing was changed.');
			return;
		}
	}
	await restoreRecord(project, plan, options.reason);
	if (globals.json === true) json(true);
	else
		output.line(
			`Restored: ${count(changes.length, 'change', 'changes')}.${plan.head === undefined ? '' : ` To take it back: dbvet restore --at ${plan.head.slice(0, 12)}`}`,
		);
};
