import {Box} from 'ink';
import type {ReactElement} from 'react';
import {plainText} from '../../../domain/text.js';
import {fit} from '../../cells.js';
import {entriesOf, type Entry} from '../../model/entries.js';
import {targetOf} from '../../model/questions.js';
import type {State} from '../../state.js';
import {texts} from '../../texts/texts.js';
import {outcomeSign, outcomeTone, severityTone, signs, type Tone} from '../../theme.js';
import {blank, Lines, paragraph, scrolled, type Line} from '../../widgets/lines/lines.js';
import {windowAround} from '../../widgets/list/state.js';
import {entryLines} from './detail.js';
import {linesOf} from './state.js';

const t = texts.findings;

/** Which lines are shown, in words, for the header. */
export const filterStatus = (state: State): Line => {
	const {show, target, severity} = state.findings;
	const name =
		target === undefined ? t.allTargets : (targetOf(state.snapshot, target)?.name ?? target);
	return [
		{
			text: `${t.show[show]} · ${name} · ${severity === undefined ? t.allSeverities : t.from(severity)}`,
			tone: 'muted',
		},
	];
};

const parts = (
	entry: Entry,
): {
	readonly sign: string;
	readonly tone: Tone;
	readonly severity: keyof typeof severityTone;
	readonly target: string;
	readonly text: string;
} => {
	if (entry.kind === 'contradiction') {
		const {severity, targetName, title, resolution} = entry.contradiction;
		const word = resolution === undefined ? t.contradicted : t.resolved;
		return {
			sign: signs.contradicted,
			tone: 'warn',
			severity,
			target: targetName,
			text: `${word}: ${title}`,
		};
	}
	const {finding} = entry;
	const object = finding.object === undefined ? '' : `: ${finding.object}`;
	const marks = [
		...(finding.waiver === undefined ? [] : [t.accepted]),
		...(finding.stale ? [t.stale] : []),
	];
	return {
		sign: outcomeSign[finding.outcome],
		tone: outcomeTone[finding.outcome],
		severity: finding.severity,
		target: finding.targetName,
		text: `${finding.title}${object}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`,
	};
};

/** Why nothing is listed, and the key that leads to what there is. */
const nothingListed = (state: State): string => {
	const {snapshot, findings} = state;
	if (snapshot.evaluation.findings.length === 0) return t.neverProbed;
	const none = t.none(t.show[findings.show]);
	if (findings.target === undefined) return none;
	const elsewhere = entriesOf(snapshot, {...findings, target: undefined}, state.me).length;
	const name = targetOf(snapshot, findings.target)?.name ?? findings.target;
	return elsewhere === 0 ? none : t.noneHere(plainText(name), elsewhere);
};

const listLines = (state: State, width: number, height: number): readonly Line[] => {
	const {entries, at} = linesOf(state.findings, state);
	if (entries.length === 0) {
		return paragraph(nothingListed(state), width);
	}
	const {from, to} = windowAround(at, entries.length, height);
	const targetWidth = width >= 64 ? 14 : 0;
	return entries.slice(from, to).map((entry, row): Line => {
		const {sign, tone, severity, target, text} = parts(entry);
		const marked = from + row === at;
		return [
			{text: marked ? `${signs.cursor} ` : '  ', tone: 'focus'},
			{text: `${sign} `, tone},
			{text: fit(severity, 9), tone: severityTone[severity]},
			{text: targetWidth === 0 ? '' : `${fit(target, targetWidth - 1)} `, tone: 'muted'},
			{text: plainText(text), tone: marked ? 'strong' : 'plain'},
		];
	});
};

type Props = {readonly state: State; readonly width: number; readonly height: number};

/** What the probes found and what contradicts the answers: a list, and beside or instead of it the opened line. */
export const FindingsScreen = ({state, width, height}: Props): ReactElement => {
	const {marked} = linesOf(state.findings, state);
	const {opened, scroll} = state.findings;
	const detail = (columns: number, rows: number): ReactElement => (
		<Lines
			lines={
				marked === undefined
					? []
					: scrolled(entryLines(marked, state, Math.min(columns, 110)), rows, scroll)
			}
			width={columns}
			height={rows}
		/>
	);
	if (opened && marked !== undefined) return detail(width, height);
	if (width >= 108) {
		const list = Math.floor(width * 0.5);
		return (
			<Box width={width} height={height} columnGap={3}>
				<Lines lines={listLines(state, list, height)} width={list} height={height} />
				{detail(width - list - 3, height)}
			</Box>
		);
	}
	// A glance below the list: the marked line's first facts, where there is room for both.
	const glance = height >= 14 && marked !== undefined ? Math.min(8, Math.floor(height * 0.45)) : 0;
	const rows = height - (glance === 0 ? 0 : glance + 1);
	return (
		<Box flexDirection="column" width={width} height={height}>
			<Lines lines={listLines(state, width, rows)} width={width} height={rows} />
			{glance > 0 && <Lines lines={[blank]} width={width} height={1} />}
			{glance > 0 && detail(width, glance)}
		</Box>
	);
};
