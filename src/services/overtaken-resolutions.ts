import type {Answer} from '../domain/answer.js';
import {questionsOf} from '../domain/content-parts.js';
import type {Content} from '../domain/content.js';
import type {Change, WorkspaceState} from '../domain/workspace.js';

const valueOf = (answer: Answer | null | undefined): Answer['value'] | undefined => answer?.value;

/**
 * The changes that open a settled contradiction again, because an answer that it speaks of gets another value. Without them it
 * would be settled anew, under the old reason, once somebody answers as before.
 */
export const overtakenResolutions = (
	content: Content,
	state: WorkspaceState,
	changes: readonly Change[],
	at: string,
): readonly Change[] => {
	const written = new Set(changes.flatMap(({kind, key}) => (kind === 'resolution' ? [key] : [])));
	const controls = new Map(questionsOf(content).map(({id, control}) => [id, control]));
	const keys = changes.flatMap(change => {
		if (change.kind !== 'answer') return [];
		const before = state.answers[change.key];
		if (valueOf(before) === valueOf(change.after)) return [];
		const [target = '', question = ''] = change.key.split('/');
		const control = controls.get(question);
		return control === undefined ? [] : [`${target}/${control}`];
	});
	return [...new Set(keys)].flatMap((key): readonly Change[] => {
		const resolution = state.resolutions[key];
		return resolution === undefined || resolution.overtaken !== undefined || written.has(key)
			? []
			: [{kind: 'resolution', key, after: {...resolution, overtaken: at}}];
	});
};
