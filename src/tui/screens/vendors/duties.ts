import type {Duty, Responsibilities} from '../../../domain/responsibilities.js';
import {plainText, wholeText} from '../../../domain/text.js';
import {fit} from '../../cells.js';
import {vendorsOf} from '../../model/vendors.js';
import type {State} from '../../state.js';
import {vendorTexts} from '../../texts/vendors.js';
import {signs, type Tone} from '../../theme.js';
import {blank, line, paragraph, type Line} from '../../widgets/lines/lines.js';
import {clamp, windowAround} from '../../widgets/list/state.js';
import {stateCell} from './cells.js';
import {markedOf} from './state.js';

const t = vendorTexts;

const ownerOf = ({owner}: Duty): {readonly text: string; readonly tone: Tone} => ({
	text: t.owners[owner ?? 'open'],
	tone: owner === 'nobody' ? 'bad' : owner === undefined ? 'warn' : 'plain',
});

/** What has to be met on our side for one duty. */
const ourLines = (duty: Duty, {databases}: Responsibilities, width: number): readonly Line[] => {
	const note = duty.note === undefined ? [] : paragraph(wholeText(duty.note), width, 'muted');
	if (duty.owner !== 'us' && duty.owner !== 'both') return note;
	if (databases === 0) return [...paragraph(t.noDatabase, width, 'muted'), ...note];
	if (duty.controls.length === 0) return [...paragraph(t.nothingOurs, width, 'muted'), ...note];
	return [
		...duty.controls.map(({targetName, title, state, assurance, agedFrom}): Line => {
			const cell = stateCell(state, assurance, agedFrom);
			return [
				{text: fit(cell.text, 15), tone: cell.tone},
				{text: `${plainText(targetName)}: ${plainText(title)}`},
			];
		}),
		...note,
	];
};

/** The duties of the marked vendor, and below them what the marked one asks of our databases. */
export const dutyLines = (state: State, width: number, height: number): readonly Line[] => {
	const {comparison, duties} = vendorsOf(state.snapshot);
	const {column, rows} = markedOf(state.vendors, state);
	const result = comparison.vendors[column];
	const own = duties.find(d => d.vendor === result?.vendor);
	if (own === undefined || own.duties.length === 0) return paragraph(t.noDuties, width);
	const row = clamp(state.vendors.row, rows);
	const marked = own.duties[row];
	const below = marked === undefined ? [] : ourLines(marked, own, width);
	const room = Math.max(1, height - 2 - Math.min(below.length, Math.floor(height / 2)) - 1);
	const {from, to} = windowAround(row, rows, room);
	return [
		[
			{text: plainText(own.name, 36), tone: 'focus'},
			{text: ` · ${t.of(column + 1, comparison.vendors.length)}`, tone: 'muted'},
		],
		blank,
		...own.duties.slice(from, to).map((duty, at): Line => {
			const here = from + at === row;
			const owner = ownerOf(duty);
			const gaps = duty.controls.filter(c => c.state !== 'met' && c.state !== 'not-applicable');
			return [
				{text: here ? `${signs.cursor} ` : '  ', tone: 'focus'},
				{text: fit(plainText(duty.title), 28), tone: here ? 'strong' : 'plain'},
				{text: fit(owner.text, 12), tone: owner.tone},
				{
					text: gaps.map(c => stateCell(c.state, c.assurance).text).join('  '),
					tone: 'warn',
				},
			];
		}),
		line(' '),
		...below,
	];
};
