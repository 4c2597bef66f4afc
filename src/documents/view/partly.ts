import {questionsIn} from '../../domain/condition.js';
import type {ControlEvaluation, QuestionEvaluation} from '../../domain/evaluation.js';
import type {GapPart, Question} from '../../domain/question.js';
import {answerText} from './answers.js';
import type {Source} from './source.js';
import {clip, sentence} from './text.js';

/** A part longer than this is cut; the record holds all of it. */
const longest = 400;

type Placed = {readonly definition: Question; readonly evaluation: QuestionEvaluation};

const unsaid: Readonly<Record<GapPart, string>> = {
	instead: 'what makes up for the missing part is not recorded',
	owner: 'no owner is named',
	until: 'no end is named',
};

const said = (part: GapPart, text: string): string => {
	switch (part) {
		case 'instead':
			return `meanwhile: ${text}`;
		case 'owner':
			return `owner: ${text}`;
		case 'until':
			return `until: ${text}`;
	}
};

const wordsOf = (
	source: Source,
	part: GapPart,
	all: readonly Placed[],
	at: string,
): string | undefined => {
	const found = all.find(q => q.definition.gap === part);
	if (found === undefined) return undefined;
	const {answer} = found.evaluation;
	if (answer === undefined || answer.value === 'dont-know') return unsaid[part];
	const text = clip(answerText(source, found.evaluation), longest).replace(/[.\s]+$/u, '');
	const over = part === 'until' && String(answer.value) < at.slice(0, 10);
	return said(part, over ? `${text}, which has passed` : text);
};

/**
 * What makes up for the missing part of each answer that means "partly", who answers for it and until when, one sentence a
 * group of follow-ups, with the question where a control has several; what nobody has said is told as well, because a "partly" without it tells an auditor nothing.
 */
export const partlySentences = (
	source: Source,
	control: ControlEvaluation,
	definitionOf: (question: string) => Question | undefined,
): readonly string[] => {
	const groups = new Map<string, Placed[]>();
	for (const evaluation of control.questions) {
		const definition = definitionOf(evaluation.question);
		if (!evaluation.asked || definition?.gap === undefined || definition.when === undefined)
			continue;
		const key = questionsIn(definition.when).join(' ');
		groups.set(key, [...(groups.get(key) ?? []), {definition, evaluation}]);
	}
	return [...groups].map(([key, all]) => {
		const parts = (['instead', 'owner', 'until'] as const).flatMap(
			part => wordsOf(source, part, all, source.evaluation.at) ?? [],
		);
		const about = groups.size === 1 ? '' : `${source.questionText(key)} `;
		return `${about}${sentence(parts.join('; '))}.`;
	});
};
