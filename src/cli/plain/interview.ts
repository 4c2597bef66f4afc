import type {Answer, AnswerValue} from '../../domain/answer.js';
import {exitCode, UserError} from '../../domain/errors.js';
import {aboutTime, secondsFor} from '../../domain/effort.js';
import {plainText, wholeText} from '../../domain/text.js';
import {findTarget} from '../../services/find-target.js';
import {
	newlyDormant,
	observedFailing,
	questionFlow,
	type FlowItem,
} from '../../services/question-flow.js';
import type {Workbench} from '../../services/workbench.js';
import {processOutput, wrap, type Output} from '../output.js';
import {parseAnswerValue} from '../../questionnaires/index.js';
import {explain} from './explain.js';
import {lastTime, lastTimeWords} from './last-time.js';
import {observations} from './observations.js';
import {goBack, keyOf, nextOf, sectionsOf, type Itinerary} from './itinerary.js';
import {prompting} from './prompt.js';
import {possible, readReply, type Reply} from './reply.js';

const stopped = 'Stopped. Everything you answered is saved.';

/**
 * The same questions as the full screen, as lines that are never drawn again: for screen readers, dumb terminals and those
 * who like it. Each answer is on disk before "Saved." is printed; leaving loses nothing.
 */
export const interview = async (workbench: Workbench, targetName?: string): Promise<void> => {
	const output = processOutput(process);
	try {
		await converse(workbench, output, targetName);
	} catch (error) {
		if (error instanceof Error && error.name === 'ExitPromptError') output.line(`\n${stopped}`);
		throw error;
	}
};

const converse = async (
	workbench: Workbench,
	output: Output,
	targetName: string | undefined,
): Promise<void> => {
	const only =
		targetName === undefined ? undefined : findTarget(workbench.snapshot().state, targetName).id;
	const width = Math.min(output.columns, 90);
	let way: Itinerary = {passed: []};
	for (;;) {
		const {content, evaluation} = workbench.snapshot();
		const flow = questionFlow(content, evaluation).filter(
			item => only === undefined || item.target.id === only,
		);
		const position = nextOf(flow, way);
		const item = flow[position];
		if (item === undefined) {
			output.line(ending(flow));
			return;
		}
		const before = lastTime(workbench.snapshot(), item);
		introduce(output, item, position, flow, {width, now: evaluation.at, before});
		const reply = await ask(item);
		// Unless something else is wanted, the same question is asked again.
		const here: Itinerary = {passed: way.passed, wanted: keyOf(item)};
		const onward: Itinerary = {passed: [...way.passed, keyOf(item)]};
		way = here;
		switch (reply.kind) {
			case 'answer':
				if (await saved(workbench, output, item, reply.value)) way = onward;
				break;
			case 'confirm':
				if (await confirmed(workbench, output, item, before)) way = onward;
				break;
			case 'skip':
				way = onward;
				break;
			case 'back': {
				const back = goBack(flow, here, position);
				if (back === undefined) output.line('This is the first question.');
				way = back ?? here;
				break;
			}
			case 'section':
				way = {passed: here.passed, wanted: await askSection(output, flow)};
				break;
			case 'list':
				listAnswers(output, flow, width);
				break;
			case 'explain':
				explain(output, item, workbench.snapshot(), width);
				break;
			case 'stop':
				output.line(stopped);
				return;
			case 'wrong':
				output.line(wrap(reply.message, width));
		}
	}
};

/** Saves; an answer that is not accepted is told and asked again, and whatever else goes wrong ends the interview. */
const saved = async (
	workbench: Workbench,
	output: Output,
	item: FlowItem,
	value: AnswerValue,
	note?: string,
): Promise<boolean> => {
	try {
		await save(workbench, output, item, parseAnswerValue(item.question, String(value)), note);
		return true;
	} catch (error) {
		if (!(error instanceof UserError) || error.exitCode !== exitCode.usage) throw error;
		output.line([error.message, ...error.next].join(' '));
		return false;
	}
};

/** Answers as it was answered last time, with the same note. */
const confirmed = async (
	workbench: Workbench,
	output: Output,
	item: FlowItem,
	last: Answer | undefined,
): Promise<boolean> => {
	if (last === undefined) {
		output.line('There is no earlier answer to confirm here.');
		return false;
	}
	return saved(workbench, output, item, last.value, last.note ?? '');
};

const ending = (flow: readonly FlowItem[]): string => {
	const open = flow.filter(item => item.evaluation.answer === undefined).length;
	if (flow.length === 0)
		return 'There is nothing to ask yet. Add a target with: dbvet target add NAME URL';
	return open === 0
		? `All ${flow.length} questions are answered. See where you stand with: dbvet status`
		: `That was the last question. ${open} of ${flow.length} are still open. See where you stand with: dbvet status`;
};

