import type {CommandOf} from '../../keys.js';
import type {Result, World} from '../../messages.js';
import {choicesOf} from '../../model/choices.js';
import {askedOf, type Asked} from '../../model/questions.js';
import {texts} from '../../texts/texts.js';
import {clamp, moved} from '../../widgets/list/state.js';
import {insert, type TextState} from '../../widgets/text-field/state.js';
import {withFilter} from './filter.js';
import {keepNote, letGo, save, start} from './save.js';
import {
	currentOf,
	focusOn,
	draftOf,
	listOf,
	neighbour,
	show,
	withDraft,
	type Detail,
	type QuestionsState,
} from './state.js';

type Step = Result<QuestionsState>;

const details: readonly Detail[] = ['why', 'how', 'evidence', 'meaning'];

const step = (state: QuestionsState, by: 1 | -1, world: World): QuestionsState => {
	if (by === -1 && state.atEnd) return show(state, listOf(state, world).at(-1)?.question.id, world);
	const next = neighbour(state, by, world);
	// Before the first question there is nothing; after the last there is the end.
	return next === undefined && by === -1 ? state : show(state, next, world);
};

/** Shows the questions that the profile does not ask for, or hides them; the one in front stays. */
const toggleOptional = (state: QuestionsState, world: World): Step => {
	const toggled = {...state, optional: !state.optional};
	const hidden = askedOf(world.snapshot, state.target).filter(q => !q.evaluation.due).length;
	const first =
		state.atEnd && toggled.optional
			? listOf(toggled, world).find(q => !q.evaluation.due)
			: undefined;
	return {
		state: first === undefined ? toggled : show(toggled, first.question.id, world),
		notice: {
			tone: 'good',
			text: toggled.optional ? texts.question.optionalShown(hidden) : texts.question.optionalHidden,
		},
	};
};

const choose = (state: QuestionsState, asked: Asked, choice: number): QuestionsState =>
	withDraft(state, asked, {choice: clamp(choice, choicesOf(asked.question).length)});

type Command = CommandOf<'question'>;

const isDetail = (command: Command): command is Detail => details.some(d => d === command);

type Moving = 'up' | 'down' | 'pick';
const isMoving = (command: Command): command is Moving =>
	command === 'up' || command === 'down' || command === 'pick';

const mark = (
	state: QuestionsState,
	asked: Asked,
	command: Moving,
	key: string,
): QuestionsState => {
	const {choice} = draftOf(state, asked);
	if (command !== 'pick') return choose(state, asked, choice + (command === 'up' ? -1 : 1));
	const at = Number(key) - 1;
	return at < choicesOf(asked.question).length ? choose(state, asked, at) : state;
};

const askClear = (state: QuestionsState, {evaluation}: Asked): QuestionsState => {
	if (evaluation.answer === undefined) return state;
	const {target, question} = evaluation;
	return {...state, focus: 'asking', asking: {kind: 'clear', target, question}};
};

/** What a command of the question in front does. `key` is the key that called it, for the digits. */
export const updateQuestion = (
	state: QuestionsState,
	command: Command,
	key: string,
	world: World,
): Step => {
	const asked = currentOf(state, world);
	if (asked === undefined) return {state};
	if (isDetail(command)) return {state: {...state, scroll: 0, detail: command}};
	if (isMoving(command)) return {state: mark(state, asked, command, key)};
	switch (command) {
		case 'save':
			return save(state, asked, world);
		case 'note':
			return {state: {...state, focus: 'note', noteBefore: draftOf(state, asked).note}};
		case 'skip':
			return {state: step(state, 1, world)};
		case 'previous':
			return {state: step(state, -1, world)};
		case 'list':
			return {state: {...state, focus: 'outline', outline: asked.question.id}};
		case 'only':
		case 'only-all':
			return {state: withFilter(state, command, world)};
		case 'optional':
			return toggleOptional(state, world);
		case 'clear':
			return {state: askClear(state, asked)};
		case 'scroll-up':
			return {state: {...state, scroll: Math.max(0, state.scroll - 4)}};
		case 'scroll-down':
			return {state: {...state, scroll: state.scroll + 4}};
	}
};

