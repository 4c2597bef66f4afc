import {questionsOf} from '../domain/content-parts.js';
import type {Content} from '../domain/content.js';
import type {Change, WorkspaceState} from '../domain/workspace.js';

/**
 * The change that notes the questions of the content, to go with the next change of the record: all of them in a record
 * that has no note yet, else those that are new. Nothing when there is nothing to note.
 */
export const knownContentChange = (
	content: Content,
	state: Pick<WorkspaceState, 'contents'> | undefined,
	at: string,
): readonly Change[] => {
	const noted = Object.values(state?.contents ?? {});
	const known = new Set(noted.flatMap(n => n.questions));
	const questions = questionsOf(content)
		.map(q => q.id)
		.filter(id => !known.has(id))
		.toSorted((a, b) => (a < b ? -1 : 1));
	if (questions.length === 0) return [];
	const {version} = content;
	const after = {version, on: at.slice(0, 10), first: noted.length === 0, questions};
	return [{kind: 'content', key: version, after}];
};
