import type {Content} from './content.js';
import type {Control} from './control.js';
import type {Question} from './question.js';

/** All controls, in the order of the questionnaires. */
export const controlsOf = (content: Pick<Content, 'questionnaires'>): readonly Control[] =>
	content.questionnaires.flatMap(q => q.controls);

/** All questions, in the order of the questionnaires. */
export const questionsOf = (content: Pick<Content, 'questionnaires'>): readonly Question[] =>
	content.questionnaires.flatMap(q => q.questions);
