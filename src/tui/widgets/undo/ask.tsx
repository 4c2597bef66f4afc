import type {ReactElement} from 'react';
import {plainText} from '../../../domain/text.js';
import type {Reversal} from '../../../services/reversal.js';
import {changeWords} from '../../model/changes.js';
import {ago} from '../../model/time.js';
import type {State, UndoReason} from '../../state.js';
import {texts} from '../../texts/texts.js';
import {signs} from '../../theme.js';
import {blank, line, Lines, paragraph} from '../lines/lines.js';

const t = texts.undo;
/** So many changes of an act are listed. */
const most = 4;

type Props = {
	readonly state: State;
	readonly reversal: Reversal;
	readonly reasons: readonly UndoReason[];
	readonly width: number;
	readonly height: number;
};

/** Asks before a change is undone that the person may not expect, and says what would become what. */
export const AskUndo = ({state, reversal, reasons, width, height}: Props): ReactElement => {
	const {what, group} = reversal;
	const when = ago(group.at, state.now);
	const said = (reason: UndoReason): string => {
		switch (reason) {
			case 'other':
				return t.reasons.other(plainText(group.by, 60), when);
			case 'old':
				return t.reasons.old(when);
			case 'many':
				return t.reasons.many(group.entries.length);
		}
	};
	const changes = group.entries.slice(0, most).flatMap(entry => {
		const {target, what: of, before, after} = changeWords(entry, state.snapshot);
		const place = target === '' ? of : `${target} · ${of}`;
		return paragraph(t.change(place, after, before), width);
	});
	const more = group.entries.length - most;
	const gap = height < 12 ? [] : [blank];
	// How to answer stays in view, however long the change is.
	const room = Math.max(1, height - 5 - reasons.length * 2 - gap.length * 3 - (more > 0 ? 1 : 0));
	return (
		<Lines
			lines={[
				...gap,
				line(t.title[what], 'strong'),
				blank,
				...reasons.flatMap(r => paragraph(`${signs.contradicted} ${said(r)}`, width, 'warn')),
				...gap,
				...changes.slice(0, room),
				...(more > 0 ? [line(t.more(more), 'muted')] : []),
				...gap,
				line(t.keys[what]),
				line(t.kept, 'muted'),
			]}
			width={width}
			height={height}
		/>
	);
};
