import type {Content} from './content.js';
import type {Framework} from './framework.js';
import type {Control} from './control.js';
import type {Question} from './question.js';

/** All controls, in the order of the questionnaires. */
export const controlsOf = (content: Pick<Content, 'questionnaires'>): readonly Control[] =>
	content.questionnaires.flatMap(q => q.controls);

/** All questions, in the order of the questionnaires. */
export const questionsOf = (content: Pick<Content, 'questionnaires'>): readonly Question[] =>
	content.questionnaires.flatMap(q => q.questions);

/** The frameworks that documents refer to: those that the workspace chose, else those that are cited by default. */
export const citedFrameworks = (
	content: Pick<Content, 'frameworks'>,
	chosen: readonly string[] | undefined,
): readonly Framework[] =>
	content.frameworks.filter(f => (chosen === undefined ? f.cite : chosen.includes(f.id)));

/** The questions that settle facts about the organisation; facts of other targets are asked of those targets. */
export const scopingOf = (content: Content): readonly Question[] =>
	content.questionnaires
		.filter(({kind}) => kind === 'organisation')
		.flatMap(({questions}) => questions.filter(({fact}) => fact !== undefined));
