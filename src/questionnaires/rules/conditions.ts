import type {Condition} from '../../domain/condition.js';
import type {Question} from '../../domain/question.js';
import type {TargetKind} from '../../domain/target.js';
import type {Book} from '../book.js';
import {error, warning, type Problem} from '../problem.js';
import {didYouMean} from '../suggest.js';
import type {Path} from '../yaml-source.js';
import {circled} from './cycles.js';
import {answerable, attributes, isPossible} from './possible.js';

type Known = {
	readonly facts: ReadonlyMap<string, Question>;
	readonly questions: ReadonlyMap<string, Question & {readonly kind: TargetKind}>;
	readonly order: Order;
	/** Those that wait in a circle, where nothing can be asked first. */
	readonly circled: ReadonlySet<string>;
};

/** Where a question stands among all, so that nobody is asked about an answer that comes later. */
type Order = ReadonlyMap<string, number>;

/** A condition of some piece, where it stands in it, and which sorts of leaves it may have. */
type Use = {
	readonly piece: object;
	readonly path: Path;
	readonly condition: Condition;
	/** The kind whose answers it may look at, and the asking question; absent where only facts and attributes may decide. */
	readonly asking?: {readonly kind: TargetKind; readonly question: string};
};

const wrongValues = (
	book: Book,
	use: Use,
	allowed: readonly string[] | undefined,
	is: readonly (string | number)[],
): readonly Problem[] =>
	allowed === undefined
		? []
		: is
				.filter(value => !allowed.includes(String(value)))
				.map(value =>
					error(
						book.place(use.piece, [...use.path, 'is']),
						`is: "${value}" can never be; possible are ${allowed.join(', ')}${didYouMean(String(value), allowed)}`,
					),
				);

/** A condition on a number must name numbers in range; one on a day or a text could never be written sensibly. */
const wrongForQuestion = (
	book: Book,
	use: Use,
	question: Question,
	is: readonly (string | number)[],
): readonly Problem[] => {
	const {answer} = question;
	if (answer.kind !== 'number') return wrongValues(book, use, answerable(question), is);
	return is
		.filter(value => !isPossible(question, value))
		.map(value =>
			error(
				book.place(use.piece, [...use.path, 'is']),
				`is: "${value}" can never be; possible are numbers from ${answer.min} to ${answer.max}`,
			),
		);
};

const leaf = (book: Book, use: Use, known: Known): readonly Problem[] => {
	const {condition, piece, path} = use;
	const at = (key: string, message: string): readonly Problem[] => [
		error(book.place(piece, [...path, key]), `${key}: ${message}`),
	];
	if ('fact' in condition) {
		const question = known.facts.get(condition.fact);
		if (question === undefined) {
			const near = didYouMean(condition.fact, known.facts.keys());
			return at('fact', `no question settles the fact "${condition.fact}"${near}`);
		}
		return wrongForQuestion(book, use, question, condition.is);
	}
	if ('answer' in condition) {
		if (use.asking === undefined) {
			return at('answer', 'only facts and attributes of the target may decide here');
		}
		const question = known.questions.get(condition.answer);
		if (question === undefined) {
			const near = didYouMean(condition.answer, known.questions.keys());
			return at('answer', `there is no question "${condition.answer}"${near}`);
		}
		if (question.kind !== use.asking.kind) {
			const message = `"${condition.answer}" is asked of ${question.kind} targets, never of the same target as this`;
			return at('answer', message);
		}
		const place = (id: string): number => known.order.get(id) ?? -1;
		const late =
			place(condition.answer) > place(use.asking.question) &&
			!known.circled.has(use.asking.question)
				? [
						warning(
							book.place(piece, [...path, 'answer']),
							`answer: "${condition.answer}" is asked later than this; ask it first`,
						),
					]
				: [];
		return [...late, ...wrongForQuestion(book, use, question, condition.is)];
	}
	if ('target' in condition) {
		return wrongValues(book, use, attributes[condition.target], condition.is);
	}
	return [];
};

const walk = (book: Book, use: Use, known: Known): readonly Problem[] => {
	const {condition, path} = use;
	const inner = (next: Condition, ...more: Path): readonly Problem[] =>
		walk(book, {...use, condition: next, path: [...path, ...more]}, known);
	if ('all' in condition) return condition.all.flatMap((c, i) => inner(c, 'all', i));
	if ('any' in condition) return condition.any.flatMap((c, i) => inner(c, 'any', i));
	if ('not' in condition) return inner(condition.not, 'not');
	return leaf(book, use, known);
};

const factsIn = (condition: Condition): readonly string[] => {
	if ('all' in condition) return condition.all.flatMap(factsIn);
	if ('any' in condition) return condition.any.flatMap(factsIn);
	if ('not' in condition) return factsIn(condition.not);
	return 'fact' in condition ? [condition.fact] : [];
};

/** Conditions that look at a fact, a question, an attribute or a value that does not exist, or that may not decide there. */
export const conditions = (book: Book): readonly Problem[] => {
	const {questionnaires, risks} = book.parts;
	const questions = questionnaires.flatMap(({kind, questions: all}) =>
		all.map(question => [question.id, {...question, kind}] as const),
	);
	const known: Known = {
		questions: new Map(questions),
		order: new Map(questions.map(([id], index) => [id, index])),
		circled: new Set([...circled(book)].map(q => q.id)),
		facts: new Map(
			questionnaires.flatMap(q =>
				q.questions.flatMap(question =>
					question.fact === undefined ? [] : [[question.fact, question] as const],
				),
			),
		),
	};
	const use = (
		piece: object,
		path: Path,
		condition: Condition | undefined,
		asking?: Use['asking'],
	): readonly Use[] =>
		condition === undefined
			? []
			: [{piece, path, condition, ...(asking === undefined ? {} : {asking})}];
	const uses = [
		...questionnaires.flatMap(({kind, questions: all}) =>
			all.flatMap(q => use(q, ['when'], q.when, {kind, question: q.id})),
		),
		...questionnaires.flatMap(q =>
			q.controls.flatMap(c => [
				...use(c, ['appliesWhen'], c.appliesWhen),
				...(typeof c.knockOut === 'object' ? use(c, ['knockOut', 'when'], c.knockOut.when) : []),
			]),
		),
		...risks.flatMap(risk => [
			...use(risk, ['appliesWhen'], risk.appliesWhen),
			...risk.impactRaisedWhen.flatMap((c, i) => use(risk, ['impactRaisedWhen', i], c)),
		]),
	];
	const needed = new Set(uses.flatMap(u => factsIn(u.condition)));
	const idle = [...known.facts]
		.filter(([fact]) => !needed.has(fact))
		.map(([fact, question]) =>
			warning(book.place(question, ['fact']), `nothing depends on the fact "${fact}"`),
		);
	return [...uses.flatMap(u => walk(book, u, known)), ...idle];
};
