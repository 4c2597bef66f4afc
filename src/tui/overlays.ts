import type {Binding, CommandOf} from './keys.js';
import {search} from './model/search.js';
import {goTo, only, type Step} from './navigation.js';
import {changeText} from './screens/questions/update.js';
import type {Overlay, State} from './state.js';
import {changeField, updateForm} from './widgets/form/state.js';
import {clamp} from './widgets/list/state.js';
import type {TextState} from './widgets/text-field/state.js';

const close = (state: State): Step => only({...state, overlay: undefined});

/** Changes the text in front, wherever it is. */
export const typed = (state: State, change: (text: TextState) => TextState): Step => {
	const {overlay} = state;
	if (overlay === undefined) {
		return only({...state, questions: changeText(state.questions, change, state)});
	}
	if (overlay.kind === 'search') {
		return only({...state, overlay: {...overlay, text: change(overlay.text), cursor: 0}});
	}
	if (overlay.kind !== 'form') return only(state);
	return only({...state, overlay: {...overlay, form: changeField(overlay.form, change)}});
};

const helped = (
	state: State,
	overlay: Extract<Overlay, {kind: 'help'}>,
	command: CommandOf<'help'>,
): Step => {
	switch (command) {
		case 'close':
			return close(state);
		case 'scroll-up':
			return only({...state, overlay: {...overlay, scroll: Math.max(0, overlay.scroll - 3)}});
		case 'scroll-down':
			return only({...state, overlay: {...overlay, scroll: overlay.scroll + 3}});
	}
};

const searched = (
	state: State,
	overlay: Extract<Overlay, {kind: 'search'}>,
	command: CommandOf<'search'>,
): Step => {
	const hits = search(state.snapshot, overlay.text.text);
	const at = clamp(overlay.cursor, hits.length);
	switch (command) {
		case 'close':
			return close(state);
		case 'next-hit':
			return only({...state, overlay: {...overlay, cursor: clamp(at + 1, hits.length)}});
		case 'previous-hit':
			return only({...state, overlay: {...overlay, cursor: clamp(at - 1, hits.length)}});
		case 'open-hit': {
			const hit = hits[at];
			return only(hit === undefined ? state : goTo(state, hit.place));
		}
	}
};

const formed = (
	state: State,
	overlay: Extract<Overlay, {kind: 'form'}>,
	command: CommandOf<'form'> | CommandOf<'form-choice'>,
): Step => {
	if (command === 'close') return overlay.form.saving ? only(state) : close(state);
	const {form, effect} = updateForm(overlay.form, command, state.now);
	return {
		state: {...state, overlay: {...overlay, form}},
		effects: effect === undefined ? [] : [effect],
	};
};

const confirmed = (state: State, command: CommandOf<'asking'>): Step =>
	command === 'yes' ? {state, effects: [{kind: 'leave', reason: 'quit'}]} : close(state);

/** Runs a command of what lies over the screen. */
export const updateOverlay = (state: State, command: Binding['command']): Step => {
	const {overlay} = state;
	// The key table pairs commands with contexts; each cast states what the table says.
	switch (overlay?.kind) {
		case undefined:
			return only(state);
		case 'help':
			return helped(state, overlay, command as CommandOf<'help'>);
		case 'search':
			return searched(state, overlay, command as CommandOf<'search'>);
		case 'form':
			return formed(state, overlay, command as CommandOf<'form'> | CommandOf<'form-choice'>);
		case 'confirm':
			return confirmed(state, command as CommandOf<'asking'>);
	}
};
