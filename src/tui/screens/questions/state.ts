import type {Answer} from '../../../domain/answer.js';
import type {AnswerInput} from '../../../services/workbench.js';
import type {Place, QuestionFilter, World} from '../../messages.js';
import {choiceIndex} from '../../model/choices.js';
import {isListed} from '../../model/question-filter.js';
import {askedOf, inView, type Asked} from '../../model/questions.js';
import {textState, type TextState} from '../../widgets/text-field/state.js';

export type Detail = 'why' | 'how' | 'evidence' | 'meaning';

/** What was typed or marked for one question and is not on disk yet. */
export type Draft = {
	readonly choice: number;
	readonly field: TextState;
	readonly note: TextState;
	/** Text was typed that would be lost on leaving; a moved mark alone is not worth asking about. */
	readonly typed: boolean;
	/** The answer of the record when this was begun. */
	readonly seen: Answer | undefined;
};

/** What is asked before something happens. */
export type Asking =
	| {readonly kind: 'contradiction' | 'overtaken'; readonly input: AnswerInput}
	| {readonly kind: 'clear'; readonly target: string; readonly question: string};

export type QuestionsState = {
	readonly target: string | undefined;
	/** Id of the question in front; undefined before the first and after the last. */
	readonly question: string | undefined;
	readonly atEnd: boolean;
	/** Which questions are listed. */
	readonly filter: QuestionFilter;
	/** Questions that the profile does not want answered are listed too. */
	readonly optional: boolean;
	readonly focus: 'choices' | 'field' | 'note' | 'outline' | 'asking';
	/** By `target question`. */
	readonly drafts: Readonly<Record<string, Draft>>;
	/** The note as it was before it was opened. */
	readonly noteBefore: TextState | undefined;
	/** The note is written as the reason of "not applicable", and saved at once. */
	readonly noteIsReason: boolean;
	readonly detail: Detail;
	readonly scroll: number;
	/** Id of the marked question of the outline. */
	readonly outline: string | undefined;
	readonly asking: Asking | undefined;
	/** The draft that is being saved, and whether the next question follows. */
	readonly saving: {readonly key: string; readonly advance: boolean} | undefined;
	/** What is wrong with the typed answer or note. */
	readonly problem: string | undefined;
};

export const questionsStart: QuestionsState = {
	target: undefined,
	question: undefined,
	atEnd: false,
	filter: 'all',
	optional: false,
	focus: 'choices',
	drafts: {},
	noteBefore: undefined,
	noteIsReason: false,
	detail: 'why',
	scroll: 0,
	outline: undefined,
	asking: undefined,
	saving: undefined,
	problem: undefined,
};

export const draftKey = (target: string, question: string): string => `${target} ${question}`;

/** The questions that the screen shows of its target, whether open or not. */
export const shownOf = (state: QuestionsState, world: World): readonly Asked[] =>
	inView(askedOf(world.snapshot, state.target), state.optional, state.question);

/** The questions in the list of the screen, under its filter; the one in front stays listed although it was just answered. */
export const listOf = (state: QuestionsState, world: World): readonly Asked[] =>
	shownOf(state, world).filter(
		q => q.question.id === state.question || isListed(q, state.filter, world),
	);

/** The question in front; undefined when none is, or when it is no longer asked. */
export const currentOf = (state: QuestionsState, world: World): Asked | undefined =>
	state.question === undefined
		? undefined
		: askedOf(world.snapshot, state.target).find(q => q.question.id === state.question);

/** What stands in the fields of a question: what was typed, else what is saved. */
export const draftOf = (state: QuestionsState, asked: Asked): Draft => {
	const kept = state.drafts[draftKey(asked.evaluation.target, asked.question.id)];
	if (kept !== undefined) return kept;
	const answer = asked.evaluation.answer;
	const choice = choiceIndex(asked.question, answer?.value);
	const typed = typeof answer?.value === 'number' || isFieldValue(asked, answer?.value);
	return {
		choice,
		field: textState(typed ? String(answer?.value ?? '') : ''),
		note: textState(answer?.note ?? ''),
		typed: false,
		seen: answer,
	};
};

const isFieldValue = ({question}: Asked, value: string | number | undefined): boolean =>
	value !== undefined &&
	value !== 'dont-know' &&
	value !== 'not-applicable' &&
	value !== 'never' &&
	question.answer.kind !== 'yes-no' &&
	question.answer.kind !== 'choice';

/**
 * What has the keys on a question: the field at once where words are wanted and none are saved, so that the first letter of
 * an answer is no command; else the choices.
 */
export const focusOn = (
	target: string | undefined,
	question: string | undefined,
	{snapshot}: World,
): 'choices' | 'field' => {
	const asked = askedOf(snapshot, target).find(q => q.question.id === question);
	const wantsWords = asked?.question.answer.kind === 'text';
	return wantsWords && asked.evaluation.answer === undefined ? 'field' : 'choices';
};

/** Puts a question in front, with nothing open over it. */
export const show = (
	state: QuestionsState,
	question: string | undefined,
	world: World,
): QuestionsState => ({
	...state,
	question,
	atEnd: question === undefined,
	outline: question ?? state.outline,
	focus: focusOn(state.target, question, world),
	asking: undefined,
	problem: undefined,
	noteIsReason: false,
	noteBefore: undefined,
	scroll: 0,
});

/** Opens a target at a question, else at its first one under the filter of the place, else at its first open one, else at its first. */
export const openTarget = (
	state: QuestionsState,
	{target, question, filter = 'all'}: Omit<Extract<Place, {screen: 'questions'}>, 'screen'>,
	world: World,
): QuestionsState => {
	const fresh = {...state, target, filter, atEnd: false};
	const all = askedOf(world.snapshot, target);
	const shown = inView(all, state.optional, undefined);
	const wanted = filter === 'all' ? 'open' : filter;
	const first = shown.find(q => isListed(q, wanted, world));
	const found = all.find(q => q.question.id === question) ?? first;
	return show(fresh, (found ?? (filter === 'all' ? shown[0] : undefined))?.question.id, world);
};

/** After the record changed: a question that is no longer asked gives way to the first open one of its target. */
export const stillAsked = (state: QuestionsState, world: World): QuestionsState =>
	state.target === undefined ||
	state.question === undefined ||
	currentOf(state, world) !== undefined
		? state
		: {...openTarget(state, {target: state.target}, world), filter: state.filter};

/** The question `step` places after the one in front in the list; undefined beyond its end. */
export const neighbour = (
	state: QuestionsState,
	step: 1 | -1,
	world: World,
): string | undefined => {
	const list = listOf(state, world);
	if (state.question === undefined) return step === -1 ? list.at(-1)?.question.id : undefined;
	const at = list.findIndex(q => q.question.id === state.question);
	return list[at + step]?.question.id;
};

/** Keeps a changed draft. */
export const withDraft = (
	state: QuestionsState,
	asked: Asked,
	change: Partial<Draft>,
): QuestionsState => ({
	...state,
	problem: undefined,
	drafts: {
		...state.drafts,
		[draftKey(asked.evaluation.target, asked.question.id)]: {...draftOf(state, asked), ...change},
	},
});
