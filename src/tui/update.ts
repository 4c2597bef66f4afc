import {profileLabel} from '../domain/own-profile.js';
import {redactSecrets} from '../domain/secrets/redact.js';
import {redactedSentence} from '../domain/secrets/words.js';
import {newlyDormant} from '../services/question-flow.js';
import type {Snapshot} from '../services/workbench.js';
import {runCommand} from './commands.js';
import {commandFor, typingContexts, type Context} from './keys.js';
import type {Action, Effect, Notice, SaveEffect, Trouble} from './messages.js';
import {only, type Step} from './navigation.js';
import {typed} from './overlays.js';
import {afterEvents, afterRun} from './screens/probes/state.js';
import {previewed, profilesStart} from './screens/profiles/state.js';
import {afterFailure, afterSave} from './screens/questions/save.js';
import {stillAsked} from './screens/questions/state.js';
import {beginTyping} from './screens/questions/update.js';
import {contextsOf, lossesOf, type State} from './state.js';
import {texts} from './texts/texts.js';
import {insert} from './widgets/text-field/state.js';

const isTyping = (contexts: readonly Context[]): boolean =>
	contexts.some(c => typingContexts.has(c)) && !contexts.includes('form-choice');

const isSave = (effect: Effect): effect is SaveEffect =>
	effect.kind === 'answer' ||
	effect.kind === 'clear' ||
	effect.kind === 'resolve' ||
	effect.kind === 'waive' ||
	effect.kind === 'choose' ||
	effect.kind === 'set-profiles';

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

const told = ({message, next}: Trouble): string => [message, ...next].join(' ');

/** Of an answer the header says "saved", with the time. */
const savedNotice: Readonly<
	Record<Exclude<SaveEffect['kind'], 'set-profiles'>, Notice | undefined>
> = {
	answer: undefined,
	clear: {tone: 'good', text: texts.question.cleared},
	resolve: {tone: 'good', text: texts.form.resolved},
	waive: {tone: 'good', text: texts.form.accepted},
	choose: {tone: 'good', text: texts.form.chosen},
};

/** A warning when what was typed had a secret in it, which was not kept. Looked for here, after the save: never on a key. */
const withoutSecrets = (effect: SaveEffect): Notice | undefined => {
	if (effect.kind === 'clear' || effect.kind === 'set-profiles') return undefined;
	const written = Object.values(effect.input).filter(value => typeof value === 'string');
	const redacted = written.flatMap(text => redactSecrets(text).redacted);
	return redacted.length === 0 ? undefined : {tone: 'warn', text: redactedSentence(redacted)};
};

/** The state on a changed record. */
const withRecord = (before: State, snapshot: Snapshot): State => {
	const state = {...before, snapshot};
	return {...state, questions: stillAsked(state.questions, state)};
};

const isForm = (effect: SaveEffect): boolean =>
	effect.kind === 'resolve' || effect.kind === 'waive' || effect.kind === 'choose';

const saved = (before: State, action: Extract<Action, {kind: 'saved'}>): State => {
	const state = {
		...before,
		snapshot: action.snapshot,
		saving: before.saving.filter(s => s !== action.effect),
		saveFailed: false,
	};
	return {
		...state,
		questions: stillAsked(afterSave(state.questions, action.effect, state), state),
		overlay: isForm(action.effect) && state.overlay?.kind === 'form' ? undefined : state.overlay,
		profilesScreen:
			action.effect.kind === 'set-profiles'
				? {...profilesStart, cursor: state.profilesScreen.cursor}
				: state.profilesScreen,
		notice:
			withoutSecrets(action.effect) ??
			overruledNow(before.snapshot, action.snapshot) ??
			fellAsleep(before.snapshot, action.snapshot) ??
			noticeOf(action.effect, state),
	};
};

/** An answer that counts otherwise since this save: the screen has gone on to the next question. */
const overruledNow = (before: Snapshot, now: Snapshot): Notice | undefined => {
	const of = ({evaluation}: Snapshot) =>
		evaluation.questions.filter(q => q.overruled !== undefined);
	const known = new Set(of(before).map(q => `${q.target} ${q.question}`));
	const found = of(now).find(q => !known.has(`${q.target} ${q.question}`));
	return found === undefined
		? undefined
		: {tone: 'warn', text: texts.question.overruled(found.question)};
};

const noticeOf = (effect: SaveEffect, {snapshot}: State): Notice | undefined =>
	effect.kind === 'set-profiles'
		? {
				tone: 'good',
				text: texts.profiles.changed(
					snapshot.evaluation.profiles.map(id => profileLabel(snapshot.content, id)).join(', '),
				),
			}
		: savedNotice[effect.kind];

/** Says that answers were left without their question, which nobody would notice otherwise. */
const fellAsleep = (before: Snapshot, after: Snapshot): Notice | undefined => {
	const asleep = newlyDormant(before.evaluation, after.evaluation).length;
	return asleep === 0 ? undefined : {tone: 'warn', text: texts.question.dormant(asleep)};
};

const saveFailed = (before: State, action: Extract<Action, {kind: 'save-failed'}>): State => {
	const saving = before.saving.filter(s => s !== action.effect);
	const overtaken = action.trouble.overtaken === true;
	const asked = overtaken && action.effect.kind === 'answer';
	const state = {...before, saving, saveFailed: !asked};
	const {overlay} = state;
	if (isForm(action.effect) && overlay?.kind === 'form') {
		const form = {...overlay.form, saving: false, trouble: action.trouble};
		return {...state, overlay: {kind: 'form', form}};
	}
	if (action.effect.kind === 'set-profiles') {
		const profilesScreen = {...state.profilesScreen, saving: false, trouble: action.trouble};
		return {...state, profilesScreen};
	}
	const questions = afterFailure(state.questions, action.effect, state, overtaken);
	// The question in front asks which is to hold; behind another one it is told.
	if (asked && questions.focus === 'asking') return {...state, questions, notice: undefined};
	return {
		...state,
		questions,
		notice: {tone: 'bad', text: `${texts.question.failed} ${told(action.trouble)}`},
	};
};

/** A question whether to leave, with the reasons that are left; without one it goes away, and says so. */
const stillAsking = (state: State): State => {
	if (state.overlay?.kind !== 'confirm') return state;
	const reasons = lossesOf(state);
	if (reasons.length > 0) return {...state, overlay: {kind: 'confirm', reasons}};
	const over: Notice = {tone: 'good', text: texts.confirm.over};
	return {...state, overlay: undefined, notice: state.notice ?? over};
};

/** What happens: the next state of everything and what is to be done. Pure; the time comes with the action. */
export const update = (before: State, action: Action): Step => {
	const {state, effects} = happened({...before, now: action.now}, action);
	return {state: stillAsking(state), effects};
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
