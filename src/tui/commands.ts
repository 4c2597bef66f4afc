import {edit} from './widgets/text-field/state.js';
import type {Binding, CommandOf, Context} from './keys.js';
import type {Result} from './messages.js';
import {goBack, goTo, only, type Step} from './navigation.js';
import {typed, updateOverlay} from './overlays.js';
import {updateDocuments} from './screens/documents/state.js';
import {updateDetail, updateFindings} from './screens/findings/state.js';
import {updateHistory} from './screens/history/state.js';
import {updateHome} from './screens/home/state.js';
import {updateProbes} from './screens/probes/state.js';
import {updateProfiles} from './screens/profiles/state.js';
import {
	updateAsking,
	updateFinished,
	updateOutline,
	updateQuestion,
	updateTyping,
} from './screens/questions/update.js';
import {updateVendors} from './screens/vendors/state.js';
import {placeFor} from './places.js';
import {contextsOf, lossesOf, type State} from './state.js';
import {seek} from './undo.js';
import {openForm} from './widgets/form/state.js';
import {textState} from './widgets/text-field/state.js';

/** Puts a screen's result into the whole. */
const settle = <S>(state: State, result: Result<S>, put: (s: S) => Partial<State>): Step => {
	const next: State = {
		...state,
		...put(result.state),
		notice: result.notice,
		...(result.form && {overlay: {kind: 'form', form: openForm(result.form)}}),
	};
	return {
		state: result.go === undefined ? next : goTo(next, result.go),
		effects: result.effects ?? [],
	};
};

const quit = (state: State): Step => {
	const reasons = lossesOf(state);
	return reasons.length === 0
		? {state, effects: [{kind: 'leave', reason: 'quit'}]}
		: only({...state, overlay: {kind: 'confirm', reasons}});
};

const globally = (state: State, command: CommandOf<'global'>): Step => {
	switch (command) {
		case 'help':
			return only({
				...state,
				overlay: {kind: 'help', scroll: 0, contexts: contextsOf(state)},
			});
		case 'search':
		case 'palette':
			return only({
				...state,
				notice: undefined,
				overlay: {kind: command, text: textState(), cursor: 0},
			});
		case 'undo':
		case 'redo':
			return seek(state, command);
		case 'quit':
			return quit(state);
		case 'go-back':
			return only(goBack(state));
	}
};

type QuestionContext = 'question' | 'finished' | 'outline' | 'field' | 'note' | 'asking';

const runQuestions = (
	state: State,
	context: QuestionContext,
	command: Binding['command'],
	key: string,
): Step => {
	const {questions} = state;
	const put = (result: Result<State['questions']>): Step =>
		settle(state, result, s => ({questions: s}));
	switch (context) {
		case 'question':
			return put(updateQuestion(questions, command as CommandOf<'question'>, key, state));
		case 'finished':
			return put(updateFinished(questions, command as CommandOf<'finished'>, state));
		case 'outline':
			return put(updateOutline(questions, command as CommandOf<'outline'>, state));
		case 'field':
		case 'note':
			return put(updateTyping(questions, command as CommandOf<'field' | 'note'>, state));
		case 'asking':
			return put(updateAsking(questions, command as CommandOf<'asking'>));
	}
};

type OverlayContext = 'help' | 'search' | 'palette' | 'form' | 'form-choice';
type ListContext =
	| 'home'
	| 'probes'
	| 'probing'
	| 'findings'
	| 'detail'
	| 'documents'
	| 'profiles'
	| 'history'
	| 'vendors';

const runLists = (state: State, context: ListContext, command: Binding['command']): Step => {
	switch (context) {
		case 'home': {
			const result = updateHome(state.home, command as CommandOf<'home'>, state);
			return settle(state, result, home => ({home}));
		}
		case 'probes':
		case 'probing': {
			const asked = command as CommandOf<'probes' | 'probing'>;
			const result = updateProbes(state.probes, asked, state);
			return settle(state, result, probes => ({probes}));
		}
		case 'findings': {
			const result = updateFindings(state.findings, command as CommandOf<'findings'>, state);
			return settle(state, result, findings => ({findings}));
		}
		case 'detail': {
			const result = updateDetail(state.findings, command as CommandOf<'detail'>, state);
			return settle(state, result, findings => ({findings}));
		}
		case 'documents': {
			const result = updateDocuments(
				state.documentsScreen,
				command as CommandOf<'documents'>,
				state,
			);
			return settle(state, result, documentsScreen => ({documentsScreen}));
		}
		case 'profiles': {
			const asked = command as CommandOf<'profiles'>;
			const result = updateProfiles(state.profilesScreen, asked, state);
			return settle(state, result, profilesScreen => ({profilesScreen}));
		}
		case 'history': {
			const result = updateHistory(state.history, command as CommandOf<'history'>, state);
			const step = settle(state, result, history => ({history}));
			const looks = step.effects.some(({kind}) => kind === 'seek');
			return looks ? {...step, state: {...step.state, seeking: true}} : step;
		}
		case 'vendors': {
			const result = updateVendors(state.vendors, command as CommandOf<'vendors'>, state);
			return settle(state, result, vendors => ({vendors}));
		}
	}
};

const questionContexts: ReadonlySet<Context> = new Set<QuestionContext>([
	'question',
	'finished',
	'outline',
	'field',
	'note',
	'asking',
]);
const isQuestionContext = (context: Context): context is QuestionContext =>
	questionContexts.has(context);

const overlayContexts: ReadonlySet<Context> = new Set<OverlayContext>([
	'help',
	'search',
	'palette',
	'form',
	'form-choice',
]);
const isOverlayContext = (context: Context): context is OverlayContext =>
	overlayContexts.has(context);

/**
 * Runs a command that the key table gave for a context in front; `key` is the key that called it. The table pairs
 * commands with contexts, so that each cast states what the table says.
 */
export const runCommand = (
	state: State,
	context: Context,
	command: Binding['command'],
	key: string,
): Step => {
	if (context === 'always') return {state, effects: [{kind: 'leave', reason: 'interrupted'}]};
	// What would be lost is asked about where it can be seen.
	if (context === 'hidden') return lossesOf(state).length === 0 ? quit(state) : only(state);
	if (context === 'global') return globally(state, command as CommandOf<'global'>);
	if (context === 'places') {
		const place = placeFor(state, command as CommandOf<'places'>);
		return only(place.screen === state.screen ? state : goTo(state, place));
	}
	if (context === 'editing') {
		return typed(state, text => edit(text, command as CommandOf<'editing'>));
	}
	if (isOverlayContext(context) || (context === 'asking' && state.overlay !== undefined)) {
		return updateOverlay(state, command, runCommand);
	}
	return isQuestionContext(context)
		? runQuestions(state, context, command, key)
		: runLists(state, context, command);
};
