import type {Run} from '../tree/nodes.js';
import type {Typesetter} from './fonts.js';
import {atomsOf, type Atom, type Item, type Line} from './lines.js';
import type {Style} from './theme.js';

type Placed = Exclude<Atom, {kind: 'break'}>;

const isGlued = (atom: Atom): boolean => atom.kind !== 'break' && atom.glued;

/** Atoms that no space separates: they move to the next line together. */
const groupsOf = (atoms: readonly Atom[]): readonly (readonly Atom[])[] => {
	const groups: Atom[][] = [];
	for (const atom of atoms) {
		const last = groups.at(-1);
		if (last && isGlued(atom) && last[0]?.kind !== 'break') last.push(atom);
		else groups.push([atom]);
	}
	return groups;
};

const widthOf = (group: readonly Atom[]): number =>
	group.reduce((sum, a) => sum + (a.kind === 'break' ? 0 : a.width), 0);

/**
 * Breaks runs into lines no wider than `width` points. A word that does not fit into a whole line breaks after a joint
 * (`/ - _ . , : = @`), else between two characters.
 */
export const wrap = (
	runs: readonly Run[],
	style: Style,
	width: number,
	set: Typesetter,
): readonly Line[] => {
	const lines: Item[][] = [[]];
	let x = 0;
	const newLine = (): void => {
		lines.push([]);
		x = 0;
	};
	const place = (atom: Placed, spaced: boolean): void => {
		const line = lines.at(-1) ?? [];
		const gap = spaced && line.length > 0 ? spaceBefore(atom, style, set) : 0;
		const last = line.at(-1);
		const joined = last && joinedWith(last, atom, gap);
		if (joined) line[line.length - 1] = joined;
		else {
			line.push(itemOf(atom, x + gap));
		}
		x += gap + atom.width;
	};
	for (const group of groupsOf(atomsOf(runs, style, set))) {
		const first = group[0];
		if (!first) continue;
		if (first.kind === 'break') {
			newLine();
			continue;
		}
		const needed = widthOf(group);
		const gap = x > 0 ? spaceBefore(first, style, set) : 0;
		if (x > 0 && x + gap + needed > width) newLine();
		for (const atom of group) {
			if (atom.kind === 'break') continue;
			if (needed <= width || atom.kind === 'chip') place(atom, !atom.glued);
			else {
				for (const part of breakWord(atom, width, () => width - x, set)) {
					if (x > 0 && x + part.width > width + 0.01) newLine();
					place(part, !part.glued);
				}
			}
		}
	}
	return lines.filter((line, i) => line.length > 0 || i === 0);
};

const spaceBefore = (atom: Placed, style: Style, set: Typesetter): number =>
	atom.kind === 'text'
		? set.width(' ', atom.font, atom.size)
		: set.width(' ', style.face, style.size);

const itemOf = (atom: Placed, x: number): Item =>
	atom.kind === 'chip'
		? {kind: 'chip', chip: atom.chip, width: atom.width, x}
		: {
				kind: 'text',
				x,
				width: atom.width,
				text: atom.text,
				font: atom.font,
				size: atom.size,
				colour: atom.colour,
				...(atom.href === undefined ? {} : {href: atom.href}),
			};

/** Neighbours of one look become one stretch of text, so that a font can shape it as a whole. */
const joinedWith = (item: Item, atom: Placed, gap: number): Item | undefined =>
	item.kind === 'text' &&
	atom.kind === 'text' &&
	item.font === atom.font &&
	item.size === atom.size &&
	item.colour === atom.colour &&
	item.href === atom.href
		? {
				...item,
				text: item.text + (gap > 0 ? ' ' : '') + atom.text,
				width: item.width + gap + atom.width,
			}
		: undefined;

const joint = /[/\-_.,:;=@&?|)\]]/;

/** Parts of a long word: the first fits into what is left of the line, the others into whole lines. */
const breakWord = (
	atom: Extract<Placed, {kind: 'text'}>,
	full: number,
	left: () => number,
	set: Typesetter,
): readonly Extract<Placed, {kind: 'text'}>[] => {
	const measure = (text: string): number => set.width(text, atom.font, atom.size);
	const parts: Extract<Placed, {kind: 'text'}>[] = [];
	let rest = Array.from(atom.text.matchAll(/\P{M}\p{M}*|\p{M}+/gu), m => m[0]);
	let room = left() < full / 3 ? full : left();
	while (rest.length > 0) {
		let count = 0;
		let used = 0;
		let atJoint = 0;
		for (const c of rest) {
			used += measure(c);
			if (used > room && count > 0) break;
			count += 1;
			if (joint.test(c)) atJoint = count;
		}
		// A joint near the end of the line is a better place than the last character that fits.
		const take = count < rest.length && atJoint > count * 0.5 ? atJoint : count;
		const text = rest.slice(0, take).join('');
		parts.push({...atom, text, width: measure(text), glued: parts.length > 0 || atom.glued});
		rest = rest.slice(take);
		room = full;
	}
	return parts;
};
