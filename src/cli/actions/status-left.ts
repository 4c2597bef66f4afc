import {count} from '../../domain/count.js';
import {aboutTime} from '../../domain/effort.js';
import {questionsOf} from '../../domain/content-parts.js';
import type {Content} from '../../domain/content.js';
import type {Evaluation} from '../../domain/evaluation.js';
import type {TargetEvaluation} from '../../domain/target-evaluation.js';
import {wholeText} from '../../domain/text.js';

/** What is left to answer, about how long it takes, and what changed about the questions. */
export const leftSentence = ({left, targets}: Pick<Evaluation, 'left' | 'targets'>): string => {
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
					`${count(dormant, 'answer is', 'answers are')} kept but dormant: what ${dormant === 1 ? 'it was' : 'they were'} asked for no longer applies.`,
				]),
	].join(' ');
};

/** New questions that are named at most; the list of the terminal UI marks all. */
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
