import type {Content} from '../domain/content.js';
import type {Reference} from '../domain/control.js';
import type {Framework} from '../domain/framework.js';
import {withoutDerived} from './partly-questions.js';

/** The half of the content that only documents, coverage, lint and lists need: half of the bytes that a start would parse. */
export type FrameworkLists = {
	readonly frameworks: readonly Framework[];
	/** By control, the requirements that it supports. */
	readonly references: Readonly<Record<string, readonly Reference[]>>;
};

const withReferences = (
	content: Content,
	references: (control: string) => readonly Reference[],
): Content['questionnaires'] =>
	content.questionnaires.map(q => ({
		...q,
		controls: q.controls.map(c => ({...c, references: references(c.id)})),
	}));

/**
 * The content without requirements, references and what can be derived again (its version stays that of the whole), and the
 * requirements and references that were taken out.
 */
export const splitContent = (
	content: Content,
): {readonly brief: Content; readonly lists: FrameworkLists} => ({
	brief: withoutDerived({
		...content,
		frameworks: [],
		questionnaires: withReferences(content, () => []),
	}),
	lists: {
		frameworks: content.frameworks,
		references: Object.fromEntries(
			content.questionnaires
				.flatMap(q => q.controls)
				.filter(c => c.references.length > 0)
				.map(c => [c.id, c.references]),
		),
	},
});

/** The whole content again. */
export const joinContent = (brief: Content, lists: FrameworkLists): Content => ({
	...brief,
	frameworks: lists.frameworks,
	questionnaires: withReferences(brief, id => lists.references[id] ?? []),
});
