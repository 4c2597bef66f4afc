import {Box} from 'ink';
import type {ReactElement} from 'react';
import type {Entry} from '../../../domain/history.js';
import {plainText, wholeText} from '../../../domain/text.js';
import {clip, fit} from '../../cells.js';
import {changeWords} from '../../model/changes.js';
import {targetOf} from '../../model/questions.js';
import {ago} from '../../model/time.js';
import type {State} from '../../state.js';
import {texts} from '../../texts/texts.js';
import {signs} from '../../theme.js';
import {blank, labelled, line, Lines, paragraph, type Line} from '../../widgets/lines/lines.js';
import {windowAround} from '../../widgets/list/state.js';
import {changesOf, isUndone} from './state.js';

const t = texts.history;
const labelCells = Math.max(...Object.values(t.labels).map(l => l.length)) + 2;

/** Which changes are shown, in words, for the header. */
export const historyStatus = ({history, snapshot}: State): Line => {
	const {target, question, person, entries} = history;
	if (entries === undefined) return [];
	const place = target === undefined ? t.everywhere : (targetOf(snapshot, target)?.name ?? target);
	const narrow = question === undefined ? place : `${place}, ${t.thisAnswer}`;
	const who = person === undefined ? t.everybody : plainText(person, 30);
	return line(t.status(narrow, who, changesOf(history).changes.length), 'muted');
};

const rowLine = (entry: Entry, marked: boolean, state: State, width: number): Line => {
	const {target, what, before, after} = changeWords(entry, state.snapshot);
	const undone = isUndone(state.history, entry);
	const place = target === '' ? '' : `${target} · `;
	const narrow = width < 70;
	const [whenCells, whoCells] = narrow ? [13, 8] : [15, 12];
	const room = width - 2 - whenCells - whoCells;
	const change = `: ${before} → ${after}`;
	// What changed is worth more than the end of a long question.
	const most = Math.max(12, room - Math.min(change.length, Math.floor(room / 2)));
	const head = `${undone ? `(${t.undone}) ` : ''}${place}${what}`;
	return [
		{text: marked ? `${signs.cursor} ` : '  ', tone: 'focus'},
		{text: `${fit(ago(entry.at, state.now), whenCells - 1)} `, tone: 'muted'},
		{text: `${fit(plainText(entry.by, 30), whoCells - 1)} `, tone: 'muted'},
		{
			text: head.length <= most ? head : `${head.slice(0, most - 1)}…`,
			tone: undone ? 'muted' : marked ? 'strong' : 'plain',
		},
		{text: change, tone: undone ? 'muted' : 'plain'},
	];
};

/** All that is known of one change; where there is little room, what it was and what it is now, a line each. */
const detailLines = (entry: Entry, state: State, width: number, room: number): readonly Line[] => {
	const {target, what, before, after} = changeWords(entry, state.snapshot);
	const row = (label: string, text: string): readonly Line[] =>
		labelled(label, room <= 3 ? clip(text, width - labelCells) : text, width, labelCells);
	const l = t.labels;
	return [
		...row(l.what, target === '' ? what : `${target} · ${what}`),
		...row(l.before, before),
		...row(l.after, after),
		...(entry.why === undefined ? [] : row(l.why, wholeText(entry.why))),
		...row(l.who, `${plainText(entry.by, 60)}, ${entry.at.slice(0, 16).replace('T', ' ')} UTC`),
		...row(l.record, entry.id.slice(0, 16)),
	];
};

type Props = {readonly state: State; readonly width: number; readonly height: number};

/** Who changed what, the newest first; below or beside it the marked change from before to after. */
export const HistoryScreen = ({state, width, height}: Props): ReactElement => {
	const {entries, trouble} = state.history;
	const {changes, at, marked} = changesOf(state.history);
	const wide = width >= 150;
	const listWidth = wide ? Math.floor(width * 0.6) : width;
	// In a low window too, what it was and what it is now is told whole.
	const least = height < 12 ? 3 : 8;
	const glance = wide || height < 9 || marked === undefined ? 0 : Math.min(least, height - 6);
	const rows = height - (glance === 0 ? 0 : glance + 1);
	const list = (): readonly Line[] => {
		if (trouble !== undefined) return paragraph(wholeText(trouble.message), listWidth, 'bad');
		if (entries === undefined) return [line(t.loading, 'muted')];
		if (changes.length === 0) return paragraph(t.none, listWidth);
		const {from, to} = windowAround(at, changes.length, rows);
		return changes
			.slice(from, to)
			.map((entry, row) => rowLine(entry, from + row === at, state, listWidth));
	};
	const detail = (columns: number, room: number): ReactElement => (
		<Lines
			lines={marked === undefined ? [] : detailLines(marked, state, Math.min(columns, 110), room)}
			width={columns}
			height={room}
		/>
	);
	return wide ? (
		<Box width={width} height={height} columnGap={3}>
			<Lines lines={list()} width={listWidth} height={height} />
			{detail(width - listWidth - 3, height)}
		</Box>
	) : (
		<Box flexDirection="column" width={width} height={height}>
			<Lines lines={list()} width={width} height={rows} />
			{glance > 0 && <Lines lines={[blank]} width={width} height={1} />}
			{glance > 0 && detail(width, glance)}
		</Box>
	);
};
