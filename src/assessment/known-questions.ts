import type {Target} from '../domain/target.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {valuesOf} from './order.js';

/**
 * For a target: whether a question was there before its content was upgraded. A record that never noted its content knows
 * every question, and so does a target for what came before it was added: nothing there is new to anybody. A follow-up to
 * "partly" comes with that answer: it is new only where the answer (`answered`, an instant) is older than the follow-up.
 */
export const knownQuestions = (
	state: WorkspaceState,
): ((target: Target) => (question: string, answered?: string) => boolean) => {
	const contents = valuesOf(state.contents ?? {});
	if (contents.length === 0) return () => () => true;
	return target => {
		const added = target.createdAt.slice(0, 10);
		const known = new Set(contents.filter(c => c.first || c.on < added).flatMap(c => c.questions));
		return (question, answered) =>
			known.has(question) ||
			(answered !== undefined &&
				contents.some(c => c.on <= answered.slice(0, 10) && c.questions.includes(question)));
	};
};
