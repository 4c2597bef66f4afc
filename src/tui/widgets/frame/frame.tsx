import {Box} from 'ink';
import type {ReactElement, ReactNode} from 'react';
import {wholeText} from '../../../domain/text.js';
import {wrap, wrapAtMost} from '../../cells.js';
import {bindingsOf, type Context} from '../../keys.js';
import {keyName} from '../../key-names.js';
import {commandTexts} from '../../texts/commands.js';
import {shortPaths} from '../../short-paths.js';
import {signs, type Tone} from '../../theme.js';
import {apart, line, lineCells, Lines, type Line, type Span} from '../lines/lines.js';

/**
 * The footer of what is in front, from the key table: as many commands as fit, the first ones first, then help and quit. `filter` is
 * what is listed where that is not everything usual: it stands beside its key, first of all, so that nobody takes a part for the whole.
 */
export const footerLine = (contexts: readonly Context[], width: number, filter?: string): Line => {
	const part = (command: keyof typeof commandTexts, key: string): Line => {
		const text = commandTexts[command];
		const told = 'foot' in text ? text.foot : text.help;
		return command === 'only' && filter !== undefined
			? [
					{text: keyName(key), tone: 'strong'},
					{text: ` ${told}: ${filter}`, tone: 'warn'},
				]
			: [
					{text: keyName(key), tone: 'strong'},
					{text: ` ${told}`, tone: 'muted'},
				];
	};
	const seen = new Set<string>();
	const parts = contexts.flatMap(context =>
		bindingsOf(context).flatMap(({command, keys, foot}) => {
			const key = keys[0] ?? '';
			if (foot === undefined || seen.has(key)) return [];
			seen.add(key);
			return [{context, command, foot, spans: part(command, key)}];
		}),
	);
	const separator: Span = {text: ' · ', tone: 'muted'};
	const kept: Line[] = [];
	let room = width;
	// Help and quit are promised a place; the others follow while there is room.
	const promised = parts.filter(p => p.context === 'global').slice(0, 2);
	const others = parts.filter(p => !promised.includes(p));
	const first = others.filter(p => p.command === 'only' && filter !== undefined);
	const optional = [
		...first,
		...others.filter(p => p.foot === true && !first.includes(p)),
		...others.filter(p => p.foot === 'wide'),
	];
	const cost = (spans: Line): number => lineCells(spans) + 3;
	room -= promised.reduce((sum, p) => sum + cost(p.spans), -3);
	for (const {spans} of optional) {
		if (cost(spans) > room) break;
		room -= cost(spans);
		kept.push(spans);
	}
	return [...kept, ...promised.map(p => p.spans)].flatMap((spans, at) =>
		at === 0 ? spans : [separator, ...spans],
	);
};

/** Lines of a notice that leave the screen alone, and as many as it may have to be told whole. */
const usual = 3;
const most = 6;

/**
 * A notice as lines, whole: what went wrong and the next step stand at its end. One that is too long is told with its paths
 * shortened, and only then takes more of the screen.
 */
export const noticeLines = (
	notice: {readonly text: string; readonly tone: 'good' | 'bad' | 'warn'} | undefined,
	width: number,
): readonly Line[] => {
	if (notice === undefined) return [];
	const sign = {good: signs.pass, bad: signs.fail, warn: signs.contradicted}[notice.tone];
	const tone: Tone = notice.tone;
	const told = wholeText(notice.text);
	const text =
		wrap(told, width - 2).length > usual ? shortPaths(told, Math.floor(width / 2)) : told;
	return wrapAtMost(text, width - 2, most).map((part, at): Line => [
		{text: at === 0 ? `${sign} ` : '  ', tone},
		{text: part, tone},
	]);
};

type Props = {
	readonly columns: number;
	readonly rows: number;
	readonly title: Line;
	readonly status: Line;
	readonly notice: readonly Line[];
	readonly footer: Line;
	readonly children: (width: number, height: number) => ReactNode;
};

/**
 * Header, body and footer. One row stays free at the bottom: a frame as tall as the window would make ink clear the whole
 * terminal on every change.
 */
export const Frame = ({
	columns,
	rows,
	title,
	status,
	notice,
	footer,
	children,
}: Props): ReactElement => {
	const width = columns - 2;
	const height = rows - 1 - 4 - notice.length;
	const rule = line(signs.rule.repeat(width), 'muted');
	return (
		<Box flexDirection="column" width={columns} height={rows - 1} paddingX={1}>
			<Lines lines={[apart(title, status, width), rule]} width={width} height={2} />
			<Box width={width} height={height} flexShrink={0}>
				{children(width, height)}
			</Box>
			<Lines lines={[...notice, rule, footer]} width={width} height={notice.length + 2} />
		</Box>
	);
};
