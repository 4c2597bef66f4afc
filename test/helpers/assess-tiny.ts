import type {Conflict} from '../../src/domain/conflict.js';
import {assess} from '../../src/assessment/index.js';
import type {Answer} from '../../src/domain/answer.js';
import type {Content} from '../../src/domain/content.js';
import type {LostFile} from '../../src/domain/evidence.js';
import type {Control} from '../../src/domain/control.js';
import type {ControlEvaluation, Evaluation} from '../../src/domain/evaluation.js';
import type {Target} from '../../src/domain/target.js';
import {
	tinyCheck,
	tinyContent,
	tinyControl,
	tinyProfile,
	tinyQuestion,
	tinyQuestionnaire,
	tinyRisk,
} from './tiny-content.js';
import {tinyAnswer, tinyNow, tinyState, type TinyLists, type TinyRun} from './tiny-record.js';

type ListOf<Builder extends (value: never) => unknown> = readonly Parameters<Builder>[0][];

export type DatabaseContent = {
	/** Questions to the organisation that settle facts. */
	readonly scoping?: ListOf<typeof tinyQuestion>;
	readonly controls: ListOf<typeof tinyControl>;
	readonly questions: ListOf<typeof tinyQuestion>;
	readonly profiles?: ListOf<typeof tinyProfile>;
	readonly risks?: ListOf<typeof tinyRisk>;
	readonly evidenceKinds?: NonNullable<Parameters<typeof tinyContent>[0]>['evidenceKinds'];
};

/** Content with one questionnaire on databases, `hardening`, and one on the organisation where facts are asked for. */
export const databaseContent = ({
	scoping = [],
	controls,
	questions,
	profiles = [{id: 'startup'}],
	risks = [],
	evidenceKinds = [],
}: DatabaseContent): Content =>
	tinyContent({
		questionnaires: [
			...(scoping.length === 0
				? []
				: [
						tinyQuestionnaire({
							id: 'scoping',
							kind: 'organisation',
							questions: scoping.map(q => tinyQuestion(q)),
						}),
					]),
			tinyQuestionnaire({
				id: 'hardening',
				controls: controls.map(c => tinyControl(c)),
				questions: questions.map(q => tinyQuestion(q)),
			}),
		],
		profiles: profiles.map(p => tinyProfile(p)),
		risks: risks.map(r => tinyRisk(r)),
		evidenceKinds,
	});

type TinyInput = TinyLists & {
	readonly content: Content;
	/** The ids of the checks that this dbvet knows; each must hold on every endpoint. */
	readonly checks?: readonly string[];
	readonly runs?: readonly TinyRun[];
	readonly now?: string;
	readonly lostEvidence?: ReadonlyMap<string, LostFile>;
	readonly conflicts?: readonly Conflict[];
};

/** What assess() says about a small record; its clock stands at `tinyNow` unless another time is given. */
export const assessTiny = ({
	content,
	checks = [],
	runs = [],
	now = tinyNow,
	lostEvidence = new Map(),
	conflicts = [],
	...lists
}: TinyInput): Evaluation =>
	assess({
		content,
		checks: checks.map(id => tinyCheck({id})),
		runs,
		lostEvidence,
		conflicts,
		now,
		state: tinyState(lists),
	});

/** Answers of one target: question -> value. */
export const answersOf = (
	target: Target,
	values: Readonly<Record<string, Answer['value']>>,
): readonly Answer[] =>
	Object.entries(values).map(([question, value]) => tinyAnswer(target, question, value));

/** The state of a control on the first target that has it. */
export const controlIn = (e: Evaluation, id: Control['id']): ControlEvaluation => {
	const found = e.controls.find(c => c.control === id);
	if (found === undefined) throw new Error(`no target has the control ${id}`);
	return found;
};
