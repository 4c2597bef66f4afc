import type {Contradiction} from '../../../domain/evaluation.js';
import {chip, code, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {answerText} from '../answers.js';
import {longDate, minute} from '../text.js';

/** Where an answer says one thing and a probe another, and how each was settled; open ones first. */
export const contradictionsView = (source: Source): ViewValue => {
	const all = source.evaluation.contradictions;
	const sorted = [...all.filter(c => !c.resolution), ...all.filter(c => c.resolution)];
	return {hasAny: sorted.length > 0, items: sorted.map(c => itemOf(source, c))};
};

const itemOf = (source: Source, c: Contradiction): ViewValue => ({
	title: c.title,
	target: c.targetName,
	id: code(c.id),
	status: chip(c.resolution ? 'resolved' : 'open'),
	severity: chip(c.severity),
	text: c.text,
	answers: c.answers.map(a => ({
		question: source.questionText(a.question),
		answer: answerText(source, a.question, a.answer),
		note: a.answer?.note ?? '',
		at: a.answer === undefined ? '' : minute(a.answer.at),
	})),
	failures: c.failures.map(f => ({
		observed: f.observed,
		endpoint: f.endpoint,
		object: f.object ?? '',
		at: minute(f.at),
		id: code(f.id),
	})),
	resolution: c.resolution
		? `Kept as answered until ${longDate(c.resolution.until)}. Reason: ${c.resolution.reason}`
		: c.reopened === undefined
			? 'Open. It counts as not met in every number of this document until it is settled.'
			: `Open again: ${c.reopened}. It counts as not met until it is settled.`,
});
