import type {CommandOf} from './keys.js';
import type {Place} from './messages.js';
import type {State} from './state.js';

/** The target that the screen in front is about, when it is about one. */
const targetOf = ({screen, questions}: State): string | undefined =>
	screen === 'questions' ? questions.target : undefined;

/** Where a key leads that works on every screen; on its own screen it leads nowhere. */
export const placeFor = (state: State, command: CommandOf<'places'>): Place => {
	const target = targetOf(state);
	const on = target === undefined ? {} : {target};
	switch (command) {
		case 'go-probes':
			return {screen: 'probes', ...on};
		case 'go-findings':
			return {screen: 'findings', ...on};
		case 'go-documents':
			return {screen: 'documents'};
		case 'go-vendors':
			return {screen: 'vendors'};
		case 'go-profiles':
			return {screen: 'profiles'};
		case 'go-history': {
			const {question} = state.questions;
			const one = target === undefined || question === undefined ? {} : {question};
			return {screen: 'history', ...on, ...one};
		}
	}
};