/** What a command does when all questions are behind. */
export const updateFinished = (
	state: QuestionsState,
	command: CommandOf<'finished'>,
	world: World,
): Step => {
	switch (command) {
		case 'finish':
			return {state, go: {screen: 'home'}};
		case 'previous':
			return {state: step(state, -1, world)};
		case 'list':
			return {state: {...state, focus: 'outline'}};
		case 'only':
		case 'only-all':
			return {state: withFilter(state, command, world)};
		case 'optional':
			return toggleOptional(state, world);
	}
};

/** What a command of the list of questions does. */
export const updateOutline = (
	state: QuestionsState,
	command: CommandOf<'outline'>,
	world: World,
): Step => {
	const list = listOf(state, world);
	const at = Math.max(
		0,
		list.findIndex(q => q.question.id === state.outline),
	);
	const moveTo = (to: 'up' | 'down' | 'top' | 'bottom' | 'page-up' | 'page-down'): Step => ({
		state: {...state, outline: list[moved(at, to, list.length, world.rows - 10)]?.question.id},
	});
	switch (command) {
		case 'up':
		case 'down':
		case 'top':
		case 'bottom':
			return moveTo(command);
		case 'scroll-up':
			return moveTo('page-up');
		case 'scroll-down':
			return moveTo('page-down');
		case 'only':
		case 'only-all':
			return {state: withFilter(state, command, world)};
		case 'optional':
			return toggleOptional(state, world);
		case 'open-question':
			return {state: list[at] === undefined ? state : show(state, list[at].question.id, world)};
		case 'close':
			return {state: {...state, focus: focusOn(state.target, state.question, world)}};
	}
};

/** Yes or no to what was asked. */
export const updateAsking = (state: QuestionsState, command: CommandOf<'asking'>): Step => {
	const quiet = {...state, focus: 'choices' as const, asking: undefined};
	if (state.asking === undefined) return {state: quiet};
	if (command === 'no')
		return {state: state.asking.kind === 'overtaken' ? letGo(quiet, state.asking.input) : quiet};
	return state.asking.kind === 'clear'
		? start(quiet, {...state.asking, kind: 'clear'}, false)
		: start(quiet, {kind: 'answer', input: state.asking.input}, true);
};

/** Typed into the answer or the note, whichever is open. */
export const changeText = (
	state: QuestionsState,
	change: (text: TextState) => TextState,
	world: World,
): QuestionsState => {
	const asked = currentOf(state, world);
	if (asked === undefined) return state;
	const draft = draftOf(state, asked);
	const field = state.focus === 'note' ? 'note' : 'field';
	const changed = change(draft[field]);
	const typed = draft.typed || changed.text !== draft[field].text;
	return withDraft(state, asked, {[field]: changed, typed});
};

/** What a command does while an answer or a note is typed. */
export const updateTyping = (
	state: QuestionsState,
	command: CommandOf<'field'> | CommandOf<'note'>,
	world: World,
): Step => {
	const asked = currentOf(state, world);
	if (asked === undefined) return {state: {...state, focus: 'choices'}};
	switch (command) {
		case 'save':
			return save(state, asked, world);
		case 'leave-field':
			return {state: {...state, focus: 'choices', problem: undefined}};
		case 'down':
			return {state: mark({...state, focus: 'choices'}, asked, command, 'down')};
		case 'keep-note':
			return keepNote(state, asked, world);
		case 'drop-note': {
			const note = state.noteBefore ?? draftOf(state, asked).note;
			const dropped = withDraft(state, asked, {note});
			return {state: {...dropped, focus: 'choices', noteBefore: undefined, noteIsReason: false}};
		}
	}
};

/**
 * A character that begins an answer without opening the field first: digits and a sign for a number or a day. Letters
 * stay commands. Undefined when the character begins nothing.
 */
export const beginTyping = (
	state: QuestionsState,
	key: string,
	world: World,
): QuestionsState | undefined => {
	const asked = currentOf(state, world);
	if (asked === undefined || state.focus !== 'choices' || !/^[-0-9]$/.test(key)) return undefined;
	const {kind} = asked.question.answer;
	if (kind !== 'number' && kind !== 'date') return undefined;
	const fresh = withDraft(state, asked, {choice: 0, field: {text: '', cursor: 0}});
	return changeText({...fresh, focus: 'field'}, text => insert(text, key), world);
};
