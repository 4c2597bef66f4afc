import type {Baseline} from '../../domain/baseline.js';
import {inOrderOfApproval} from '../../domain/baseline.js';
import {count} from '../../domain/count.js';
import {plainText} from '../../domain/text.js';
import {approveBaseline} from '../../services/approve-baseline.js';
import {approvedByAuthor} from '../../services/baseline-authors.js';
import {findBaseline} from '../../services/compare-baseline.js';
import {lostEvidenceNotes} from '../../services/lost-evidence.js';
import {lostRunNotes} from '../../services/lost-run-notes.js';
import {evaluate, type Project} from '../../services/project.js';
import {processOutput, wrap} from '../output.js';
import type {Globals} from '../globals.js';

type ApproveOptions = {
	readonly note?: string;
	readonly approver?: string;
	readonly target?: readonly string[];
	readonly allowEmpty?: boolean;
};

/** What a baseline accepts, in numbers. */
const counts = ({targets}: Baseline) => {
	const all = Object.values(targets);
	const states = all.flatMap(t => Object.values(t.controls));
	const of = (state: string): number => states.filter(c => c.state === state).length;
	return {
		targets: all.length,
		failures: all.reduce((sum, t) => sum + t.failures.length, 0),
		notMet: of('not-met'),
		contradicted: of('contradicted'),
		unknownMandatory: states.filter(c => c.state === 'unknown' && c.requirement === 'mandatory')
			.length,
	};
};

/** "approved by Bob on 2026-11-22". */
export const approvedWords = ({approver, at}: Baseline): string =>
	`approved by ${plainText(approver, 80)} on ${at.slice(0, 10)}`;

const withWords = (baseline: Baseline): string => {
	const {failures, notMet, contradicted, unknownMandatory} = counts(baseline);
	return [
		count(failures, 'failing finding', 'failing findings'),
		count(notMet, 'control that is not met', 'controls that are not met'),
		count(contradicted, 'contradiction', 'contradictions'),
		count(
			unknownMandatory,
			'mandatory control that nobody knows',
			'mandatory controls that nobody knows',
		),
	].join(', ');
};

const scopeWords = (baseline: Baseline): string => {
	const names = Object.values(baseline.targets)
		.map(({name}) => name)
		.sort();
	return `${count(names.length, 'target', 'targets')}: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}${baseline.partial === true ? ' (of other targets it says nothing)' : ''}`;
};

const summary = (baseline: Baseline) => {
	const {targets: _, ...rest} = baseline;
	return {...rest, holds: counts(baseline)};
};

/** Approves the present state and says what that accepts. */
export const approve = async (
	project: Project,
	name: string,
	{target, ...options}: ApproveOptions,
	globals: Globals,
): Promise<void> => {
	const baseline = await approveBaseline(project, {
		name,
		...options,
		...(target !== undefined && {targets: target}),
	});
	const output = processOutput(process);
	const evaluation = await evaluate(project, await project.store.state());
	for (const {text} of [...lostRunNotes(evaluation), ...lostEvidenceNotes(evaluation)])
		output.note(text);
	if (globals.json === true) {
		output.json({baseline: summary(baseline)});
		return;
	}
	const width = Math.min(output.columns, 110);
	output.line(`The baseline ${baseline.name} is ${approvedWords(baseline)}.`);
	output.line(
		wrap(
			`It holds ${scopeWords(baseline)}; ${baseline.known} of ${baseline.applicable} controls that apply are known.`,
			width,
		),
	);
	output.line(wrap(`It accepts, until something changes: ${withWords(baseline)}.`, width));
	output.line();
	output.line('What deviates from it later: dbvet baseline diff. In CI: dbvet check --baseline');
};

export const listBaselines = async (project: Project, globals: Globals): Promise<void> => {
	const {baselines} = await project.store.state();
	const all = inOrderOfApproval(baselines);
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({baselines: all.map(summary)});
		return;
	}
	if (all.length === 0) {
		output.line('No baseline was approved yet. The first: dbvet baseline approve NAME');
		return;
	}
	output.table(
		all.map(one => [
			output.style.bold(one.name),
			approvedWords(one),
			scopeWords(one),
			output.style.dim(plainText(one.note ?? '', 60)),
		]),
	);
};

export const showBaseline = async (
	project: Project,
	name: string | undefined,
	globals: Globals,
): Promise<void> => {
	const state = await project.store.state();
	const baseline = findBaseline(state, name);
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({baseline});
		return;
	}
	const width = Math.min(output.columns, 110);
	const line = (text: string): void => {
		output.line(wrap(text, width));
	};
	line(
		`${output.style.bold(baseline.name)}: ${approvedWords(baseline)}, recorded by ${plainText(baseline.by, 80)}.`,
	);
	if (approvedByAuthor(baseline, project.content, state))
		line(
			'It does not hold: it was approved by an author of what it holds, and the profile wants two people.',
		);
	if (baseline.note !== undefined) line(`Note: ${plainText(baseline.note, 2000)}`);
	line(`${scopeWords(baseline)}.`);
	line(
		`${baseline.known} of ${baseline.applicable} controls that apply were known (profiles: ${baseline.profiles.join(', ')}).`,
	);
	line(`It accepts: ${withWords(baseline)}.`);
	line(
		`Made by dbvet ${baseline.dbvet} with content ${baseline.content.slice(0, 12)}${baseline.fixedClock === true ? ', with a clock fixed by DBVET_NOW' : ''}.`,
	);
	for (const target of Object.values(baseline.targets)) {
		if (target.failures.length === 0) continue;
		output.line();
		output.line(output.style.bold(target.name));
		for (const f of target.failures)
			output.line(
				`  ${f.severity.padEnd(8)}  ${f.check}${f.object === undefined ? '' : ` ${plainText(f.object, 80)}`} on ${f.endpoint}${f.accepted === undefined ? '' : ' (accepted)'}`,
			);
	}
};
