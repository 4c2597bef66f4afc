import type {Tone} from '../chips.js';

/** Millimetres in PDF points. */
export const mm = (value: number): number => (value * 72) / 25.4;

/** Page sizes in points, upright. */
export const papers = {a4: [595.28, 841.89], letter: [612, 792]} as const;
export const margin = mm(25);

export const ink = '#1b2430';
export const soft = '#56616f';
export const rule = '#d5dbe2';
export const wash = '#f5f7f9';
export const accent = '#1f4e79';

export type Face = 'regular' | 'semibold' | 'bold' | 'italic' | 'mono';

/** How a text is set; sizes and leading in points. */
export type Style = {
	readonly face: Face;
	readonly size: number;
	readonly leading: number;
	readonly colour: string;
};

export const styles = {
	body: {face: 'regular', size: 10.5, leading: 15, colour: ink},
	quote: {face: 'regular', size: 10.5, leading: 15, colour: soft},
	h1: {face: 'bold', size: 32, leading: 38, colour: ink},
	h2: {face: 'semibold', size: 20, leading: 26, colour: ink},
	h3: {face: 'semibold', size: 13, leading: 18, colour: ink},
	h4: {face: 'semibold', size: 10.5, leading: 15, colour: ink},
	subject: {face: 'regular', size: 16, leading: 22, colour: soft},
	cell: {face: 'regular', size: 8.7, leading: 12, colour: ink},
	head: {face: 'semibold', size: 8, leading: 11, colour: soft},
	label: {face: 'regular', size: 8.7, leading: 12, colour: soft},
	code: {face: 'mono', size: 8, leading: 11.5, colour: ink},
	small: {face: 'regular', size: 8, leading: 11, colour: soft},
	strongSmall: {face: 'semibold', size: 9, leading: 12.5, colour: ink},
	figure: {face: 'semibold', size: 19, leading: 24, colour: ink},
	contents: {face: 'regular', size: 10, leading: 14, colour: ink},
	section: {face: 'regular', size: 8.7, leading: 11.5, colour: soft},
	smallCell: {face: 'regular', size: 7.8, leading: 10.6, colour: ink},
} as const satisfies Readonly<Record<string, Style>>;

/** Space before and after a heading by its level. */
export const headingSpace = {
	1: {before: 0, after: 10},
	2: {before: 30, after: 10},
	3: {before: 16, after: 5},
	4: {before: 11, after: 3},
} as const;

/** Ground and text of a chip; the lightness falls with the severity, so that grey print keeps the order. */
export const tones: Readonly<Record<Tone, {readonly ground: string; readonly text: string}>> = {
	good: {ground: '#e4f1e8', text: '#1c5f3a'},
	partly: {ground: '#faf0d7', text: '#6b4a00'},
	bad: {ground: '#fae7e5', text: '#8f1d1d'},
	unknown: {ground: '#e9ecf0', text: '#434a54'},
	muted: {ground: '#f2f4f6', text: '#56616f'},
	disputed: {ground: '#f1e7f6', text: '#5b2a78'},
	critical: {ground: '#7c1421', text: '#ffffff'},
	high: {ground: '#ad4510', text: '#ffffff'},
	medium: {ground: '#f4dc9f', text: '#4d3700'},
	low: {ground: '#d9e7f3', text: '#1f3d5c'},
	info: {ground: '#eef1f4', text: '#434a54'},
};

/** Cells of the heat map that hold no risk: a hint of their level. */
export const heatGrounds = {
	critical: '#f2d9da',
	high: '#f8e3d4',
	medium: '#fcf3da',
	low: '#ecf2f8',
} as const;

/** Bars of the coverage chart. */
export const coverageColours = {
	met: '#2f7d51',
	partly: '#d9a521',
	notMet: '#a52a2a',
	contradicted: '#7d4a9c',
	unknown: '#e3e8ed',
} as const;

/** Bars of the severity chart. */
export const severityColours = {
	critical: '#7c1421',
	high: '#ad4510',
	medium: '#d9a521',
	low: '#7fa6c9',
	info: '#98a3af',
} as const;
