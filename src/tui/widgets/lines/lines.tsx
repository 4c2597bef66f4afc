import {Box, Text} from 'ink';
import type {ReactElement} from 'react';
import {cells, cut, wrap} from '../../cells.js';
import {texts} from '../../texts/texts.js';
import {looks, type Tone} from '../../theme.js';

/** A piece of a line; its tone only repeats what its words or sign say. */
export type Span = {readonly text: string; readonly tone?: Tone};
/** One row of the terminal. */
export type Line = readonly Span[];

export const blank: Line = [{text: ' '}];

/** A line of one tone. */
export const line = (text: string, tone: Tone = 'plain'): Line => [{text, tone}];

/** How many cells a line takes. */
export const lineCells = (spans: Line): number => spans.reduce((sum, s) => sum + cells(s.text), 0);

/** A line cut to `width` cells. */
export const cutLine = (spans: Line, width: number): Line => {
	if (lineCells(spans) <= width) return spans;
	const kept: Span[] = [];
	let room = width - 1;
	for (const span of spans) {
		if (room <= 0) break;
		const text = cut(span.text, room);
		room -= cells(text);
		kept.push({...span, text});
	}
	return [...kept, {text: '…', tone: 'muted'}];
};

/** The same line in as few pieces as it has tones: each piece costs a node of the tree that is drawn. */
const joined = (spans: Line): Line => {
	const kept: Span[] = [];
	for (const {text, tone = 'plain'} of spans) {
		const last = kept.at(-1);
		// Blanks look the same in every tone.
		if (last !== undefined && (last.tone === tone || text.trim() === ''))
			kept[kept.length - 1] = {text: last.text + text, tone: last.tone ?? 'plain'};
		else kept.push({text, tone});
	}
	return kept;
};

/** Text broken to lines of `width` cells, each behind `indent` spaces. */
export const paragraph = (
	text: string,
	width: number,
	tone: Tone = 'plain',
	indent = 0,
): readonly Line[] =>
	wrap(text, width - indent).map(part => line(`${' '.repeat(indent)}${part}` || ' ', tone));

/** A word in front and a text that is broken beside it: `Expected   TLS only`. */
export const labelled = (
	label: string,
	text: string,
	width: number,
	labelCells: number,
	tone: Tone = 'plain',
): readonly Line[] =>
	wrap(text, width - labelCells).map((part, at) => [
		{text: (at === 0 ? label : '').padEnd(labelCells), tone: 'muted'},
		{text: part, tone},
	]);

/** Two lines on one row: one at the left edge, one at the right; the left one is cut when both do not fit. */
export const apart = (left: Line, right: Line, width: number): Line => {
	const room = width - lineCells(right) - 1;
	const shown = cutLine(left, Math.max(1, room));
	const gap = Math.max(1, width - lineCells(shown) - lineCells(right));
	return [...shown, {text: ' '.repeat(gap)}, ...right];
};

/** A line filled with spaces to `width` cells. */
const filled = (spans: Line, width: number): Line => {
	const shown = cutLine(spans, width);
	return [...shown, {text: ' '.repeat(Math.max(0, width - lineCells(shown)))}];
};

/** Two blocks of lines side by side, `gap` cells apart. */
export const beside = (
	left: readonly Line[],
	right: readonly Line[],
	leftWidth: number,
	gap: number,
): readonly Line[] =>
	Array.from({length: Math.max(left.length, right.length)}, (_, at) => [
		...filled(left[at] ?? [], leftWidth + gap),
		...(right[at] ?? []),
	]);

/** The part of a long text that `height` rows show; its last row says how much more there is. */
export const scrolled = (
	lines: readonly Line[],
	height: number,
	scroll: number,
	more: (lines: number) => string = texts.question.more,
): readonly Line[] => {
	if (height <= 0) return [];
	if (lines.length <= height) return lines;
	const from = Math.min(scroll, lines.length - height + (scroll > 0 ? 1 : 0));
	const rest = lines.length - from - (height - 1);
	if (rest <= 0) return lines.slice(lines.length - height);
	const part = lines.slice(from, from + height - 1);
	return [...part, line(more(rest), 'muted')];
};

type Props = {
	readonly lines: readonly Line[];
	readonly width: number;
	readonly height: number;
};

/** Draws lines into a block of fixed size; what does not fit is cut, so that the frame never breaks. */
export const Lines = ({lines, width, height}: Props): ReactElement => (
	<Box flexDirection="column" width={width} height={height} flexShrink={0}>
		{lines.slice(0, height).map((spans, at) => (
			<Text key={at} wrap="truncate">
				{joined(cutLine(spans, width)).map(({text, tone = 'plain'}, i) => (
					<Text key={i} {...looks[tone]}>
						{text}
					</Text>
				))}
				{spans.length === 0 ? ' ' : ''}
			</Text>
		))}
	</Box>
);
