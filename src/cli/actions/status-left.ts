import {count} from '../../domain/count.js';
import {aboutTime} from '../../domain/effort.js';
import {questionsOf} from '../../domain/content-parts.js';
import type {Content} from '../../domain/content.js';
import type {Evaluation} from '../../domain/evaluation.js';
import type {TargetEvaluation} from '../../domain/target-evaluation.js';
import {plainText, wholeText} from '../../domain/text.js';

/** Which answers are dormant, by target and question, as the end of a sentence; nothing where the evaluation does not name them. */
const dormantWords = (
	questions: Evaluation['questions'],
	targets: Evaluation['targets'],
): string => {
	const names = new Map(targets.map(({target}) => [target.id, target.name]));
	const all = questions
		.filter(q => q.dormant)
		.map(q => `${plainText(names.get(q.target) ?? q.target)}/${q.question}`);
	const rest = all.length - named;
	return all.length === 0
		? ''
		: ` (${all.slice(0, named).join(', ')}${rest > 0 ? ` and ${rest} more` : ''})`;
};

/** What is left to answer, about how long it takes, and what changed about the questions. */
export const leftSentence = ({
	left,
	targets,
	questions,
}: Pick<Evaluation, 'left' | 'targets' | 'questions'>): string => {
	const sum = (of: (t: TargetEvaluation) => number): number =>
		targets.reduce((total, t) => total + of(t), 0);
	const [fresh, dormant, optional] = [sum(t => t.fresh), sum(t => t.dormant), sum(t => t.optional)];
	return [
		left.questions === 0
			? 'Every question that the profile asks is answered.'
			: `${count(left.questions, 'question is', 'questions are')} left, ${aboutTime(left.seconds)}.`,
		...(fresh === 0
			? []
			: [`${fresh} of them ${fresh === 1 ? 'is' : 'are'} new since the questions were updated.`]),
		...(optional === 0
			? []
			: [`${count(optional, 'more applies', 'more apply')} that the profile does not ask for.`]),
		...(dormant === 0
			? []
			: [
					`${count(dormant, 'answer is', 'answers are')} kept but dormant: what ${dormant === 1 ? 'it was' : 'they were'} asked for no longer applies${dormantWords(questions, targets)}.`,
				]),
	].join(' ');
};

/** New questions and dormant answers that are named at most; the list of the terminal UI marks all that are new. */
const named = 5;

/** Which questions are new, one line each: two of them are hard to find among a hundred. Empty when none is. */
export const newLines = (
	{questions, targets}: Pick<Evaluation, 'questions' | 'targets'>,
	content: Pick<Content, 'questionnaires'>,
): readonly string[] => {
	const texts = new Map(questionsOf(content).map(q => [q.id, q.text]));
	const names = new Map(targets.map(({target}) => [target.id, target.name]));
	const fresh = questions.filter(q => q.isNew);
	const rest = fresh.length - named;
	return [
		...fresh
			.slice(0, named)
			.map(
				q =>
					`new: ${wholeText(names.get(q.target) ?? q.target)}: ${wholeText(texts.get(q.question) ?? '')} (${q.question})`,
			),
		...(rest > 0 ? [`and ${rest} more; the list of questions (l in dbvet) marks each as new`] : []),
	];
};
