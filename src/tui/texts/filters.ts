import type {QuestionFilter} from '../messages.js';

/** What is listed, in a word for header and footer. */
const questions: Readonly<Record<QuestionFilter, string>> = {
	all: 'all',
	open: 'open only',
	mine: 'mine',
	failing: 'failing',
	contradicted: 'contradicted',
	stale: 'stale',
	new: 'new',
	assigned: 'assigned',
};

/** Why a filter leaves nothing. */
const none: Readonly<Record<QuestionFilter, string>> = {
	all: 'No question is asked of this target.',
	open: 'No question is open here.',
	mine: 'No question here was given to you, and none was last answered by you.',
	failing: 'Nothing that a question here asks about is failing.',
	contradicted: 'No answer here is contradicted.',
	stale: 'No answer here is too old, and no observation beside one.',
	new: 'No question here is new.',
	assigned: 'No question here was given to anybody.',
};

/** The words around the filters of the lists. */
export const filterTexts = {
	questions,
	none: (filter: QuestionFilter) => `${none[filter]} o lists others, O everything.`,
} as const;
