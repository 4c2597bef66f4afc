import {profileLabel} from '../domain/own-profile.js';
import {redactSecrets} from '../domain/secrets/redact.js';
import {redactedSentence} from '../domain/secrets/words.js';
import {newlyDormant} from '../services/question-flow.js';
import type {Snapshot} from '../services/workbench.js';
import type {Action, Notice, SaveEffect, Trouble} from './messages.js';
import {profilesStart} from './screens/profiles/state.js';
import {afterFailure, afterSave} from './screens/questions/save.js';
import {stillAsked} from './screens/questions/state.js';
import type {State} from './state.js';
import {texts} from './texts/texts.js';
import {reversedNotice, withoutMarks} from './undo.js';

/** What went wrong and what to do, in one text. */
export const told = ({message, next}: Trouble): string => [message, ...next].join(' ');

/** Of an answer the header says "saved", with the time. */
const savedNotice: Readonly<
	Record<Exclude<SaveEffect['kind'], 'set-profiles' | 'reverse'>, Notice | undefined>
> = {
	answer: undefined,
	clear: {tone: 'good', text: texts.question.cleared},
	resolve: {tone: 'good', text: texts.form.resolved},
	waive: {tone: 'good', text: texts.form.accepted},
	choose: {tone: 'good', text: texts.form.chosen},
};

/** A warning when what was typed had a secret in it, which was not kept. Looked for here, after the save: never on a key. */
const withoutSecrets = (effect: SaveEffect): Notice | undefined => {
	if (effect.kind === 'clear' || effect.kind === 'set-profiles' || effect.kind === 'reverse')
		return undefined;
	const written = Object.values(effect.input).filter(value => typeof value === 'string');
	const redacted = written.flatMap(text => redactSecrets(text).redacted);
	return redacted.length === 0 ? undefined : {tone: 'warn', text: redactedSentence(redacted)};
};

const isForm = (effect: SaveEffect): boolean =>
	effect.kind === 'resolve' || effect.kind === 'waive' || effect.kind === 'choose';

/** After a save: what was typed for it goes, and what it changed beyond itself is said. */
export const saved = (given: State, action: Extract<Action, {kind: 'saved'}>): State => {
	const {effect} = action;
	const before = effect.kind === 'reverse' ? withoutMarks(given, effect.reversal) : given;
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
	effect.kind === 'reverse'
		? reversedNotice(effect.reversal, snapshot)
		: effect.kind === 'set-profiles'
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

/** After a save that failed: what was typed stays, and why is said where the person is. */
export const saveFailed = (
	before: State,
	action: Extract<Action, {kind: 'save-failed'}>,
): State => {
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
