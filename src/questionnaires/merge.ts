import * as z from 'zod';
import {Control} from '../domain/control.js';
import {Slug} from '../domain/id.js';
import {Question} from '../domain/question.js';
import {Questionnaire, Section} from '../domain/questionnaire.js';
import type {Parts} from './book.js';
import type {QuestionnaireSchema} from './load-parts.js';

type WithId = {readonly id: string};

/** The base list with equal ids replaced in their place and new ids at the end. */
const mergeById = <T extends WithId>(base: readonly T[], own: readonly T[]): readonly T[] => {
	const replacement = new Map(own.map(item => [item.id, item]));
	const known = new Set(base.map(({id}) => id));
	return [
		...base.map(item => replacement.get(item.id) ?? item),
		...own.filter(({id}) => !known.has(id)),
	];
};

/**
 * The schema for a questionnaire file of a workspace: the whole one for a new questionnaire; for one that is shipped
 * everything but the id may be left out and is taken from there. The kind of a shipped questionnaire cannot change.
 */
export const overrideSchema =
	(base: readonly Questionnaire[]): QuestionnaireSchema =>
	(data, home) => {
		const id =
			typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string'
				? data.id
				: undefined;
		// Where folder and id differ that is the mistake, and not what a file under the other name would lack.
		const shipped = base.find(q => q.id === home) ?? base.find(q => q.id === id);
		if (shipped === undefined) return Questionnaire;
		return z
			.strictObject({
				id: Slug,
				title: Questionnaire.unwrap().shape.title.default(shipped.title),
				kind: z.literal(shipped.kind).default(shipped.kind),
				intro: z.string().default(shipped.intro),
				sections: z.array(Section).readonly().default([]),
				controls: z.array(Control).readonly().default([]),
				questions: z.array(Question).readonly().default([]),
			})
			.readonly();
	};

/** The questions of each section together, in the order of the sections, so that no section is begun a second time. */
const bySection = (questionnaire: Questionnaire): Questionnaire => {
	const order = questionnaire.sections.map(({id}) => id);
	const rank = ({section}: Question): number => {
		const at = order.indexOf(section);
		return at === -1 ? order.length : at;
	};
	return {
		...questionnaire,
		questions: questionnaire.questions.toSorted((a, b) => rank(a) - rank(b)),
	};
};

const mergeQuestionnaire = (base: Questionnaire, own: Questionnaire): Questionnaire => ({
	...own,
	sections: mergeById(base.sections, own.sections),
	controls: mergeById(base.controls, own.controls),
	questions: mergeById(base.questions, own.questions),
});

/** A workspace's pieces laid over the shipped ones: equal ids replace, new ids are added at the end of their list. */
export const mergeParts = (base: Parts, own: Parts): Parts => {
	const shipped = new Map(base.questionnaires.map(q => [q.id, q]));
	const questionnaires = own.questionnaires.map(q => {
		const under = shipped.get(q.id);
		return bySection(under === undefined ? q : mergeQuestionnaire(under, q));
	});
	return {
		...base,
		questionnaires: mergeById(base.questionnaires, questionnaires),
		profiles: mergeById(base.profiles, own.profiles),
		risks: mergeById(base.risks, own.risks),
		frameworks: mergeById(base.frameworks, own.frameworks),
		evidenceKinds: mergeById(base.evidenceKinds, own.evidenceKinds),
		...(own.partly === undefined ? {} : {partly: own.partly}),
	};
};
