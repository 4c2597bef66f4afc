import type {ControlEvaluation, QuestionEvaluation} from '../../domain/evaluation.js';
import type {Question} from '../../domain/question.js';
import type {Target} from '../../domain/target.js';
import type {Snapshot} from '../../services/workbench.js';

/** A question of one target with everything the screen shows beside it. */
export type Asked = {
	readonly evaluation: QuestionEvaluation;
	readonly question: Question;
	readonly control: ControlEvaluation | undefined;
	readonly sectionTitle: string;
	/** `questionnaire/section`: sections of two questionnaires may share an id. */
	readonly sectionKey: string;
};

type Index = {
	readonly questions: ReadonlyMap<string, Question>;
	readonly sections: ReadonlyMap<string, string>;
	readonly asked: ReadonlyMap<string, readonly Asked[]>;
	readonly targets: ReadonlyMap<string, Target>;
};

const build = (snapshot: Snapshot): Index => {
	const {content, evaluation} = snapshot;
	const questions = new Map(content.questionnaires.flatMap(n => n.questions.map(q => [q.id, q])));
	const sections = new Map(
		content.questionnaires.flatMap(n => n.sections.map(s => [`${n.id}/${s.id}`, s.title])),
	);
	const controls = new Map(evaluation.controls.map(c => [`${c.target} ${c.control}`, c]));
	const asked = new Map<string, Asked[]>();
	for (const one of evaluation.questions) {
		const question = questions.get(one.question);
		if (!one.asked || question === undefined) continue;
		const sectionKey = `${one.questionnaire}/${one.section}`;
		const list = asked.get(one.target) ?? [];
		list.push({
			evaluation: one,
			question,
			control: one.control === undefined ? undefined : controls.get(`${one.target} ${one.control}`),
			sectionTitle: sections.get(sectionKey) ?? one.section,
			sectionKey,
		});
		asked.set(one.target, list);
	}
	const targets = new Map(evaluation.targets.map(t => [t.target.id, t.target]));
	return {questions, sections, asked: new Map(asked), targets};
};

// A snapshot never changes, so that its index is built once; the map forgets it together with the snapshot.
const indexes = new WeakMap<Snapshot, Index>();
const indexOf = (snapshot: Snapshot): Index => {
	const known = indexes.get(snapshot);
	if (known !== undefined) return known;
	const fresh = build(snapshot);
	indexes.set(snapshot, fresh);
	return fresh;
};

/** All questions asked of a target today, in the order of the questionnaires, a section in one piece. */
export const askedOf = (snapshot: Snapshot, target: string | undefined): readonly Asked[] =>
	(target === undefined ? undefined : indexOf(snapshot).asked.get(target)) ?? [];

/** A live target by its id. */
export const targetOf = (snapshot: Snapshot, id: string | undefined): Target | undefined =>
	id === undefined ? undefined : indexOf(snapshot).targets.get(id);

/** Open: without an answer, answered "don't know", stale, or in an unresolved contradiction. */
export const isOpen = ({evaluation, control}: Asked): boolean =>
	evaluation.answer === undefined ||
	evaluation.answer.value === 'dont-know' ||
	evaluation.stale ||
	(control?.contradiction !== undefined && control.contradiction.resolution === undefined);

/**
 * What is shown of all questions asked: those that the profile wants answered, what is answered all the same, and the one
 * in front; with `optional` the others too.
 */
export const inView = (
	questions: readonly Asked[],
	optional: boolean,
	current: string | undefined,
): readonly Asked[] =>
	optional
		? questions
		: questions.filter(
				({evaluation: e}) => e.due || e.answer !== undefined || e.question === current,
			);
