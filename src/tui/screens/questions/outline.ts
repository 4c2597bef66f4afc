import {cells, cut} from '../../cells.js';
import {isOpen, type Asked} from '../../model/questions.js';
import {texts} from '../../texts/texts.js';
import {signs, type Tone} from '../../theme.js';
import {apart, line, paragraph, type Line} from '../../widgets/lines/lines.js';
import {windowAround} from '../../widgets/list/state.js';

const signOf = (asked: Asked): {readonly text: string; readonly tone: Tone} => {
	const {evaluation, control} = asked;
	if (control?.contradiction !== undefined && control.contradiction.resolution === undefined) {
		return {text: signs.contradicted, tone: 'warn'};
	}
	if (evaluation.versions !== undefined) return {text: signs.contradicted, tone: 'warn'};
	if (evaluation.stale) return {text: signs.stale, tone: 'warn'};
	if (evaluation.answer?.value === 'dont-know') return {text: signs.unknown, tone: 'warn'};
	return isOpen(asked) ? {text: signs.waiting, tone: 'muted'} : {text: signs.pass, tone: 'good'};
};

/** Lines are made only for the rows in view: a target may have hundreds of questions. */
type Row = {readonly question: string | undefined; readonly line: () => Line};

const short = (text: string, width: number): string =>
	cells(text) <= width ? text : `${cut(text, width - 1)}…`;

/**
 * The sections of a target with their progress and all listed questions under them, windowed around the marked one.
 * Progress counts every question of a section, also those that the filter hides.
 */
export const outlineLines = (
	list: readonly Asked[],
	all: readonly Asked[],
	marked: string | undefined,
	width: number,
	height: number,
	active: boolean,
	/** What is said where nothing is listed. */
	none = '',
): readonly Line[] => {
	if (list.length === 0) return paragraph(none, width, 'muted');
	const rows: Row[] = [];
	let section: string | undefined;
	for (const asked of list) {
		if (asked.sectionKey !== section) {
			section = asked.sectionKey;
			const own = all.filter(q => q.sectionKey === section);
			const done = own.filter(q => q.evaluation.answer !== undefined).length;
			const progress = line(`${done}/${own.length}`, 'muted');
			rows.push({
				question: undefined,
				line: () => apart(line(short(asked.sectionTitle, width - 7), 'strong'), progress, width),
			});
		}
		const here = asked.question.id === marked;
		// Two new questions among a hundred are found by the word alone: a sign would be one of many.
		const fresh = asked.evaluation.isNew ? `${texts.question.newMark} ` : '';
		rows.push({
			question: asked.question.id,
			line: () => [
				{text: here ? `${signs.cursor} ` : '  ', tone: 'focus'},
				signOf(asked),
				{text: ' '},
				{text: fresh, tone: 'warn'},
				{
					text: short(asked.question.text, width - 4 - cells(fresh)),
					tone: here ? 'strong' : active ? 'plain' : 'muted',
				},
			],
		});
	}
	const at = rows.findIndex(r => r.question === marked);
	const {from, to} = windowAround(Math.max(0, at), rows.length, height);
	const shown = rows.slice(from, to).map(r => r.line());
	if (from > 0) shown[0] = line(texts.question.moreAbove(from + 1), 'muted');
	if (to < rows.length) {
		shown[shown.length - 1] = line(texts.question.moreBelow(rows.length - to + 1), 'muted');
	}
	return shown;
};
