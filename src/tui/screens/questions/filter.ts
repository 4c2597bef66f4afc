import type {World} from '../../messages.js';
import {questionFilters} from '../../model/question-filter.js';
import {listOf, show, type QuestionsState} from './state.js';

/** Lists others. The question in front stays; after the last one, the first of those that are listed now comes. */
export const withFilter = (
	state: QuestionsState,
	command: 'only' | 'only-all',
	world: World,
): QuestionsState => {
	const at = command === 'only' ? questionFilters.indexOf(state.filter) + 1 : 0;
	const filtered = {...state, filter: questionFilters[at] ?? 'all'};
	if (filtered.filter === 'all' || !state.atEnd || state.focus === 'outline') return filtered;
	const first = listOf(filtered, world)[0];
	return first === undefined ? filtered : show(filtered, first.question.id, world);
};
