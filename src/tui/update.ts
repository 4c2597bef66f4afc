import type {Snapshot} from '../services/workbench.js';
import {saved, saveFailed, told} from './after-save.js';
import {runCommand} from './commands.js';
import {commandFor, typingContexts, type Context} from './keys.js';
import type {Action, Effect, Notice, SaveEffect} from './messages.js';
import {only, type Step} from './navigation.js';
import {typed} from './overlays.js';
import {afterEvents, afterRun} from './screens/probes/state.js';
import {previewed} from './screens/profiles/state.js';
import {stillAsked} from './screens/questions/state.js';
import {beginTyping} from './screens/questions/update.js';
import {contextsOf, lossesOf, type State} from './state.js';
import {texts} from './texts/texts.js';
import {sought} from './undo.js';
import {insert} from './widgets/text-field/state.js';

const isTyping = (contexts: readonly Context[]): boolean =>
	contexts.some(c => typingContexts.has(c)) && !contexts.includes('form-choice');

const isSave = (effect: Effect): effect is SaveEffect =>
	effect.kind === 'answer' ||
	effect.kind === 'clear' ||
	effect.kind === 'resolve' ||
	effect.kind === 'waive' ||
	effect.kind === 'choose' ||
	effect.kind === 'set-profiles' ||
	effect.kind === 'reverse';

/** Notes what is on its way to the disk. */
const counted = ({state, effects}: Step): Step => ({
	state: {...state, saving: [...state.saving, ...effects.filter(isSave)]},
	effects,
});

const pressed = (state: State, key: string): Step => {
	const contexts = contextsOf(state);
	const typing = isTyping(contexts);
	const begun = contexts[0] === 'question' ? beginTyping(state.questions, key, state) : undefined;
	if (begun !== undefined) return only({...state, questions: begun, notice: undefined});
	const character = key === 'space' ? ' ' : key;
	if (typing && Array.from(character).length === 1) return typed(state, t => insert(t, character));
	const found = commandFor(contexts, key);
	return found === undefined
		? only(state)
		: counted(runCommand(state, found.context, found.command, key));
};

/** The state on a changed record. */
const withRecord = (before: State, snapshot: Snapshot): State => {
	const state = {...before, snapshot};
	return {...state, questions: stillAsked(state.questions, state)};
};

/** A question whether to leave, with the reasons that are left; without one it goes away, and says so. */
const stillAsking = (state: State): State => {
	if (state.overlay?.kind !== 'confirm') return state;
	const reasons = lossesOf(state);
	if (reasons.length > 0) return {...state, overlay: {kind: 'confirm', reasons}};
	const over: Notice = {tone: 'good', text: texts.confirm.over};
	return {...state, overlay: undefined, notice: state.notice ?? over};
};

/** The history is read when it comes in front, and again when the record has changed under it. */
const toRead = (before: State, now: State): readonly Effect[] =>
	now.screen === 'history' && (before.screen !== 'history' || before.snapshot !== now.snapshot)
		? [{kind: 'load-history'}]
		: [];

/** What happens: the next state of everything and what is to be done. Pure; the time comes with the action. */
export const update = (before: State, action: Action): Step => {
	const {state, effects} = happened({...before, now: action.now}, action);
	return {state: stillAsking(state), effects: [...effects, ...toRead(before, state)]};
};

const happened = (state: State, action: Action): Step => {
	switch (action.kind) {
		case 'key':
			return pressed(state, action.key);
		case 'paste':
			// Pasted text is never read as commands.
			return isTyping(contextsOf(state)) ? typed(state, t => insert(t, action.text)) : only(state);
		case 'size':
			return only({...state, columns: action.columns, rows: action.rows});
		case 'changed':
			return only(withRecord(state, action.snapshot));
		case 'saved':
			return only(saved(state, action));
		case 'save-failed':
			return only(saveFailed(state, action));
		case 'probe-events':
			return only({...state, probes: afterEvents(state.probes, action.events)});
		case 'probe-ended':
			return only({
				...withRecord(state, action.snapshot),
				probes: afterRun(state.probes, action.now, action.trouble),
			});
		case 'previewed':
			return only({
				...state,
				profilesScreen: previewed(state.profilesScreen, {
					profiles: action.profiles,
					parts: action.parts,
				}),
			});
		case 'preview-failed':
			return only({
				...state,
				profilesScreen: {...state.profilesScreen, trouble: action.trouble},
			});
		case 'documents':
			return only({...state, documents: action.documents});
		case 'me':
			return only({...state, me: action.me});
		case 'history':
			return only({
				...state,
				history: {...state.history, entries: action.entries, trouble: undefined},
			});
		case 'history-failed':
			return only({...state, history: {...state.history, trouble: action.trouble}});
		case 'sought':
			return counted(sought(state, action));
		case 'seek-failed':
			return only({
				...state,
				seeking: false,
				notice: {tone: 'bad', text: told(action.trouble)},
			});
		case 'rendered':
			return only({
				...state,
				documentsScreen: {...state.documentsScreen, writing: false, written: action.paths},
			});
		case 'render-failed':
			return only({
				...state,
				documentsScreen: {...state.documentsScreen, writing: false, trouble: action.trouble},
			});
		case 'tick':
			return only(state);
	}
};
