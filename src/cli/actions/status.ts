import {loneApprovalNotes} from '../../services/approvals.js';
import {lostEvidenceNotes} from '../../services/lost-evidence.js';
import {lostRunNotes} from '../../services/lost-run-notes.js';
import {otherLimitNotes} from '../../services/other-limit-notes.js';
import {evaluate, type Project} from '../../services/project.js';
import {troubleJson} from '../left-out.js';
import {processOutput, wrap, type Output} from '../output.js';
import {count} from '../../domain/count.js';
import {staleSentence} from '../../domain/outdated.js';
import type {Content} from '../../domain/content.js';
import type {Evaluation} from '../../domain/evaluation.js';
import {ownProfilesJson, profileLabel} from '../../domain/own-profile.js';
import {plainText, wholeText} from '../../domain/text.js';
import type {Globals} from '../globals.js';
import {conflictJson, printConflict} from './resolve.js';
import {leftSentence, newLines} from './status-left.js';
import {statusTable} from './status-table.js';

/** Prints the evaluation for people, or its promised keys as JSON. */
export const printStatus = async (project: Project, globals: Globals): Promise<void> => {
	const evaluation = await evaluate(project, await project.store.state());
	const output = processOutput(process);
	if (globals.json === true)
		output.json({
			...statusJson(evaluation),
			...ownProfilesJson(project.content, evaluation.profiles),
		});
	else printForPeople(output, evaluation, project.content);
};

const statusJson = (evaluation: Evaluation): Readonly<Record<string, unknown>> => ({
	at: evaluation.at,
	organisation: evaluation.organisation,
	profiles: evaluation.profiles,
	coverage: evaluation.score.coverage,
	left: evaluation.left,
	newQuestions: evaluation.targets.flatMap(({target}) =>
		evaluation.questions
			.filter(q => q.isNew && q.target === target.id)
			.map(({question}) => ({target: target.name, question})),
	),
	dormant: evaluation.targets.flatMap(({target}) =>
		evaluation.questions
			.filter(q => q.dormant && q.target === target.id)
			.map(({question}) => ({target: target.name, question})),
	),
	score: evaluation.score,
	controls: evaluation.controls.map(c => ({
		id: c.id,
		target: c.targetName,
		control: c.control,
		requirement: c.requirement,
		state: c.state,
		assurance: c.assurance,
		stale: c.stale,
		waived: c.waived,
		because: c.because,
	})),
	contradictions: evaluation.contradictions.map(c => ({
		id: c.id,
		target: c.targetName,
		control: c.control,
		severity: c.severity,
		text: c.text,
		resolved: c.resolution !== undefined,
		...(c.reopened === undefined ? {} : {reopened: c.reopened}),
	})),
	conflicts: (evaluation.conflicts ?? []).map(conflictJson),
	risks: evaluation.risks.map(r => ({
		id: r.id,
		target: r.targetName,
		risk: r.risk,
		title: r.definition.title,
		inherent: r.inherent,
		claimed: r.claimed,
		verified: r.verified,
		accepted: r.accepted,
	})),
	targets: evaluation.targets.map(({target, score, lastRun, ...rest}) => ({
		name: target.name,
		kind: target.kind,
		...rest,
		coverage: score.coverage,
		stale: score.stale,
		...(lastRun === undefined ? {} : {lastRun}),
	})),
	evidence: evaluation.evidence
		.filter(isIdle)
		.map(e => ({id: e.id, title: e.title, targets: e.targets, remarks: e.remarks})),
	next: evaluation.next,
	...troubleJson(evaluation.trouble),
	...(evaluation.unplaced === undefined ? {} : {unplaced: evaluation.unplaced}),
});

/** Evidence that does not count today. */
const isIdle = (e: Evaluation['evidence'][number]): boolean =>
	e.lost !== undefined || e.expired || e.notYet || !e.accepted;
/** What was recorded about things that the content does not hold: kept, and nothing of it counts. */
const printUnplaced = (output: Output, {unplaced = []}: Evaluation): void => {
	if (unplaced.length === 0) return;
	output.line();
	output.line(output.style.bold('Recorded, and not in the content now: kept, and not counted'));
	for (const {targetName, kind, id, text} of unplaced) {
		const width = Math.min(output.columns, 110);
		output.line(wrap(`${targetName}: ${kind} ${id}: ${plainText(text, 120)}`, width, '  ', '    '));
	}
};

