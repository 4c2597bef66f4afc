import type {ReactElement} from 'react';
import {plainText} from '../../../domain/text.js';
import {fit} from '../../cells.js';
import {search} from '../../model/search.js';
import type {State} from '../../state.js';
import {texts} from '../../texts/texts.js';
import {signs} from '../../theme.js';
import {blank, line, Lines, type Line} from '../lines/lines.js';
import {clamp, windowAround} from '../list/state.js';
import {fieldLines} from '../text-field/text-field.js';
import type {TextState} from '../text-field/state.js';

const t = texts.search;

type Props = {
	readonly state: State;
	readonly text: TextState;
	readonly cursor: number;
	readonly width: number;
	readonly height: number;
};

/** The search in place of the screen: what is typed, and what it finds. */
export const Search = ({state, text, cursor, width, height}: Props): ReactElement => {
	const hits = search(state.snapshot, text.text);
	const at = clamp(cursor, hits.length);
	const {from, to} = windowAround(at, hits.length, height - 4);
	const said = text.text.trim() === '' ? t.empty : hits.length === 0 ? t.none : t.hits(hits.length);
	const field = fieldLines(text, width - 8, true, 1).map((l): Line => [
		{text: fit(t.prompt, 7), tone: 'muted'},
		...l,
	]);
	const rows = hits.slice(from, to).map((hit, row): Line => {
		const marked = from + row === at;
		return [
			{text: marked ? `${signs.cursor} ` : '  ', tone: 'focus'},
			{text: fit(t.kinds[hit.kind], 9), tone: 'muted'},
			{text: `${fit(hit.target, 13)} `, tone: 'muted'},
			{text: plainText(hit.text, 300), tone: marked ? 'strong' : 'plain'},
		];
	});
	return (
		<Lines
			lines={[blank, ...field, line(said, 'muted'), blank, ...rows]}
			width={width}
			height={height}
		/>
	);
};
