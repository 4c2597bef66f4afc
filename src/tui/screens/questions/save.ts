import type {Answer, AnswerValue} from '../../../domain/answer.js';
import type {AnswerInput} from '../../../services/workbench.js';
import type {Result, SaveEffect, World} from '../../messages.js';
import {choiceIndex, choicesOf, readTyped} from '../../model/choices.js';
import {contradicts, forecastClaim} from '../../model/claim.js';
import {askedOf, targetOf, type Asked} from '../../model/questions.js';
import {texts} from '../../texts/texts.js';
import {textState} from '../../widgets/text-field/state.js';
import {draftKey, draftOf, neighbour, show, withDraft, type QuestionsState} from './state.js';

/** Whether an answer with this value would contradict what a probe saw. */
const wouldContradict = (asked: Asked, value: AnswerValue, world: World): boolean => {
	const target = targetOf(world.snapshot, asked.evaluation.target);
	if (target === undefined) return false;
	const claim = forecastClaim(asked.question, value, world.snapshot, target, world.now);
	return contradicts(claim, asked.control?.observation);
};

/** Starts saving; the screen says "saved" only after it is told so. */
export const start = (
	state: QuestionsState,
	effect: SaveEffect,
	advance: boolean,
): Result<QuestionsState> => {
	if (effect.kind !== 'answer' && effect.kind !== 'clear') return {state};
	const {target, question} = effect.kind === 'answer' ? effect.input : effect;
	return {
		state: {
			...state,
			focus: 'choices',
			asking: undefined,
			problem: undefined,
			noteIsReason: false,
			saving: {key: draftKey(target, question), advance},
		},
		effects: [effect],
	};
};

const unchanged = (asked: Asked, input: AnswerInput): boolean =>
	asked.evaluation.answer?.value === input.value &&
	(asked.evaluation.answer.note ?? '') === (input.note ?? '');

/** Whether somebody else answered since an answer was begun. */
const isOvertaken = (seen: Answer | undefined, now: Answer | undefined): boolean =>
	seen?.value !== now?.value || seen?.note !== now?.note;

/** Saves the marked or typed answer, asks for a reason or about a contradiction first, or says what is wrong with it. */
export const save = (state: QuestionsState, asked: Asked, world: World): Result<QuestionsState> => {
	const draft = draftOf(state, asked);
	const choice = choicesOf(asked.question)[draft.choice];
	if (choice === undefined) return {state};
	if (choice.kind === 'field' && state.focus !== 'field') {
		const unsavedText = draft.typed && draft.field.text !== '';
		if (!unsavedText) return {state: {...state, focus: 'field'}};
	}
	const read =
		choice.kind === 'value' ? {value: choice.value} : readTyped(asked.question, draft.field.text);
	if ('problem' in read) return {state: {...state, focus: 'field', problem: read.problem}};
	const note = draft.note.text.trim();
	if (choice.kind === 'value' && choice.wantsReason && note === '') {
		return {state: {...state, focus: 'note', noteIsReason: true, noteBefore: draft.note}};
	}
	const input: AnswerInput = {
		target: asked.evaluation.target,
		question: asked.question.id,
		value: read.value,
		...(note === '' ? {} : {note}),
	};
	if (isOvertaken(draft.seen, asked.evaluation.answer) && !unchanged(asked, input)) {
		return {state: {...state, focus: 'asking', asking: {kind: 'overtaken', input}}};
	}
	if (wouldContradict(asked, read.value, world) && !unchanged(asked, input)) {
		return {state: {...state, focus: 'asking', asking: {kind: 'contradiction', input}}};
	}
	return start(state, {kind: 'answer', input}, true);
};

/** Keeps a note: saved at once beside an answer that is on disk already, else together with the answer. */
export const keepNote = (
	state: QuestionsState,
	asked: Asked,
	world: World,
): Result<QuestionsState> => {
	const draft = draftOf(state, asked);
	if (state.noteIsReason) {
		return draft.note.text.trim() === ''
			? {state: {...state, problem: texts.problems.reason}}
			: save({...state, focus: 'choices'}, asked, world);
	}
	const kept = {...state, focus: 'choices' as const, noteBefore: undefined, problem: undefined};
	const {answer} = asked.evaluation;
	const note = draft.note.text.trim();
	const choice = choicesOf(asked.question)[draft.choice];
	const value =
		choice?.kind === 'value' ? choice.value : draft.field.text === '' ? undefined : answer?.value;
	if (answer === undefined || value !== answer.value) {
		return note === ''
			? {state: kept}
			: {state: kept, notice: {tone: 'warn', text: texts.question.noteWaits}};
	}
	if ((answer.note ?? '') === note) return {state: kept};
	const {target, question} = asked.evaluation;
	const input: AnswerInput = {target, question, value, ...(note === '' ? {} : {note})};
	if (isOvertaken(draft.seen, answer))
		return {state: {...kept, focus: 'asking', asking: {kind: 'overtaken', input}}};
	return start(kept, {kind: 'answer', input}, false);
};

/** After a save: forgets the draft and, when the saved question is still in front, goes on to the next. */
export const afterSave = (
	state: QuestionsState,
	effect: SaveEffect,
	world: World,
): QuestionsState => {
	if (effect.kind !== 'answer' && effect.kind !== 'clear') return state;
	const {target, question} = effect.kind === 'answer' ? effect.input : effect;
	const key = draftKey(target, question);
	const drafts = Object.fromEntries(Object.entries(state.drafts).filter(([k]) => k !== key));
	const advance = state.saving?.key === key && state.saving.advance;
	const settled = {...state, drafts, saving: state.saving?.key === key ? undefined : state.saving};
	const inFront = state.target === target && state.question === question;
	return inFront && advance ? show(settled, neighbour(settled, 1, world), world) : settled;
};

/**
 * After a failed save: everything typed stays, marked as not saved. Where somebody else answered in the meantime, the person
 * is asked which is to hold.
 */
export const afterFailure = (
	state: QuestionsState,
	effect: SaveEffect,
	world: World,
	overtaken = false,
): QuestionsState => {
	if (effect.kind !== 'answer' && effect.kind !== 'clear') return state;
	const settled = {...state, saving: undefined};
	if (effect.kind === 'clear') return settled;
	const {target, question} = effect.input;
	const asked = askedOf(world.snapshot, target).find(q => q.question.id === question);
	if (asked === undefined) return settled;
	if (!overtaken) return withDraft(settled, asked, {typed: true});
	const {input} = effect;
	const inFront = state.target === target && state.question === question;
	return withDraft(
		inFront ? {...settled, focus: 'asking', asking: {kind: 'overtaken', input}} : settled,
		asked,
		{
			choice: choiceIndex(asked.question, input.value),
			field: state.drafts[draftKey(target, question)]?.field ?? textState(''),
			note: textState(input.note ?? ''),
			typed: true,
		},
	);
};

/** The answer of somebody else stays. What was only marked is let go; words that were typed stay until the person drops them. */
export const letGo = (
	state: QuestionsState,
	{target, question, note}: AnswerInput,
): QuestionsState => {
	const key = draftKey(target, question);
	const draft = state.drafts[key];
	if (draft !== undefined && (note !== undefined || draft.field.text !== '')) return state;
	return {
		...state,
		drafts: Object.fromEntries(Object.entries(state.drafts).filter(([k]) => k !== key)),
	};
};
