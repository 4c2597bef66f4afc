import {plainText} from '../domain/text.js';
import {samePerson} from '../domain/person.js';
import type {Reversal} from '../services/reversal.js';
import type {Snapshot} from '../services/workbench.js';
import type {Action, Notice} from './messages.js';
import {changeWords} from './model/changes.js';
import {only, type Step} from './navigation.js';
import {draftKey} from './screens/questions/state.js';
import type {State, UndoReason} from './state.js';
import {texts} from './texts/texts.js';

const t = texts.undo;

/** Looks up what is to be undone or done again; keys wait meanwhile. */
export const seek = (state: State, what: 'undo' | 'redo', entry?: string): Step => ({
	state: {...state, seeking: true, notice: undefined},
	effects: [{kind: 'seek', what, ...(entry === undefined ? {} : {entry})}],
});

/** Why it is asked before something is undone; what one has just done oneself is undone at once. */
const reasonsOf = ({group}: Reversal, {me, since}: State): readonly UndoReason[] => [
	...(me === undefined || !samePerson(group.by, me)
		? (['other'] as const)
		: group.at < since
			? (['old'] as const)
			: []),
	...(group.entries.filter(e => e.kind !== 'resolution').length > 1 ? (['many'] as const) : []),
];

/** After it was looked up: undoes it, or asks first. */
export const sought = (before: State, action: Extract<Action, {kind: 'sought'}>): Step => {
	const state = {...before, seeking: false};
	const {what, reversal} = action;
	if (reversal === undefined)
		return only({...state, notice: {tone: 'warn', text: t.nothing[what]}});
	const reasons = reasonsOf(reversal, state);
	return reasons.length === 0
		? {state, effects: [{kind: 'reverse', reversal}]}
		: only({...state, overlay: {kind: 'undo', reversal, reasons}});
};

/** Says what was undone or done again: what it is now, and what it was. */
export const reversedNotice = ({what, group}: Reversal, snapshot: Snapshot): Notice => {
	const [first] = group.entries;
	if (first === undefined) return {tone: 'good', text: t.done[what]('')};
	const words = changeWords(first, snapshot);
	const place = words.target === '' ? words.what : `${words.target} · ${words.what}`;
	const short = (text: string): string => plainText(text, 60);
	const change = t.change(plainText(place, 90), short(words.after), short(words.before));
	const others = group.entries.length - 1;
	const all = others === 0 ? change : `${change}, ${t.more(others)}`;
	return {tone: 'good', text: t.done[what](all)};
};

/** Lets go of what was only marked before an answer was undone: the mark belongs on the answer that is back. */
export const withoutMarks = (state: State, {group}: Reversal): State => {
	const keys = new Set(
		group.entries.flatMap(({kind, key}) => {
			const [target = '', question = ''] = key.split('/');
			return kind === 'answer' ? [draftKey(target, question)] : [];
		}),
	);
	const drafts = Object.fromEntries(
		Object.entries(state.questions.drafts).filter(([key, d]) => d.typed || !keys.has(key)),
	);
	return {...state, questions: {...state.questions, drafts}};
};