const printNotes = (output: Output, evaluation: Evaluation): void => {
	const {style} = output;
	for (const {text} of [...lostRunNotes(evaluation), ...lostEvidenceNotes(evaluation)]) {
		output.line();
		output.line(
			style.bad(wrap(`${style.sign.fail} ${text}`, Math.min(output.columns, 110), '', '  ')),
		);
	}
	for (const {text} of [...otherLimitNotes(evaluation), ...loneApprovalNotes(evaluation)]) {
		output.line();
		const told = `${style.sign.unknown} ${wholeText(text)}`;
		output.line(style.warn(wrap(told, Math.min(output.columns, 110), '', '  ')));
	}
};

const printIdleEvidence = (output: Output, evaluation: Evaluation): void => {
	const idle = evaluation.evidence.filter(isIdle);
	if (idle.length === 0) return;
	output.line();
	output.line(output.style.bold('Evidence that does not count'));
	for (const e of idle) {
		const text = `${e.title} (${e.id}, ${e.targets.join(', ')}): ${e.remarks.join('; ')}.`;
		output.line(wrap(text, Math.min(output.columns, 110), '  ', '    '));
	}
};

const printForPeople = (output: Output, evaluation: Evaluation, content: Content): void => {
	const {style} = output;
	const profiles = evaluation.profiles.map(id => profileLabel(content, id));
	output.line(`${style.bold(evaluation.organisation)} · ${profiles.join(', ')}`);
	for (const {target} of evaluation.targets)
		if (target.profiles !== undefined)
			output.line(
				`For ${target.name} alone: ${target.profiles.map(id => profileLabel(content, id)).join(', ')}`,
			);
	output.line();
	const table = statusTable(
		evaluation.targets,
		style,
		output.isTerminal ? output.columns : Number.POSITIVE_INFINITY,
	);
	output.table(table.rows, table.right);
	if (table.below.length > 0) output.line();
	for (const text of table.below) output.line(wrap(text, output.columns, '', '  '));
	printNotes(output, evaluation);
	const {score} = evaluation;
	output.line();
	const lineWidth = output.isTerminal ? output.columns : Number.POSITIVE_INFINITY;
	output.line(wrap(leftSentence(evaluation), lineWidth));
	for (const text of newLines(evaluation, content))
		output.line(wrap(text, Math.min(output.columns, 110), '  ', '    '));
	output.line(
		wrap(
			`Known: ${score.known} of ${score.applicable} controls that apply. Of these, ${count(score.met, 'is', 'are')} met and ${count(score.notMet, 'is', 'are')} not.`,
			lineWidth,
		),
	);
	const old = staleSentence(score);
	if (old !== undefined) output.line(style.warn(`${style.sign.stale} ${old}`));
	for (const {overruled} of evaluation.questions)
		if (overruled !== undefined) {
			output.line();
			const text = `${style.sign.contradicted} ${wholeText(overruled.text)}`;
			output.line(style.warn(wrap(text, Math.min(output.columns, 110), '', '  ')));
		}
	for (const conflict of evaluation.conflicts ?? []) {
		output.line();
		printConflict(output, conflict);
		output.line(`  Choose with: dbvet resolve ${conflict.id} --take NUMBER --reason "why"`);
	}
	for (const contradiction of evaluation.contradictions.filter(c => c.resolution === undefined)) {
		output.line();
		output.line(`${style.warn(style.sign.contradicted)} ${style.bold(contradiction.id)}`);
		output.line(wrap(contradiction.text, Math.min(output.columns, 110), '  '));
	}
	printIdleEvidence(output, evaluation);
	printUnplaced(output, evaluation);
	if (evaluation.next.length === 0) return;
	output.line();
	output.line(style.bold('Next, in order of risk reduced'));
	evaluation.next.slice(0, 7).forEach((step, i) => {
		const width = Math.min(output.columns, 110);
		output.line(wrap(`${i + 1}. ${step.text}`, width, '  ', '     '));
		const control = evaluation.controls.find(
			c => c.target === step.target && c.control === step.control,
		);
		// Contradictions and conflicts are told in full above.
		if (step.kind === 'failure' && control !== undefined)
			output.line(style.dim(wrap(control.because, width, '     ')));
	});
};
