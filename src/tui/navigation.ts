import type {Effect, Place} from './messages.js';
import {openFindings} from './screens/findings/state.js';
import {openProbes} from './screens/probes/state.js';
import {profilesStart} from './screens/profiles/state.js';
import {openTarget} from './screens/questions/state.js';
import {openVendors} from './screens/vendors/state.js';
import type {State} from './state.js';

/** A new state, and what is to be done to the world. */
export type Step = {readonly state: State; readonly effects: readonly Effect[]};

/** A new state and nothing to be done. */
export const only = (state: State): Step => ({state, effects: []});

const trailLength = 20;

/** Goes to a place; Esc leads back. Home is the beginning of every trail. */
export const goTo = (state: State, place: Place): State => {
	const trail =
		place.screen === 'home'
			? []
			: place.screen === state.screen
				? state.trail
				: [...state.trail, state.screen].slice(-trailLength);
	const moved = {...state, screen: place.screen, trail, overlay: undefined};
	switch (place.screen) {
		case 'questions':
			return {
				...moved,
				questions: openTarget(state.questions, place.target, place.question, state),
			};
		case 'probes':
			return {...moved, probes: openProbes(state.probes, place.target, state)};
		case 'findings':
			return {...moved, findings: openFindings(state.findings, place)};
		case 'profiles':
			return {...moved, profilesScreen: profilesStart};
		case 'vendors':
			return {...moved, vendors: openVendors(state.vendors, place)};
		case 'home':
		case 'documents':
			return moved;
	}
};