const introduce = (
	output: Output,
	item: FlowItem,
	position: number,
	flow: readonly FlowItem[],
	{
		width,
		now,
		before: last,
	}: {
		readonly width: number;
		readonly now: string;
		readonly before: Answer | undefined;
	},
): void => {
	const open = flow.filter(i => i.evaluation.answer === undefined);
	const time = aboutTime(secondsFor(open.map(i => i.question)));
	output.line();
	output.line(`${item.target.name}, ${item.section}. ${open.length} open, ${time}.`);
	if (item.evaluation.isNew) output.line('New since the questions were updated.');
	output.line(wrap(`Question ${position + 1} of ${flow.length}. ${item.question.text}`, width));
	for (const sentence of observations(item.control, now, 6)) output.line(wrap(sentence, width));
	const {answer: before, versions} = item.evaluation;
	if (versions !== undefined) {
		const said = versions.map(v =>
			v === null
				? 'the answer was taken away'
				: `${plainText(String(v.value), 80)} by ${plainText(v.by, 60)}`,
		);
		const text = `People answered differently without knowing of each other: ${said.join('; ')}. The least favourable counts until one answer is given here.`;
		output.line(wrap(text, width));
	} else if (before !== undefined)
		output.line(
			wrap(
				`Answered ${plainText(String(before.value), 80)} by ${plainText(before.by, 60)}.`,
				width,
			),
		);
	if (last !== undefined) output.line(wrap(lastTimeWords(item, last), width));
	if (item.evaluation.overruled !== undefined)
		output.line(wrap(wholeText(item.evaluation.overruled.text), width));
	const {limit} = item.evaluation;
	if (limit !== undefined) output.line(wrap(`Counts as ${limit}.`, width));
	for (const sentence of possible(item)) output.line(wrap(sentence, width));
};

/** A refusal broken between its words; inquirer breaks it at the edge, and puts two columns of its own before it. */
const inWords = (verdict: true | string): true | string =>
	verdict === true ? true : wrap(verdict, processOutput(process).columns - 4);

const input = async (message: string, check: (text: string) => true | string): Promise<string> => {
	const {text} = await prompting(prompt =>
		prompt<{text: string}>([
			{type: 'input', name: 'text', message, validate: text => inWords(check(text))},
		]),
	);
	return text.trim();
};

const ask = async (item: FlowItem): Promise<Reply> => {
	const typed = await input('Answer:', text => {
		const reply = readReply(item, text);
		return reply.kind === 'wrong' ? reply.message : true;
	});
	return readReply(item, typed);
};

const askSection = async (output: Output, flow: readonly FlowItem[]): Promise<string> => {
	const sections = sectionsOf(flow);
	sections.forEach(({title, open}, i) => {
		output.line(`${i + 1} ${title}: ${open} open`);
	});
	const chosen = (text: string): string | undefined => sections[Number(text.trim()) - 1]?.first;
	const number = await input('Section:', text =>
		chosen(text) === undefined ? `Type a number from 1 to ${sections.length}.` : true,
	);
	return chosen(number) ?? '';
};

const listAnswers = (output: Output, flow: readonly FlowItem[], width: number): void => {
	flow.forEach(({target, question, evaluation}, i) => {
		const value = evaluation.answer?.value;
		const said = value === undefined ? 'open' : plainText(String(value), 80);
		output.line(wrap(`${i + 1} ${target.name}: ${question.text} ${said}.`, width, '', '  '));
	});
};

const save = async (
	workbench: Workbench,
	output: Output,
	item: FlowItem,
	value: AnswerValue,
	known?: string,
): Promise<void> => {
	const contradicts =
		observedFailing(item.control) && (value === 'yes' || value === 'not-applicable');
	if (contradicts) output.line('This contradicts what was observed.');
	const reason = value === 'not-applicable';
	const wanted = reason || value === 'partly' || value === 'no' || contradicts;
	const asked = known === undefined && wanted;
	const note = asked
		? await input(reason ? 'Why does it not apply?' : 'Note (Enter for none):', given =>
				reason && given.trim() === '' ? 'A reason is needed.' : true,
			)
		: (known ?? '');
	const before = workbench.snapshot().evaluation;
	await workbench.answer({
		target: item.target.id,
		question: item.question.id,
		value,
		...(note === '' ? {} : {note}),
	});
	output.line('Saved.');
	for (const {question} of newlyDormant(before, workbench.snapshot().evaluation))
		output.line(
			`The answer to ${question} no longer counts, because its question no longer applies. It is kept, and counts again with its question.`,
		);
};
