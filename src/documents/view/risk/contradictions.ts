import type {Contradiction} from '../../../domain/evaluation.js';
import {bySeverity} from '../../../domain/severity-order.js';
import {answerText} from '../answers.js';
import {observedText} from '../findings.js';
import {chip, code, line, newLine, type Markup, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {ended, longDate, minute} from '../text.js';

/** Where an answer says one thing and a probe another, and how each was settled; open ones first. */
export const contradictionsView = (source: Source): ViewValue => {
	const all = source.evaluation.contradictions.toSorted((a, b) =>
		bySeverity(a.severity, b.severity),
	);
	const sorted = [...all.filter(c => !c.resolution), ...all.filter(c => c.resolution)];
	return {
		...versionsView(source),
		hasAny: sorted.length > 0,
		hasOpen: sorted.some(c => !c.resolution),
		items: sorted.map(c => ({
			title: c.title,
			id: code(c.id),
			severity: chip(c.severity),
			answered: answeredOf(source, c),
			observed: observedCell(c),
			status: statusOf(c),
		})),
	};
};

/** What people recorded without knowing of each other, and nobody has chosen between. */
const versionsView = ({
	evaluation: {conflicts = []},
}: Source): Readonly<Record<string, ViewValue>> => ({
	hasVersions: conflicts.length > 0,
	versions: conflicts.map(({id, title, targetName, severity, versions, meanwhile}) => ({
		title,
		target: targetName ?? '',
		id: code(id),
		severity: chip(severity),
		said: joined(
			versions.map(({number, text, at, note, why}) => [
				`${number}: ${text}, ${minute(at)}.`,
				...(note === undefined ? [] : [` Note: ${ended(note)}`]),
				...(why === undefined || why === note ? [] : [` Why: ${ended(why)}`]),
			]),
		),
		meanwhile,
	})),
});

type Piece = string | Markup;
const joined = (rows: readonly (readonly Piece[])[]): Markup =>
	line(...rows.flatMap((pieces, i) => [...(i > 0 ? [newLine] : []), ...pieces]));

const answeredOf = (source: Source, c: Contradiction): Markup =>
	joined(
		c.answers.map(a => {
			const note = a.answer?.note ?? '';
			return [
				`${source.questionText(a.question)} Answered: “${answerText(source, a)}”`,
				...(a.answer === undefined ? ['.'] : [`, ${minute(a.answer.at)}.`]),
				...(note === '' ? [] : [` Note: ${note}`]),
			];
		}),
	);

const observedCell = (c: Contradiction): Markup =>
	joined(
		c.failures.map(f => [`${ended(observedText(f))} ${minute(f.at)}, ${f.endpoint}. `, code(f.id)]),
	);

const statusOf = (c: Contradiction): Markup => {
	if (c.resolution)
		return line(
			chip('resolved'),
			` Kept as answered until ${longDate(c.resolution.until)}: ${c.resolution.reason}`,
		);
	return line(chip('open'), ...(c.reopened === undefined ? [] : [` again: ${c.reopened}`]));
};
