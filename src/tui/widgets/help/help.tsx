import type {ReactElement} from 'react';
import {fit} from '../../cells.js';
import {bindingsOf, type Context} from '../../keys.js';
import {keyName} from '../../key-names.js';
import {commandTexts, contextTexts} from '../../texts/commands.js';
import {texts} from '../../texts/texts.js';
import {blank, line, Lines, scrolled, type Line} from '../lines/lines.js';

const keyCells = 26;

const contextLines = (context: Context): readonly Line[] => [
	line(contextTexts[context], 'strong'),
	...bindingsOf(context).map(({command, keys}): Line => {
		const names = keys.length > 4 ? [keys[0] ?? '', '…', keys.at(-1) ?? ''] : keys;
		return [
			{text: fit(`  ${names.map(keyName).join(' ')}`, keyCells), tone: 'focus'},
			{text: commandTexts[command].help},
		];
	}),
	blank,
];

/** The help page of what was in front, from the key table; then the keys of typing. */
export const helpLines = (contexts: readonly Context[]): readonly Line[] => {
	const front = contexts.filter(c => c !== 'editing');
	return [
		...front.flatMap(contextLines),
		...contextLines('editing'),
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
		lines={[blank, ...scrolled(helpLines(contexts), height - 1, scroll)]}
		width={width}
		height={height}
	/>
);
