import {count} from '../../domain/count.js';
import {type Deviation, deviationWords} from '../../domain/deviation.js';
import {plainText} from '../../domain/text.js';
import {
	compareBaseline,
	findBaseline,
	type ComparedBaseline,
} from '../../services/compare-baseline.js';
import {evaluate, type Project} from '../../services/project.js';
import {troubleJson} from '../left-out.js';
import {type Output, processOutput, wrap} from '../output.js';
import type {Globals} from '../globals.js';
import {approvedWords} from './baseline.js';

const titles = {
	new: 'New',
	worse: 'Worse',
	expired: 'Expired',
	're-answered': 'Re-answered',
	fixed: 'Fixed',
} as const;

/** Prints what deviates from a baseline, and what cannot be compared. */
export const printDiff = async (
	project: Project,
	name: string | undefined,
	globals: Globals,
): Promise<void> => {
	const state = await project.store.state();
	const evaluation = await evaluate(project, state);
	const compared = compareBaseline(findBaseline(state, name), evaluation);
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({...diffJson(compared), ...troubleJson(evaluation.trouble)});
		return;
	}
	printCompared(compared, output);
};

/** What nobody approved and nobody knows: of a target that came later it is nearly everything. */
const isBlank = (d: Deviation): boolean =>
	d.kind === 'control' && d.then === undefined && d.now.state === 'unknown';

/** A control whose findings stand in the list says nothing of its own. */
const shown = (deviations: readonly Deviation[]): readonly Deviation[] =>
	deviations.filter(d => d.saidBy.length === 0 && !isBlank(d));

const blankLines = (deviations: readonly Deviation[]): readonly string[] => {
	const names = deviations.filter(isBlank).map(d => d.targetName);
	return [...new Set(names)].map(
		name =>
			`  ${name}: ${count(names.filter(n => n === name).length, 'mandatory control', 'mandatory controls')} that the baseline does not hold and nobody knows. See: dbvet status`,
	);
};

const printCompared = ({baseline, diff}: ComparedBaseline, output: Output): void => {
	const width = Math.min(output.columns, 110);
	const {style} = output;
	output.line(wrap(`Since the baseline ${baseline.name}, ${approvedWords(baseline)}:`, width));
	for (const word of deviationWords) {
		const all = diff.deviations.filter(d => d.word === word);
		if (all.length === 0) continue;
		const list = shown(all);
		output.line();
		output.line(style.bold(`${titles[word]} (${all.length})`));
		for (const d of list) {
			const severity = d.kind === 'answer' ? '' : `${d.severity}  `;
			output.line(`  ${severity}${style.bold(plainText(d.id, 200))}`);
			const title = d.kind === 'answer' ? '' : `${d.title}: `;
			output.line(wrap(`${title}${plainText(d.text, 600)}`, width, '    '));
		}
		for (const line of blankLines(all)) output.line(wrap(line.trim(), width, '  ', '    '));
	}
	if (diff.deviations.length === 0) output.line('Nothing deviates.');
	for (const text of notCompared({baseline, diff})) {
		output.line();
		output.line(wrap(text, width, '', '  '));
	}
	output.line();
	output.line(wrap(keptWords({baseline, diff}), width));
};

/** What is as it was approved, in a sentence. */
export const keptWords = ({diff: {kept}}: ComparedBaseline): string =>
	`As approved: ${count(kept.failures, 'failing finding', 'failing findings')}, and ${count(kept.controls, 'open control', 'open controls')}.`;

/** What nobody can say is fixed or as it was, a sentence or more for each sort. */
export const notCompared = ({baseline, diff}: ComparedBaseline): readonly string[] => [
	...[...new Set(diff.unseen.map(u => u.targetName))].map(target => {
		const own = diff.unseen.filter(u => u.targetName === target);
		const failures = own.reduce((sum, u) => sum + u.failures, 0);
		return `${target}: ${count(own.length, 'check', 'checks')} could be looked at when it was approved and cannot be now${failures === 0 ? '' : `, with ${count(failures, 'failure', 'failures')} that nobody knows of any more`}: ${some(own.map(u => u.check))}. ${own[0]?.text ?? ''}`;
	}),
	...(diff.unverified.length === 0
		? []
		: [`Verified by probe when approved, and only answered now: ${some(diff.unverified)}.`]),
	...(diff.gone.length === 0
		? []
		: [`No longer assessed, and not compared: ${diff.gone.join(', ')}.`]),
	...(diff.added.length === 0
		? []
		: [
				`${baseline.partial === true ? 'Not in this baseline, and not compared' : 'Not in this baseline, so that all that is wrong there is new'}: ${diff.added.join(', ')}.`,
			]),
];

const some = (names: readonly string[]): string => {
	const all = [...new Set(names)];
	return `${all.slice(0, 5).join(', ')}${all.length > 5 ? ` and ${all.length - 5} more` : ''}`;
};

/** A comparison for programs. */
export const diffJson = ({baseline, diff}: ComparedBaseline) => {
	const {name, approver, by, at, note} = baseline;
	return {
		schema: 'dbvet/baseline-diff@1',
		baseline: {name, approver, by, at, ...(note !== undefined && {note})},
		counts: Object.fromEntries(
			deviationWords.map(word => [word, diff.deviations.filter(d => d.word === word).length]),
		),
		...diff,
	};
};
