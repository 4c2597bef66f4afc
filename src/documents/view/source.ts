import type {ControlEvaluation, CurrentFinding} from '../../domain/evaluation.js';
import type {DocumentInput} from '../../domain/ports.js';
import {isUnwanted} from '../../domain/wanted.js';
import type {Target} from '../../domain/target.js';

/** The input of a document with the look-ups that all parts share. */
export type Source = DocumentInput & {
	readonly targetName: (id: string) => string;
	readonly target: (id: string) => Target | undefined;
	readonly controlTitle: (id: string) => string;
	readonly sectionTitle: (questionnaire: string, section: string) => string;
	readonly questionText: (id: string) => string;
	/** Failures that count: not waived. */
	readonly open: readonly CurrentFinding[];
	readonly failures: readonly CurrentFinding[];
	/** Controls that apply and that the profile wants known, or that are known all the same. */
	readonly applicable: readonly ControlEvaluation[];
	/** Optional controls of which nothing is known. */
	readonly unwanted: readonly ControlEvaluation[];
};

/** Target kinds a document speaks of live; retired targets stay in the documents of their time. */
export const sourceOf = (input: DocumentInput): Source => {
	const targets = new Map(input.evaluation.targets.map(t => [t.target.id, t.target]));
	const controls = new Map(
		input.content.questionnaires.flatMap(q => q.controls).map(c => [c.id, c.title]),
	);
	for (const c of input.evaluation.controls) controls.set(c.control, c.definition.title);
	const questions = new Map(
		input.content.questionnaires.flatMap(q => q.questions).map(q => [q.id, q.text]),
	);
	const sections = new Map(
		input.content.questionnaires.flatMap(q =>
			q.sections.map(s => [`${q.id}/${s.id}`, s.title] as const),
		),
	);
	const failures = input.evaluation.findings.filter(f => f.outcome === 'fail');
	return {
		...input,
		targetName: id => targets.get(id)?.name ?? input.state.targets[id]?.name ?? id,
		target: id => targets.get(id) ?? input.state.targets[id],
		controlTitle: id => controls.get(id) ?? id,
		sectionTitle: (questionnaire, section) =>
			sections.get(`${questionnaire}/${section}`) ?? section,
		questionText: id => questions.get(id) ?? id,
		failures,
		open: failures.filter(f => f.waiver === undefined),
		applicable: input.evaluation.controls.filter(
			c => c.state !== 'not-applicable' && !isUnwanted(c),
		),
		unwanted: input.evaluation.controls.filter(isUnwanted),
	};
};
