import type {Answer} from '../domain/answer.js';
import {type ConditionSources, type Condition, holds} from '../domain/condition.js';
import type {Content} from '../domain/content.js';
import type {Control} from '../domain/control.js';
import {impliedFact, type Overruled, overruledText} from '../domain/implied-facts.js';
import type {Question} from '../domain/question.js';
import type {Target, TargetKind} from '../domain/target.js';
import {canClaim} from './claims.js';
import {groupBy} from './order.js';

export type PlacedQuestion = {
	readonly question: Question;
	readonly questionnaire: string;
	readonly canClaim: boolean;
};

export type PlacedControl = {
	readonly control: Control;
	readonly questionnaire: string;
	readonly section: string;
	readonly questions: readonly PlacedQuestion[];
};

/** What the content holds for one kind of target, joined once for all targets of that kind. */
export type KindContent = {
	readonly questions: readonly PlacedQuestion[];
	readonly controls: readonly PlacedControl[];
	readonly questionById: ReadonlyMap<string, Question>;
	readonly questionOfFact: ReadonlyMap<string, Question>;
	readonly controlById: ReadonlyMap<string, Control>;
	/** Ids of the controls that a check bears on. */
	readonly controlsByCheck: ReadonlyMap<string, readonly string[]>;
};

const settlesFact = ({question}: PlacedQuestion): number => (question.fact === undefined ? 0 : 1);

/** Joins questions and controls of one kind, in content order; what decides which questions apply is asked before them. */
export const kindContent = (content: Content, kind: TargetKind): KindContent => {
	const questions = content.questionnaires
		.filter(q => q.kind === kind)
		.flatMap(q =>
			q.questions.map(question => ({question, questionnaire: q.id, canClaim: canClaim(question)})),
		)
		.toSorted((a, b) => settlesFact(b) - settlesFact(a));
	const byControl = groupBy(questions, q => q.question.control ?? '');
	const controls = content.questionnaires.flatMap(questionnaire =>
		questionnaire.controls
			.filter(control => control.kind === kind)
			.map(control => {
				const own = byControl.get(control.id) ?? [];
				return {
					control,
					questionnaire: questionnaire.id,
					section: own[0]?.question.section ?? questionnaire.sections[0]?.id ?? '',
					questions: own,
				};
			}),
	);
	const facts = questions.flatMap(({question}) =>
		question.fact === undefined ? [] : [[question.fact, question] as const],
	);
	return {
		questions,
		controls,
		questionById: new Map(questions.map(q => [q.question.id, q.question])),
		questionOfFact: new Map(facts),
		controlById: new Map(controls.map(c => [c.control.id, c.control])),
		controlsByCheck: new Map(
			[
				...groupBy(
					controls.flatMap(({control}) =>
						control.checks.map(({check}) => ({check, control: control.id})),
					),
					({check}) => check,
				),
			].map(([check, pairs]) => [check, pairs.map(p => p.control)]),
		),
	};
};

/** Decides for one target what applies and what is asked. */
export type Scope = {
	/** False only when the scoping facts say so: what is not known keeps a control applicable. */
	readonly applies: (control: Control) => boolean;
	readonly asked: (question: Question) => boolean;
	readonly holds: (condition: Condition) => boolean | undefined;
	/** The value of a scoping fact by an answer that is not dormant. */
	readonly fact: (id: string) => string | number | undefined;
	/** What the answer about a fact counts as instead, where it says something else than what follows from another. */
	readonly overruled: (question: Question) => Overruled | undefined;
};

/**
 * The scope of one target. Facts come from the target's own scoping answers, else from `organisation`; answers of
 * dormant questions do not count, and what follows from another fact stands above the answer. A circle of conditions ends as "not known" instead of running for ever.
 */
export const scopeOf = (
	target: Target,
	content: KindContent,
	answers: ReadonlyMap<string, Answer>,
	organisation?: Pick<Scope, 'fact'>,
): Scope => {
	const askedAlready = new Map<string, boolean>();
	const open = new Set<string>();
	const value = (question: Question | undefined): string | number | undefined =>
		question !== undefined && asked(question) ? answers.get(question.id)?.value : undefined;
	const given = (id: string) => value(content.questionOfFact.get(id)) ?? organisation?.fact(id);
	const fact = (id: string) => impliedFact(id, given)?.is ?? given(id);
	const overruled = (question: Question): Overruled | undefined => {
		const own = value(question);
		const implied = question.fact === undefined ? undefined : impliedFact(question.fact, given);
		if (own === undefined || implied === undefined || own === implied.is) return undefined;
		const by = content.questionOfFact.get(implied.when.fact);
		return {
			by: by?.id ?? implied.when.fact,
			text: overruledText(implied, question.text, by?.text ?? implied.when.fact),
		};
	};
	const sources: ConditionSources = {
		fact,
		answer: id => value(content.questionById.get(id)),
		target: attribute => attributeOf(target, attribute),
	};
	const applies = (control: Control): boolean =>
		control.appliesWhen === undefined || holds(control.appliesWhen, sources) !== false;
	const decide = (question: Question): boolean => {
		const control =
			question.control === undefined ? undefined : content.controlById.get(question.control);
		if (control !== undefined && !applies(control)) return false;
		return question.when === undefined || holds(question.when, sources) !== false;
	};
	const asked = (question: Question): boolean => {
		const known = askedAlready.get(question.id);
		if (known !== undefined) return known;
		if (open.has(question.id)) return false;
		open.add(question.id);
		const result = decide(question);
		open.delete(question.id);
		askedAlready.set(question.id, result);
		return result;
	};
	return {applies, asked, holds: condition => holds(condition, sources), fact, overruled};
};

const attributeOf = (
	target: Target,
	attribute: 'engine' | 'platform' | 'kind',
): string | undefined => {
	if (attribute === 'kind') return target.kind;
	return target.kind === 'database' ? target[attribute] : undefined;
};
