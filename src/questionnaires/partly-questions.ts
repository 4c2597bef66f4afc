import {questionsIn} from '../domain/condition.js';
import type {Content} from '../domain/content.js';
import {partlyAnswers, questionMark, type Partly} from '../domain/partly.js';
import type {GapPart, Question} from '../domain/question.js';
import type {Questionnaire} from '../domain/questionnaire.js';

type Asking = Pick<Content, 'questionnaires' | 'partly'>;

/** False for what is derived: what is wrong with it is wrong with the question that it comes from, and told there. */
export const isWritten = ({derived}: Question): boolean => derived !== true;

/** The content as people wrote it: without what is derived for answers that mean "partly". */
export const withoutDerived = <T extends Asking>(content: T): T => ({
	...content,
	questionnaires: content.questionnaires.map(q => ({
		...q,
		questions: q.questions.filter(isWritten),
	})),
});

const parts: readonly GapPart[] = ['instead', 'owner', 'until'];

const answerOf = (part: GapPart, texts: Partly): Question['answer'] => {
	if (part === 'until') return {kind: 'date', met: {ahead: 0}};
	const {placeholder} = texts[part];
	return placeholder === undefined ? {kind: 'text'} : {kind: 'text', placeholder};
};

const derive = (
	{id, section, control, depth, text}: Question,
	is: readonly string[],
	part: GapPart,
	texts: Partly,
): Question => {
	const {why, how, evidence, redFlags, text: frame} = texts[part];
	return {
		id: `${id}-${part}`,
		section,
		...(control === undefined ? {} : {control}),
		followUp: true,
		gap: part,
		depth,
		text: frame.replace(questionMark, () => text),
		why,
		how,
		...(evidence === undefined ? {} : {evidence}),
		...(redFlags === undefined ? {} : {redFlags}),
		answer: answerOf(part, texts),
		meaning: part === 'until' ? texts.until.meaning : {},
		notApplicable: false,
		when: {answer: id, is},
		derived: true,
	};
};

/**
 * Gives each question with an answer that means "partly" the follow-ups that it lacks: what makes up for the missing part,
 * who answers for it, and until which day. One that somebody wrote, for the same part or under the same id, stays alone.
 * What was derived before is derived anew; `parentOf` of the result says from which question each one comes.
 */
export const deriveQuestions = <T extends Asking>(
	content: T,
): {readonly content: T; readonly parentOf: ReadonlyMap<Question, Question>} => {
	const parentOf = new Map<Question, Question>();
	const texts = content.partly;
	const bare = withoutDerived(content);
	if (texts === undefined) return {content: bare, parentOf};
	const ids = new Set(bare.questionnaires.flatMap(q => q.questions.map(({id}) => id)));
	const withFollowUps = ({questions, ...rest}: Questionnaire): Questionnaire => {
		const gaps = new Map<string, Question[]>();
		for (const question of questions)
			if (question.gap !== undefined && question.when !== undefined)
				for (const id of questionsIn(question.when))
					gaps.set(id, [...(gaps.get(id) ?? []), question]);
		const after = new Map<Question, Question[]>();
		for (const question of questions) {
			const is = partlyAnswers(question);
			if (is.length === 0) continue;
			const written = gaps.get(question.id) ?? [];
			const made = parts
				.filter(part => !written.some(({gap}) => gap === part))
				.filter(part => !ids.has(`${question.id}-${part}`))
				.map(part => derive(question, is, part, texts));
			made.forEach(one => parentOf.set(one, question));
			const last = written.at(-1) ?? question;
			after.set(last, [...(after.get(last) ?? []), ...made]);
		}
		return {...rest, questions: questions.flatMap(q => [q, ...(after.get(q) ?? [])])};
	};
	return {content: {...bare, questionnaires: bare.questionnaires.map(withFollowUps)}, parentOf};
};
