import type {ReactElement} from 'react';
import {vendorsOf} from '../../model/vendors.js';
import type {State} from '../../state.js';
import {vendorTexts} from '../../texts/vendors.js';
import {blank, line, Lines, paragraph, scrolled, type Line} from '../../widgets/lines/lines.js';
import {compareLines} from './compare.js';
import {dutyLines} from './duties.js';
import {markedOf} from './state.js';

const t = vendorTexts;

/** Which view is open, and which vendor is marked, for the header. */
export const vendorsStatus = (state: State): Line => {
	const {vendors} = vendorsOf(state.snapshot).comparison;
	const view = t.views[state.vendors.view];
	const {column} = markedOf(state.vendors, state);
	return line(vendors.length < 2 ? view : `${view} · ${t.of(column + 1, vendors.length)}`, 'muted');
};

const verdictLines = (state: State, width: number): readonly Line[] => {
	const {sentences, vendors} = vendorsOf(state.snapshot).comparison;
	if (vendors.length === 1) return paragraph(t.one, width);
	return sentences.flatMap((sentence, at) => [
		...(at === 0 ? [] : [blank]),
		...paragraph(sentence, Math.min(width, 100), at === 0 ? 'strong' : 'plain'),
	]);
};

const linesOf = (state: State, width: number, height: number): readonly Line[] => {
	const {vendors} = vendorsOf(state.snapshot).comparison;
	if (vendors.length === 0) return [...paragraph(t.none, width), line(t.noneHow, 'strong')];
	switch (state.vendors.view) {
		case 'compare':
			return compareLines(state, width, height);
		case 'verdict':
			return scrolled(verdictLines(state, width), height, state.vendors.scroll);
		case 'duties':
			return dutyLines(state, width, height);
	}
};

type Props = {readonly state: State; readonly width: number; readonly height: number};

/** Vendors side by side, what follows from it, and who does what. */
export const VendorsScreen = ({state, width, height}: Props): ReactElement => (
	<Lines lines={linesOf(state, width, height)} width={width} height={height} />
);
