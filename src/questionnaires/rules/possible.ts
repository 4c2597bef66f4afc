import {Platform} from '../../domain/platform.js';
import type {Question} from '../../domain/question.js';
import {Engine, TargetKind} from '../../domain/target.js';
import {reservedOf, wordsOf} from '../possible-answers.js';

/** The values that the attributes of a target may have. */
export const attributes = {
	engine: Engine.options,
	platform: Platform.options,
	kind: TargetKind.options,
} as const satisfies Readonly<Record<'engine' | 'platform' | 'kind', readonly string[]>>;

/** Every answer that a question takes; undefined for numbers, days and texts, which are too many to list. */
export const answerable = (question: Question): readonly string[] | undefined => {
	const words = wordsOf(question.answer);
	return words === undefined ? undefined : [...words, ...reservedOf(question)];
};

/** Whether a value could be the answer to a question. */
export const isPossible = (question: Question, value: string | number): boolean => {
	const {answer} = question;
	if (answer.kind !== 'number') return answerable(question)?.includes(String(value)) ?? true;
	return typeof value === 'number'
		? value >= answer.min && value <= answer.max
		: reservedOf(question).some(word => word === value);
};
