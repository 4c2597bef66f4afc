import type {ReactElement} from 'react';
import {plainText} from '../../../domain/text.js';
import {fit} from '../../cells.js';
import {keyName} from '../../key-names.js';
import type {State} from '../../state.js';
import {texts} from '../../texts/texts.js';
import {signs} from '../../theme.js';
import {apart, blank, line, Lines, type Line} from '../lines/lines.js';
import {clamp, windowAround} from '../list/state.js';
import {fieldLines} from '../text-field/text-field.js';
import type {TextState} from '../text-field/state.js';
import {fittingItems} from './items.js';

const t = texts.palette;

type Props = {
	readonly state: State;
	readonly text: TextState;
	readonly cursor: number;
	readonly width: number;
	readonly height: number;
};

/** The palette in place of the screen: what is typed, and what can be done that is called like it, with its keys. */
export const Palette = ({state, text, cursor, width, height}: Props): ReactElement => {
	const items = fittingItems(state, text.text);
	const at = clamp(cursor, items.length);
	const {from, to} = windowAround(at, items.length, height - 4);
	const field = fieldLines(text, width - 8, true, 1).map((l): Line => [
		{text: fit(t.prompt, 7), tone: 'muted'},
		...l,
	]);
	const rows = items.slice(from, to).map(({id, text: words, keys}, row): Line => {
		const marked = from + row === at;
		const key = keys.map(keyName).join(' ');
		const used = state.recent.includes(id) ? t.recent : '';
		return apart(
			[
				{text: marked ? `${signs.cursor} ` : '  ', tone: 'focus'},
				{text: plainText(words, 200), tone: marked ? 'strong' : 'plain'},
			],
			[
				{text: used, tone: 'muted'},
				{text: used !== '' && key !== '' ? ' · ' : '', tone: 'muted'},
				{text: key, tone: 'focus'},
			],
			// Farther apart a key would not be read as that of its line.
			Math.min(width, 110),
		);
	});
	const said = items.length === 0 ? t.none : t.count(items.length);
	return (
		<Lines
			lines={[blank, ...field, line(said, 'muted'), blank, ...rows]}
			width={width}
			height={height}
		/>
	);
};
