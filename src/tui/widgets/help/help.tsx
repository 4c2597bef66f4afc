import type {ReactElement} from 'react';
import {fit, wrap} from '../../cells.js';
import {bindingsOf, type Context} from '../../keys.js';
import {keyName} from '../../key-names.js';
import {commandTexts, contextTexts} from '../../texts/commands.js';
import {texts} from '../../texts/texts.js';
import {blank, line, Lines, scrolled, type Line} from '../lines/lines.js';

const keyCells = 26;

const contextLines = (context: Context, width: number): readonly Line[] => [
	line(contextTexts[context], 'strong'),
	...bindingsOf(context).flatMap(({command, keys}): readonly Line[] => {
		const names = keys.length > 4 ? [keys[0] ?? '', '…', keys.at(-1) ?? ''] : keys;
		const shown = `  ${names.map(keyName).join(' ')}`;
		return wrap(commandTexts[command].help, width - keyCells).map((text, row): Line => [
			{text: fit(row === 0 ? shown : '', keyCells), tone: 'focus'},
			{text},
		]);
	}),
	blank,
];

/** The help page of what was in front, from the key table, none of its lines wider than `width`; then the keys of typing. */
export const helpLines = (contexts: readonly Context[], width: number): readonly Line[] => {
	const front = contexts.filter(c => c !== 'editing');
	return [
		...front.flatMap(context => contextLines(context, width)),
		...contextLines('editing', width),
		line(texts.help.typing, 'muted'),
	];
};

type Props = {
	readonly contexts: readonly Context[];
	readonly scroll: number;
	readonly width: number;
	readonly height: number;
};

/** The help page in place of the screen. */
export const Help = ({contexts, scroll, width, height}: Props): ReactElement => (
	<Lines
		lines={[blank, ...scrolled(helpLines(contexts, width), height - 1, scroll)]}
		width={width}
		height={height}
	/>
);
