import type {ReactElement} from 'react';
import {plainText} from '../../../domain/text.js';
import {fit} from '../../cells.js';
import {search, type Found} from '../../model/search.js';
import type {State} from '../../state.js';
import {texts} from '../../texts/texts.js';
import {signs} from '../../theme.js';
import {blank, line, Lines, type Line} from '../lines/lines.js';
import {clamp, windowAround} from '../list/state.js';
import {fieldLines} from '../text-field/text-field.js';
import type {TextState} from '../text-field/state.js';

const t = texts.search;

/** The longest word beside a sign, and a space. */
const wordCells = Math.max(...Object.values(t.words).map(w => w.length)) + 1;

/** A row of the list: a heading, or a hit counted from the first of all groups. */
type Row = {readonly hit: number | undefined; readonly line: (marked: boolean) => Line};

const rowsOf = ({groups}: Found, width: number): readonly Row[] => {
	let before = 0;
	return groups.flatMap(({kind, hits, all}): readonly Row[] => {
		const from = before;
		before += hits.length;
		const head = line(t.group(t.kinds[kind], hits.length, all), 'muted');
		return [
			{hit: undefined, line: () => head},
			...hits.map((hit, at) => ({
				hit: from + at,
				line: (marked: boolean): Line => [
					{text: marked ? `${signs.cursor} ` : '  ', tone: 'focus'},
					{text: `${hit.sign} `, tone: hit.tone},
					{text: hit.word === '' ? '' : fit(hit.word, wordCells), tone: hit.tone},
					{text: width < 70 && hit.word !== '' ? '' : `${fit(hit.target, 13)} `, tone: 'muted'},
					{text: plainText(hit.text, 300), tone: marked ? 'strong' : 'plain'},
				],
			})),
		];
	});
};

type Props = {
	readonly state: State;
	readonly text: TextState;
	readonly cursor: number;
	readonly width: number;
	readonly height: number;
};

/** The search in place of the screen: what is typed, and what it finds, grouped by kind. */
export const Search = ({state, text, cursor, width, height}: Props): ReactElement => {
	const found = search(state.snapshot, text.text);
	const at = clamp(cursor, found.hits.length);
	const rows = rowsOf(found, width);
	const marked = rows.findIndex(r => r.hit === at);
	const {from, to} = windowAround(Math.max(0, marked), rows.length, height - 4);
	const said = text.text.trim() === '' ? t.empty : found.all === 0 ? t.none : t.hits(found.all);
	const field = fieldLines(text, width - 8, true, 1).map((l): Line => [
		{text: fit(t.prompt, 7), tone: 'muted'},
		...l,
	]);
	return (
		<Lines
			lines={[
				blank,
				...field,
				line(said, 'muted'),
				blank,
				...rows.slice(from, to).map(r => r.line(r.hit === at)),
			]}
			width={width}
			height={height}
		/>
	);
};
