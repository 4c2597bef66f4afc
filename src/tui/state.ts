import type {Reversal} from '../services/reversal.js';
import type {Snapshot} from '../services/workbench.js';
import type {Context} from './keys.js';
import type {Notice, SaveEffect, ScreenName, World} from './messages.js';
import {documentsStart, type DocumentsState} from './screens/documents/state.js';
import {findingsStart, type FindingsState} from './screens/findings/state.js';
import {historyStart, type HistoryState} from './screens/history/state.js';
import {homeStart, type HomeState} from './screens/home/state.js';
import {isRunning, isWellUnderWay, probesStart, type ProbesState} from './screens/probes/state.js';
import {profilesStart, type ProfilesState} from './screens/profiles/state.js';
import {questionsStart, type QuestionsState} from './screens/questions/state.js';
import {vendorsStart, type VendorsState} from './screens/vendors/state.js';
import {hasTyped, type FormState} from './widgets/form/state.js';
import type {TextState} from './widgets/text-field/state.js';
import {isTooSmall} from './window.js';

/** What lies over a screen. */
export type Overlay =
	| {readonly kind: 'help'; readonly scroll: number; readonly contexts: readonly Context[]}
	| {readonly kind: 'search' | 'palette'; readonly text: TextState; readonly cursor: number}
	/** Asks before a change is undone that somebody else made, or long ago, or that is many in one. */
	| {readonly kind: 'undo'; readonly reversal: Reversal; readonly reasons: readonly UndoReason[]}
	| {readonly kind: 'form'; readonly form: FormState}
	| {readonly kind: 'confirm'; readonly reasons: readonly LossReason[]};

export type LossReason =
	| {readonly kind: 'typed'; readonly count: number}
	| {readonly kind: 'saving' | 'probing' | 'writing' | 'form'};

/** Why it is asked before something is undone. */
export type UndoReason = 'other' | 'old' | 'many';

/** A screen as it was left, so that going back leads to what was in front. */
export type Visit = Pick<State, 'screen' | 'findings' | 'vendors' | 'history'> & {
	readonly questions: Pick<QuestionsState, 'target' | 'question' | 'filter'>;
};

/** Everything that is drawn, and nothing else. */
export type State = World & {
	readonly screen: ScreenName;
	/** Where Esc leads, the latest last. */
	readonly trail: readonly Visit[];
	/** When this session began (ISO 8601): older changes are not undone unasked. */
	readonly since: string;
	/** What is to be undone is looked up. */
	readonly seeking: boolean;
	/** Ids of what was chosen in the palette, the latest first. */
	readonly recent: readonly string[];
	readonly overlay: Overlay | undefined;
	readonly notice: Notice | undefined;
	/** Saves on their way to the disk. */
	readonly saving: readonly SaveEffect[];
	/** The last save failed and nothing was saved since. */
	readonly saveFailed: boolean;
	readonly home: HomeState;
	readonly questions: QuestionsState;
	readonly probes: ProbesState;
	readonly findings: FindingsState;
	readonly documentsScreen: DocumentsState;
	readonly profilesScreen: ProfilesState;
	readonly vendors: VendorsState;
	readonly history: HistoryState;
};

/** The state before the first key. */
export const startState = (start: {
	readonly snapshot: Snapshot;
	readonly documentsDir: string | undefined;
	readonly now: string;
	readonly columns: number;
	readonly rows: number;
}): State => ({
	...start,
	documents: undefined,
	me: undefined,
	since: start.now,
	seeking: false,
	recent: [],
	screen: 'home',
	trail: [],
	overlay: undefined,
	notice: undefined,
	saving: [],
	saveFailed: false,
	home: homeStart,
	questions: questionsStart,
	probes: probesStart,
	findings: findingsStart,
	documentsScreen: documentsStart,
	profilesScreen: profilesStart,
	vendors: vendorsStart,
	history: historyStart,
});

const screenContexts = (state: State): readonly Context[] => {
	switch (state.screen) {
		case 'home':
			return ['home', 'global'];
		case 'documents':
		case 'profiles':
		case 'vendors':
		case 'history':
			return [state.screen, 'places', 'global'];
		case 'probes':
			return [isRunning(state.probes) ? 'probing' : 'probes', 'places', 'global'];
		case 'findings':
			return [state.findings.opened ? 'detail' : 'findings', 'places', 'global'];
		case 'questions': {
			const {focus, atEnd, question} = state.questions;
			if (focus === 'field' || focus === 'note') return [focus, 'editing'];
			if (focus === 'asking') return ['asking'];
			if (focus === 'outline') return ['outline', 'places', 'global'];
			return [atEnd || question === undefined ? 'finished' : 'question', 'places', 'global'];
		}
	}
};

/** What is in front, the foremost first: who is offered a key, in order. */
export const contextsOf = (state: State): readonly Context[] => {
	const {overlay} = state;
	if (isTooSmall(state)) return ['hidden', 'always'];
	if (overlay === undefined) return [...screenContexts(state), 'always'];
	switch (overlay.kind) {
		case 'help':
			return ['help', 'always'];
		case 'confirm':
		case 'undo':
			return ['asking', 'always'];
		case 'search':
		case 'palette':
			return [overlay.kind, 'editing', 'always'];
		case 'form':
			return overlay.form.focus === 'decision'
				? ['form-choice', 'always']
				: ['form', 'editing', 'always'];
	}
};

/** What leaving now would lose or cut short; empty when nothing. */
export const lossesOf = (state: State): readonly LossReason[] => {
	const typed = Object.values(state.questions.drafts).filter(d => d.typed).length;
	const form = state.overlay?.kind === 'form' && hasTyped(state.overlay.form);
	return [
		...(typed > 0 ? [{kind: 'typed', count: typed} as const] : []),
		...(form ? [{kind: 'form'} as const] : []),
		...(state.saving.length > 0 ? [{kind: 'saving'} as const] : []),
		...(isWellUnderWay(state.probes) ? [{kind: 'probing'} as const] : []),
		...(state.documentsScreen.writing ? [{kind: 'writing'} as const] : []),
	];
};
