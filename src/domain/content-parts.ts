import type {Content} from './content.js';
import type {Control} from './control.js';
import type {Question} from './question.js';

/** All controls, in the order of the questionnaires. */
export const controlsOf = (content: Content): readonly Control[] =>
	content.questionnaires.flatMap(q => q.controls);

/** All questions, in the order of the questionnaires. */
export const questionsOf = (content: Content): readonly Question[] =>
	content.questionnaires.flatMap(q => q.questions);

/** The questions that settle facts about the organisation; facts of other targets are asked of those targets. */
export const scopingOf = (content: Content): readonly Question[] =>
	content.questionnaires
		.filter(({kind}) => kind === 'organisation')
		.flatMap(({questions}) => questions.filter(({fact}) => fact !== undefined));
