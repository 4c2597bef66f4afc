import type {Binding, CommandOf} from './keys.js';
import {search} from './model/search.js';
import {goTo, only, type Step} from './navigation.js';
import {changeText} from './screens/questions/update.js';
import type {Overlay, State} from './state.js';
import {changeField, updateForm} from './widgets/form/state.js';
import {clamp} from './widgets/list/state.js';
import {fittingItems} from './widgets/palette/items.js';
import {runItem, type RunCommand} from './widgets/palette/run.js';
import type {TextState} from './widgets/text-field/state.js';

const close = (state: State): Step => only({...state, overlay: undefined});

/** Changes the text in front, wherever it is. */
export const typed = (state: State, change: (text: TextState) => TextState): Step => {
	const {overlay} = state;
	if (overlay === undefined) {
		return only({...state, questions: changeText(state.questions, change, state)});
	}
	if (overlay.kind === 'search' || overlay.kind === 'palette') {
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

type Listing = Extract<Overlay, {kind: 'search' | 'palette'}>;

/** Moves in a list of so many lines under what is typed; undefined for what is no move. */
const movedIn = (
	overlay: Listing,
	command: CommandOf<'search' | 'palette'>,
	length: number,
	rows: number,
): Listing | undefined => {
	const page = Math.max(1, rows - 9);
	const by = {'next-hit': 1, 'previous-hit': -1, 'page-down': page, 'page-up': -page};
	if (command === 'open-hit' || command === 'do' || command === 'close') return undefined;
	return {...overlay, cursor: clamp(clamp(overlay.cursor, length) + by[command], length)};
};

const searched = (state: State, overlay: Listing, command: CommandOf<'search'>): Step => {
	const {hits} = search(state.snapshot, overlay.text.text);
	const moved = movedIn(overlay, command, hits.length, state.rows);
	if (moved !== undefined) return only({...state, overlay: moved});
	const hit = hits[clamp(overlay.cursor, hits.length)];
	if (command === 'close') return close(state);
	return only(hit === undefined ? state : goTo(state, hit.place));
};

const chosen = (
	state: State,
	overlay: Listing,
	command: CommandOf<'palette'>,
	runCommand: RunCommand,
): Step => {
	const items = fittingItems(state, overlay.text.text);
	const moved = movedIn(overlay, command, items.length, state.rows);
	if (moved !== undefined) return only({...state, overlay: moved});
	const item = items[clamp(overlay.cursor, items.length)];
	if (command === 'close') return close(state);
	return item === undefined ? only(state) : runItem(item, state, runCommand);
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

const undone = (
	state: State,
	{reversal}: Extract<Overlay, {kind: 'undo'}>,
	command: CommandOf<'asking'>,
): Step =>
	command === 'yes'
		? {state: {...state, overlay: undefined}, effects: [{kind: 'reverse', reversal}]}
		: close(state);

/** Runs a command of what lies over the screen; `runCommand` is who asks, for what the palette leads to. */
export const updateOverlay = (
	state: State,
	command: Binding['command'],
	runCommand: RunCommand,
): Step => {
	const {overlay} = state;
	// The key table pairs commands with contexts; each cast states what the table says.
	switch (overlay?.kind) {
		case undefined:
			return only(state);
		case 'help':
			return helped(state, overlay, command as CommandOf<'help'>);
		case 'search':
			return searched(state, overlay, command as CommandOf<'search'>);
		case 'palette':
			return chosen(state, overlay, command as CommandOf<'palette'>, runCommand);
		case 'undo':
			return undone(state, overlay, command as CommandOf<'asking'>);
		case 'form':
			return formed(state, overlay, command as CommandOf<'form'> | CommandOf<'form-choice'>);
		case 'confirm':
			return confirmed(state, command as CommandOf<'asking'>);
	}
};
