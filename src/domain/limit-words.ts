import type {Bound, Question} from './question.js';

export type Thresholds = Readonly<Record<string, number>>;

/** The number that a bound means under these thresholds; undefined for a name that none of the profiles sets. */
export const boundIn = (bound: Bound, thresholds: Thresholds): number | undefined =>
	typeof bound === 'number'
		? bound
		: Object.hasOwn(thresholds, bound)
			? thresholds[bound]
			: undefined;

type Rule = NonNullable<Extract<Question['answer'], {kind: 'number' | 'date'}>['met']>;

const ruleWords = (rule: Rule, thresholds: Thresholds, unit: string): string => {
	const words = (comparison: string, wanted: Bound, of: string): string => {
		const number = boundIn(wanted, thresholds);
		return number === undefined
			? `${comparison} ${wanted} (which no profile in force sets)`
			: `${comparison} ${number} ${number === 1 ? of.replace(/^(\w+)s\b/, '$1') : of}`;
	};
	if ('atLeast' in rule) return words('at least', rule.atLeast, unit);
	if ('atMost' in rule) return words('at most', rule.atMost, unit);
	if ('within' in rule) return words('at most', rule.within, 'days ago');
	return words('at least', rule.ahead, 'days ahead');
};

const periodWords = ({met, partly}: {readonly met: number; readonly partly: number}): string =>
	`the period that ends on it has at least ${met} days, for partly at least ${partly}`;

/**
 * Which numbers or days count as met and as partly, for example "met: at most 26 hours; partly: at most 48 hours"; undefined
 * for a question that has no limit.
 */
export const limitWords = (
	{answer, followUp}: Pick<Question, 'answer' | 'followUp'>,
	thresholds: Thresholds,
): string | undefined => {
	if (followUp || (answer.kind !== 'number' && answer.kind !== 'date')) return undefined;
	const unit = answer.kind === 'number' ? answer.unit : 'days';
	const [met, partly] = (['met', 'partly'] as const).map(claim => {
		const rule = answer[claim];
		return rule === undefined ? undefined : ruleWords(rule, thresholds, unit);
	});
	const parts = [
		...(met === undefined ? [] : [`met: ${met}`]),
		// Where both limits are the same, nothing is left that would count as partly.
		...(partly === undefined || partly === met ? [] : [`partly: ${partly}`]),
		...(answer.kind === 'date' && answer.period !== undefined ? [periodWords(answer.period)] : []),
	];
	return parts.length === 0 ? undefined : parts.join('; ');
};
