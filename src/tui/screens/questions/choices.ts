import type {World} from '../../messages.js';
import {answerInWords, choicesOf, readTyped, type Choice} from '../../model/choices.js';
import type {Asked} from '../../model/questions.js';
import {ago} from '../../model/time.js';
import {plainText} from '../../../domain/text.js';
import type {AnswerValue} from '../../../domain/answer.js';
import {clip, wrap, wrapAtMost} from '../../cells.js';
import {texts} from '../../texts/texts.js';
import {signs} from '../../theme.js';
import {labelled, paragraph, type Line} from '../../widgets/lines/lines.js';
import {fieldLines} from '../../widgets/text-field/text-field.js';
import {draftKey, draftOf, type QuestionsState} from './state.js';

const t = texts.question;
const labelCells = 10;

const isSaved = (asked: Asked, choice: Choice): boolean => {
	const value = asked.evaluation.answer?.value;
	// Of several answers none is marked as the one.
	if (value === undefined || asked.evaluation.versions !== undefined) return false;
	return choice.kind === 'value'
		? choice.value === value
		: !choicesOf(asked.question).some(c => c.kind === 'value' && c.value === value);
};

/** The choices, one or more lines each: a mark, a number to press, the label; a sign behind the saved one. */
export const choiceLines = (
	state: QuestionsState,
	asked: Asked,
	width: number,
): readonly Line[] => {
	const draft = draftOf(state, asked);
	const {limit} = asked.evaluation;
	return choicesOf(asked.question).flatMap((choice, at) => {
		const marked = at === draft.choice;
		const head: Line = [{text: marked ? `${signs.cursor} ` : '  ', tone: 'focus'}];
		const tail: Line = isSaved(asked, choice) ? [{text: ` ${signs.pass}`, tone: 'good'}] : [];
		if (choice.kind === 'field') {
			const active = state.focus === 'field';
			const typed = fieldLines(draft.field, width - 2, active);
			const empty = !active && draft.field.text === '';
			const isNumber = asked.question.answer.kind === 'number';
			const hint = empty ? `${texts.answers.type}: ${choice.label}` : choice.label;
			return [
				...typed.map((l, row): Line => [
					...(row === 0 ? head : [{text: '  '}]),
					...l,
					{text: isNumber && !empty ? ` ${choice.label}` : '', tone: 'muted'},
				]),
				...(isNumber && !empty ? [] : paragraph(hint, width - 2, 'muted', 2)),
				...(limit === undefined ? [] : paragraph(t.limit(limit), width - 2, 'muted', 2)),
				...(state.problem === undefined
					? []
					: paragraph(`${signs.fail} ${state.problem}`, width - 2, 'bad', 2)),
			];
		}
		return wrap(choice.label, width - 4).map((text, row): Line => [
			...(row === 0 ? head : [{text: '  '}]),
			{text, tone: marked ? 'strong' : 'plain'},
			...(row === 0 ? tail : []),
		]);
	});
};

/** The value that Enter would save now; undefined while a typed answer is not one yet. */
export const markedValue = (state: QuestionsState, asked: Asked): AnswerValue | undefined => {
	const draft = draftOf(state, asked);
	const choice = choicesOf(asked.question)[draft.choice];
	if (choice?.kind === 'value') return choice.value;
	const read = readTyped(asked.question, draft.field.text);
	return 'value' in read ? read.value : undefined;
};

const savedLines = (asked: Asked, world: World, width: number): readonly Line[] => {
	const {answer, stale, versions} = asked.evaluation;
	if (answer === undefined || versions !== undefined) return [];
	const words = plainText(answerInWords(asked.question, answer.value), 60);
	const said = t.answeredBy(words, plainText(answer.by, 40), ago(answer.at, world.now));
	const text = stale ? `${said} ${signs.stale} ${t.stale}` : said;
	return labelled(t.answer, text, width, labelCells, stale ? 'warn' : 'muted').slice(0, 1);
};

const noteLines = (state: QuestionsState, asked: Asked, width: number): readonly Line[] => {
	const {note} = draftOf(state, asked);
	const room = width - labelCells;
	const open = state.focus === 'note';
	const body: readonly Line[] = open
		? fieldLines(note, room, true, 3)
		: note.text === ''
			? [[{text: t.noNote, tone: 'muted'}]]
			: wrapAtMost(plainText(note.text, 2_000), room, 2).map(text => [{text}]);
	return [
		...(open && state.noteIsReason ? paragraph(t.reasonPrompt, width, 'strong') : []),
		...body.map((l, row): Line => [
			{text: (row === 0 ? t.note : '').padEnd(labelCells), tone: 'muted'},
			...l,
		]),
		...(open && state.problem !== undefined
			? paragraph(`${signs.fail} ${state.problem}`, width, 'bad')
			: []),
	];
};

/** The saved answer, the note and the evidence of a question, and whether something is not saved yet. */
export const besidesLines = (
	state: QuestionsState,
	asked: Asked,
	world: World,
	width: number,
): readonly Line[] => {
	const evidence = (asked.control?.evidence ?? [])
		.map(e => `${plainText(e.title, 60)}${e.remarks[0] === undefined ? '' : ` (${e.remarks[0]})`}`)
		.join('; ');
	const saving = state.saving?.key === draftKey(asked.evaluation.target, asked.question.id);
	const unsaved = draftOf(state, asked).typed ? `${signs.unsaved} ${t.unsaved}` : undefined;
	const status = saving ? texts.frame.saving : unsaved;
	return [
		...savedLines(asked, world, width),
		...noteLines(state, asked, width),
		...(evidence === ''
			? []
			: labelled(t.evidence, clip(evidence, width - labelCells), width, labelCells)),
		...(status === undefined ? [] : paragraph(status, width, 'warn', labelCells)),
	];
};
