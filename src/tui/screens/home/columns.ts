import type {TargetEvaluation} from '../../../domain/target-evaluation.js';
import {plainText} from '../../../domain/text.js';
import {cells} from '../../cells.js';
import {ago} from '../../model/time.js';
import type {State} from '../../state.js';
import {texts} from '../../texts/texts.js';
import {signs, type Tone} from '../../theme.js';
import {meter} from '../../widgets/meter/meter.js';

const t = texts.home;

type Column = {
	readonly head: string;
	readonly width: number;
	readonly text: (t: TargetEvaluation, state: State) => string;
	readonly tone?: (t: TargetEvaluation) => Tone;
};

const failingText = (e: TargetEvaluation): string =>
	e.knockOuts.length > 0 && e.failing <= e.knockOuts.length
		? t.knockOut(e.knockOuts.length)
		: t.critical(e.failing, e.criticalFailing);

/** What has run out, else what runs out first and when: as many whole words as fit, and only when, where not one does. */
const expiryText = ({expires, expired = []}: TargetEvaluation, width: number): string => {
	const first = expired[0] ?? expires;
	// A proof and the answer beside it may name the same.
	const names = new Set(expired.map(({what}) => what));
	if (first === undefined) return signs.notApplicable;
	const told = (what: string): string =>
		names.size > 0 ? t.expired(what, names.size) : t.expires(what, first.inDays);
	const words = plainText(first.what).split(' ');
	const said = words.map((_, i) => {
		const kept = words.slice(0, words.length - i).join(' ');
		return told(i === 0 ? kept : `${kept.replace(/( \S{1,2})+$/, '')}…`);
	});
	return said.find(text => cells(text) <= width) ?? told('').replace(/:? +$/, '');
};

const expiryTone = ({expires, expired = []}: TargetEvaluation): Tone =>
	expired.length > 0 ? 'bad' : expires !== undefined && expires.inDays < 30 ? 'warn' : 'plain';

/** The columns that fit, from the left edge to the right one. */
export const columnsFor = (width: number, nameWidth: number): readonly Column[] => {
	const least = columnsWith(width, nameWidth, 10);
	const spare = width - 2 - least.reduce((sum, column) => sum + column.width, 0);
	return columnsWith(width, nameWidth, 10 + Math.min(20, Math.max(0, spare)));
};

/** The wider the terminal, the more of them; what runs out takes the room that the others leave. */
const columnsWith = (width: number, nameWidth: number, expiresWidth: number): readonly Column[] => {
	const c = t.columns;
	const wide = width >= 110;
	// A long name is worth more than a bar: the numbers beside it say the same.
	const bar = wide ? 12 : width >= 70 && nameWidth <= 16 ? 7 : 0;
	const answered = (e: TargetEvaluation): string =>
		`${bar === 0 ? '' : `${meter(e.answered / Math.max(1, e.asked), bar)} `}${`${e.answered}/${e.asked}`.padStart(7)}`;
	const all: readonly (Column & {readonly from: number})[] = [
		{from: 0, head: c.target, width: nameWidth, text: e => e.target.name},
		{from: 70, head: c.kind, width: wide ? 14 : 13, text: e => texts.kinds[e.target.kind]},
		{from: 0, head: c.answered, width: bar === 0 ? 9 : bar + 10, text: answered},
		{from: 0, head: c.verified, width: 9, text: e => String(e.verified)},
		{
			from: 0,
			head: c.failing,
			width: 12,
			text: failingText,
			tone: e => (e.failing > 0 ? 'bad' : 'plain'),
		},
		{from: 110, head: c.unknown, width: 9, text: e => String(e.unknown)},
		{
			from: 110,
			head: c.contradictions,
			width: 14,
			text: e => String(e.contradictions),
			tone: e => (e.contradictions > 0 ? 'warn' : 'plain'),
		},
		{
			from: 0,
			head: c.expires,
			width: expiresWidth,
			text: e => expiryText(e, expiresWidth - 1),
			tone: expiryTone,
		},
		{
			from: 140,
			head: c.probed,
			width: 20,
			text: ({lastRun}, {now}) =>
				lastRun === undefined
					? t.never
					: lastRun.seenAt === undefined
						? t.nothingSeen
						: ago(lastRun.seenAt, now),
		},
	];
	const shown = all.filter(column => width >= column.from);
	// The name takes what it needs of what the others leave.
	const others = shown.slice(1).reduce((sum, column) => sum + column.width, 2);
	return shown.map((column, at) =>
		at === 0 ? {...column, width: Math.max(10, Math.min(nameWidth, width - others))} : column,
	);
};
