import type {AnswerKind, Question} from './question.js';

/** Seconds to read a question and give an answer that is known, by the kind of answer. Finding out takes longer. */
const secondsByKind: Readonly<Record<AnswerKind['kind'], number>> = {
	'yes-no': 30,
	choice: 40,
	number: 45,
	date: 45,
	text: 90,
};

/** About how many seconds it takes to answer these questions. */
export const secondsFor = (questions: readonly Pick<Question, 'answer'>[]): number =>
	questions.reduce((sum, {answer}) => sum + secondsByKind[answer.kind], 0);

/** A duration as a person says it: "about 25 minutes". Rounded, because it is an estimate. */
export const aboutTime = (seconds: number): string => {
	const minutes = Math.ceil(seconds / 60);
	if (minutes <= 1) return 'about a minute';
	if (minutes <= 10) return `about ${minutes} minutes`;
	if (minutes <= 90) return `about ${5 * Math.round(minutes / 5)} minutes`;
	const halves = Math.round(minutes / 30);
	return `about ${Math.floor(halves / 2)}${halves % 2 === 0 ? '' : '.5'} hours`;
};
