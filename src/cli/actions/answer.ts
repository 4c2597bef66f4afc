import {basename} from 'node:path';
import {questionsOf} from '../../domain/content-parts.js';
import {UserError} from '../../domain/errors.js';
import type {Evaluation} from '../../domain/evaluation.js';
import {plainText} from '../../domain/text.js';
import type {Change, WorkspaceState} from '../../domain/workspace.js';
import {blankAnswers, parseAnswerValue, readAnswers} from '../../questionnaires/index.js';
import {answerChange, findQuestion, targetForQuestion} from '../../services/answer-question.js';
import {evaluate, record, type Project} from '../../services/project.js';
import {leftOutJson} from '../left-out.js';
import {type Output, processOutput} from '../output.js';
import type {Globals} from '../globals.js';

/** Says of the answered questions which count otherwise than answered, or make another one do so. */
const tellOverruled = (
	output: Output,
	{questions}: Evaluation,
	answered: readonly string[],
): void => {
	for (const {question, overruled} of questions)
		if (overruled !== undefined && (answered.includes(question) || answered.includes(overruled.by)))
			output.note(overruled.text);
};

const mostReplaced = 10;

/** What replaces another person's answer is told, because a file may be older than that; the history keeps it. */
const tellReplaced = (
	output: Output,
	{answers, targets}: WorkspaceState,
	by: string,
	changes: readonly Change[],
): void => {
	const replaced = changes.flatMap(({key}) => {
		const before = answers[key];
		return before === undefined || before.by === by ? [] : [before];
	});
	for (const {target, question, value, by: other, at, note} of replaced.slice(0, mostReplaced))
		output.note(
			`${targets[target]?.name ?? target}, ${question}: replaces ${plainText(String(value), 80)} (by ${plainText(other, 60)}, ${at.slice(0, 10)})${note === undefined ? '' : `: ${plainText(note, 200)}`}`,
		);
	if (replaced.length > mostReplaced)
		output.note(`${replaced.length - mostReplaced} more were replaced: see dbvet history.`);
};

/** Records one answer and says what it means for its control. */
export const answerOne = async (
	project: Project,
	id: string,
	text: string,
	options: {readonly target?: string; readonly note?: string},
	globals: Globals,
): Promise<void> => {
	const state = await project.store.state();
	const {question, kind} = findQuestion(project.content, id);
	const target = targetForQuestion(state, kind, options.target);
	const value = parseAnswerValue(question, text);
	const meta = {by: await project.by(), at: project.clock().toISOString()};
	const change = answerChange(question, target, value, options.note, meta);
	const controlIn = ({controls}: Evaluation) =>
		controls.find(c => c.target === target.id && c.control === question.control);
	const before = controlIn(await evaluate(project, state));
	const next = await record(project, [change], options.note);
	const evaluation = await evaluate(project, next);
	const control = controlIn(evaluation);
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({
			target: target.name,
			question: id,
			value,
			control: control?.control,
			state: control?.state,
			...leftOutJson(project.content),
		});
		return;
	}
	output.line(`Saved: ${target.name}, ${id}: ${String(value)}.`);
	tellReplaced(output, state, meta.by, [change]);
	tellOverruled(output, evaluation, [id]);
	if (control === undefined) return;
	output.line(
		`${control.id} ${before?.state === control.state ? 'stays' : 'is now'} ${control.state}. ${control.because}`,
	);
	if (control.contradiction !== undefined && control.contradiction.resolution === undefined) {
		output.line(
			`This contradicts what was observed. Settle it with: dbvet resolve ${control.contradiction.id} …`,
		);
	}
};

/** Records all answers of a file, or none when one of them is wrong. */
export const answerFile = async (
	project: Project,
	path: string,
	globals: Globals,
): Promise<void> => {
	const state = await project.store.state();
	const meta = {by: await project.by(), at: project.clock().toISOString()};
	const answers = await readAnswers(path, {content: project.content, state, now: meta.at});
	// A file that answers what the record already says is done; one without a single value did nothing.
	if (answers.length === 0) {
		throw new UserError(`${path} holds no answers: no question in it has a value.`, [
			'Write a value behind the colon of each question that you can answer, then run the command again.',
		]);
	}
	const changes = answers.flatMap(({target: id, question: questionId, value, note}) => {
		const question = questionsOf(project.content).find(q => q.id === questionId);
		const target = state.targets[id];
		if (question === undefined || target === undefined)
			throw new Error(`${id}/${questionId} was parsed but is not there`);
		const before = state.answers[`${id}/${questionId}`];
		if (before?.value === value && before.note === note) return [];
		return [answerChange(question, target, value, note, meta)];
	});
	const next =
		changes.length > 0
			? await record(project, changes, `answers file ${basename(path)}`, {state})
			: state;
	const output = processOutput(process);
	if (globals.json === true)
		output.json({
			read: answers.length,
			recorded: changes.length,
			...leftOutJson(project.content),
		});
	else
		output.line(
			`${answers.length} ${answers.length === 1 ? 'answer' : 'answers'} read from ${path}, ${changes.length} new or changed and recorded.`,
		);
	tellReplaced(output, state, meta.by, changes);
	tellOverruled(
		output,
		await evaluate(project, next),
		answers.map(a => a.question),
	);
};

/** Prints an answers file with what is due (or all that applies) as comments, to fill in and to take back with `--answers`. */
export const printBlank = async (
	project: Project,
	options: {readonly all?: boolean},
): Promise<void> => {
	const state = await project.store.state();
	const evaluation = await evaluate(project, state);
	const {suggestions} = state;
	process.stdout.write(
		blankAnswers({content: project.content, evaluation, suggestions, ...options}),
	);
};
