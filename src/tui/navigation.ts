import type {Effect, Place} from './messages.js';
import {openFindings} from './screens/findings/state.js';
import {openHistory} from './screens/history/state.js';
import {openProbes} from './screens/probes/state.js';
import {profilesStart} from './screens/profiles/state.js';
import {currentOf, openTarget, show} from './screens/questions/state.js';
import {openVendors} from './screens/vendors/state.js';
import type {State, Visit} from './state.js';

/** A new state, and what is to be done to the world. */
export type Step = {readonly state: State; readonly effects: readonly Effect[]};

/** A new state and nothing to be done. */
export const only = (state: State): Step => ({state, effects: []});

const trailLength = 20;

const visitOf = ({screen, findings, vendors, history, questions}: State): Visit => {
	const {target, question, filter} = questions;
	return {screen, findings, vendors, history, questions: {target, question, filter}};
};

/** Goes to a place; Esc leads back. Home is the beginning of every trail. */
export const goTo = (state: State, place: Place): State => {
	// A jump from one question to another is gone back on too; a screen that opens itself anew is no step.
	const jumps = state.overlay?.kind === 'search' || state.overlay?.kind === 'palette';
	const trail =
		place.screen === 'home'
			? []
			: place.screen === state.screen && !jumps
				? state.trail
				: [...state.trail, visitOf(state)].slice(-trailLength);
	const moved = {...state, screen: place.screen, trail, overlay: undefined};
	switch (place.screen) {
		case 'questions':
			return {...moved, questions: openTarget(state.questions, place, state)};
		case 'probes':
			return {...moved, probes: openProbes(state.probes, place.target, state)};
		case 'findings':
			return {...moved, findings: openFindings(state.findings, place)};
		case 'profiles':
			return {...moved, profilesScreen: profilesStart};
		case 'vendors':
			return {...moved, vendors: openVendors(state.vendors, place)};
		case 'history':
			return {...moved, history: openHistory(state.history, place)};
		case 'home':
		case 'documents':
			return moved;
	}
};

/** Goes back to what was in front before, as it was; typed text was never lost. */
export const goBack = (state: State): State => {
	const visit = state.trail.at(-1);
	if (visit === undefined) return {...state, notice: undefined};
	const {questions: place, history, ...rest} = visit;
	const back = {
		...state,
		...rest,
		history: {...history, entries: state.history.entries},
		trail: state.trail.slice(0, -1),
		notice: undefined,
	};
	if (visit.screen !== 'questions' || place.target === undefined) return back;
	const there = {...state.questions, ...place};
	const {question} = place;
	const asked = question === undefined || currentOf(there, state) !== undefined;
	return {
		...back,
		questions: asked
			? show(there, question, state)
			: openTarget(there, {target: place.target}, state),
	};
};
