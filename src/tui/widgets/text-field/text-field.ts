import {cells, cut, wrap} from '../../cells.js';
import {signs} from '../../theme.js';
import {line, type Line} from '../lines/lines.js';
import type {TextState} from './state.js';

/**
 * A text field as lines of at most `width` cells: the text, with a caret where the next character goes when `active`.
 * Of a long text at most `height` lines are shown, those around the caret.
 */
export const fieldLines = (
	{text, cursor}: TextState,
	width: number,
	active: boolean,
	height = 3,
): readonly Line[] => {
	const characters = Array.from(text);
	const before = characters.slice(0, cursor).join('');
	const shown = active ? `${before}${signs.caret}${characters.slice(cursor).join('')}` : text;
	const lines = active ? hardLines(shown, width) : wrap(shown, width);
	const at = lines.findIndex(l => l.includes(signs.caret));
	const from = Math.max(0, Math.min(at - height + 1, lines.length - height));
	return lines
		.slice(from, from + height)
		.map(l => line(l === '' ? '_' : l, active ? 'focus' : 'plain'));
};

/** While typing, spaces matter: lines are broken at the edge and nowhere else. */
const hardLines = (text: string, width: number): readonly string[] => {
	const lines: string[] = [];
	let rest = text;
	while (cells(rest) > width) {
		const part = cut(rest, Math.max(1, width)) || (Array.from(rest)[0] ?? '');
		lines.push(part);
		rest = rest.slice(part.length);
	}
	return [...lines, rest];
};
