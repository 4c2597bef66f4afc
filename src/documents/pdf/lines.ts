import {chips, type ChipId} from '../chips.js';
import type {Run} from '../tree/nodes.js';
import type {FontName, Typesetter} from './fonts.js';
import {accent, soft, type Face, type Style} from './theme.js';

/** Text or a chip at its place in a line; x counts from the left end of the line, in points. */
export type Item =
	| {
			readonly kind: 'text';
			readonly x: number;
			readonly width: number;
			readonly text: string;
			readonly font: FontName;
			readonly size: number;
			readonly colour: string;
			readonly href?: string;
	  }
	| {readonly kind: 'chip'; readonly x: number; readonly width: number; readonly chip: ChipId};
export type Line = readonly Item[];

/** Something that stands in a line; `glued` follows the one before without a space. */
export type Atom =
	| {
			readonly kind: 'text';
			readonly text: string;
			readonly font: FontName;
			readonly size: number;
			readonly colour: string;
			readonly width: number;
			readonly glued: boolean;
			readonly href?: string;
	  }
	| {readonly kind: 'chip'; readonly chip: ChipId; readonly width: number; readonly glued: boolean}
	| {readonly kind: 'break'};

export const chipPadding = 4.5;
/** Chips are a little smaller than the text around them. */
export const chipSize = (style: Style): number => Math.min(8, style.size * 0.86);

export const chipWidth = (id: ChipId, size: number, set: Typesetter): number =>
	set.width(chips[id].sign, 'signs', size) +
	3 +
	set.width(chips[id].word, 'semibold', size) +
	2 * chipPadding;

const faceOf = (run: Extract<Run, {type: 'text'}>, style: Style): Face => {
	if (run.code) return 'mono';
	if (run.strong) return style.face === 'bold' ? 'bold' : 'semibold';
	return run.em && style.face === 'regular' ? 'italic' : style.face;
};

/** Cuts runs into what may stand in a line, measured. */
export const atomsOf = (runs: readonly Run[], style: Style, set: Typesetter): readonly Atom[] => {
	const atoms: Atom[] = [];
	let spaced = true;
	for (const run of runs) {
		if (run.type === 'break') {
			atoms.push({kind: 'break'});
			spaced = true;
		} else if (run.type === 'chip') {
			const width = chipWidth(run.chip, chipSize(style), set);
			atoms.push({kind: 'chip', chip: run.chip, width, glued: !spaced});
			spaced = false;
		} else {
			const face = faceOf(run, style);
			const size = run.code && style.face !== 'mono' ? style.size * 0.82 : style.size;
			const colour = run.href ? accent : run.code && style.face !== 'mono' ? soft : style.colour;
			run.text.split(' ').forEach((word, i) => {
				if (i > 0) spaced = true;
				for (const {text, font} of set.split(word, face)) {
					const width = set.width(text, font, size);
					const href = run.href === undefined ? {} : {href: run.href};
					atoms.push({kind: 'text', text, font, size, colour, width, glued: !spaced, ...href});
					spaced = false;
				}
			});
		}
	}
	return atoms;
};
