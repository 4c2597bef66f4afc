import type {ReactElement} from 'react';
import type {LossReason} from '../../state.js';
import {texts} from '../../texts/texts.js';
import {signs} from '../../theme.js';
import {blank, line, Lines, paragraph} from '../lines/lines.js';

const t = texts.confirm;

const said = (reason: LossReason): string =>
	reason.kind === 'typed' ? t.typed(reason.count) : t[reason.kind];

type Props = {
	readonly reasons: readonly LossReason[];
	readonly width: number;
	readonly height: number;
};

/** Asks before leaving when something would be lost, and says what. */
export const Confirm = ({reasons, width, height}: Props): ReactElement => (
	<Lines
		lines={[
			blank,
			line(t.title, 'strong'),
			blank,
			...reasons.flatMap(r => paragraph(`${signs.contradicted} ${said(r)}`, width, 'warn')),
			blank,
			line(t.keys),
		]}
		width={width}
		height={height}
	/>
);
