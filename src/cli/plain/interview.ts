import inquirer from 'inquirer';
import {UserError} from '../../domain/errors.js';
import {plainText} from '../../domain/text.js';
import {parseAnswerValue} from '../../questionnaires/index.js';
import {findTarget} from '../../services/find-target.js';
import {
	observationsOf,
	observedFailing,
	questionFlow,
	type FlowItem,
} from '../../services/question-flow.js';
import type {Workbench} from '../../services/workbench.js';
import {processOutput, wrap, type Output} from '../output.js';
import {explain} from './explain.js';

type Step = 'next' | 'back' | 'stop';

/**
 * The same questions as the full screen, as numbered lines: for screen readers, dumb terminals and those who like it.
 * Each answer is on disk before "Saved" is printed; leaving loses nothing.
 */
export const interview = async (workbench: Workbench, targetName?: string): Promise<void> => {
	const output = processOutput(process);
	const only =
		targetName === undefined ? undefined : findTarget(workbench.snapshot().state, targetName).id;
	let position = 0;
	for (;;) {
		const {content, evaluation} = workbench.snapshot();
		const flow = questionFlow(content, evaluation).filter(
			item => only === undefined || item.target.id === only,
		);
		if (flow.length === 0) {
			output.line('There is nothing to ask yet. Add a target with: dbvet target add NAME URL');
			return;
		}
		// The first pass goes to what is open; going back may revisit answered ones.
		while (position < flow.length && flow[position]?.evaluation.answer !== undefined) position++;
		const item = flow[position];
		if (item === undefined) {
			output.line(
				`All ${flow.length} questions are answered. See where you stand with: dbvet status`,
			);
			return;
		}
		let step = await ask(workbench, output, item, position, flow.length);
		while (step === 'back') {
			position = Math.max(0, position - 1);
			const previous = flow[position];
			if (previous === undefined) break;
			step = await ask(workbench, output, previous, position, flow.length);
		}
		if (step === 'stop') {
			output.line('Stopped. Everything you answered is saved.');
			return;
		}
		position++;
	}
};

const ask = async (
	workbench: Workbench,
	output: Output,
	item: FlowItem,
	position: number,
	total: number,
): Promise<Step> => {
	const width = Math.min(output.columns, 90);
	output.line();
	output.line(`${item.target.name}, ${item.section}. Question ${position + 1} of ${total}.`);
	output.line(wrap(item.question.text, width));
	for (const observed of observationsOf(item.control).slice(0, 6)) {
		output.line(wrap(`Observed: ${plainText(observed, 200)}`, width));
	}
	const before = item.evaluation.answer;
	if (before !== undefined)
		output.line(`Answered ${String(before.value)} by ${plainText(before.by, 60)}.`);
	for (;;) {
		const {choice} = await inquirer.prompt<{choice: string}>([
			{type: 'rawlist', name: 'choice', message: 'Answer:', choices: choicesOf(item)},
		]);
		if (choice === ':explain') {
			explain(output, item, width);
			continue;
		}
		if (choice === ':skip') return 'next';
		if (choice === ':back') return 'back';
		if (choice === ':stop') return 'stop';
		const text = choice === ':enter' ? await enterValue(item) : choice;
		await save(workbench, output, item, text);
		return 'next';
	}
};

const choicesOf = (item: FlowItem): {name: string; value: string}[] => {
	const {answer} = item.question;
	const own =
		answer.kind === 'yes-no'
			? [
					{name: 'Yes', value: 'yes'},
					...(answer.claims.partly === undefined ? [] : [{name: 'Partly', value: 'partly'}]),
					{name: 'No', value: 'no'},
				]
			: answer.kind === 'choice'
				? answer.options.map(option => ({name: option.label, value: option.id}))
				: [
						{
							name:
								answer.kind === 'number'
									? `Enter a number (${answer.unit})`
									: `Enter a ${answer.kind === 'date' ? 'day' : 'text'}`,
							value: ':enter',
						},
					];
	return [
		...own,
		{name: "Don't know", value: 'dont-know'},
		...(item.question.notApplicable ? [{name: 'Not applicable', value: 'not-applicable'}] : []),
		{name: 'Explain: why it matters, how to find out', value: ':explain'},
		{name: 'Skip', value: ':skip'},
		{name: 'Back', value: ':back'},
		{name: 'Stop here', value: ':stop'},
	];
};

const enterValue = async (item: FlowItem): Promise<string> => {
	const {answer} = item.question;
	const hint =
		answer.kind === 'date'
			? 'such as 2026-06-30'
			: answer.kind === 'number'
				? answer.unit
				: 'free text';
	const {text} = await inquirer.prompt<{text: string}>([
		{
			type: 'input',
			name: 'text',
			message: `Your answer (${hint}):`,
			validate: (value: string) => {
				try {
					parseAnswerValue(item.question, value);
					return true;
				} catch (error) {
					if (error instanceof UserError) return [error.message, ...error.next].join(' ');
					throw error;
				}
			},
		},
	]);
	return text;
};

const save = async (
	workbench: Workbench,
	output: Output,
	item: FlowItem,
	text: string,
): Promise<void> => {
	const value = parseAnswerValue(item.question, text);
	const contradicts =
		observedFailing(item.control) && (value === 'yes' || value === 'not-applicable');
	if (contradicts) output.line('This contradicts what was observed.');
	const wantsReason = value === 'not-applicable' || value === 'partly' || contradicts;
	const {note} = wantsReason
		? await inquirer.prompt<{note: string}>([
				{
					type: 'input',
					name: 'note',
					message: value === 'not-applicable' ? 'Why does it not apply?' : 'Note (Enter for none):',
					validate: (given: string) =>
						value === 'not-applicable' && given.trim() === '' ? 'A reason is needed.' : true,
				},
			])
		: {note: ''};
	await workbench.answer({
		target: item.target.id,
		question: item.question.id,
		value,
		...(note.trim() === '' ? {} : {note: note.trim()}),
	});
	output.line('Saved.');
};
