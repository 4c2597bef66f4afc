import {plainText} from '../../../domain/text.js';
import type {CurrentFinding, Contradiction} from '../../../domain/evaluation.js';
import type {Entry} from '../../model/entries.js';
import {ago} from '../../model/time.js';
import type {State} from '../../state.js';
import {texts} from '../../texts/texts.js';
import {outcomeSign, outcomeTone, signs, type Tone} from '../../theme.js';
import {blank, labelled, paragraph, type Line} from '../../widgets/lines/lines.js';

const t = texts.findings;
const long = 4_000;

type Row = readonly [label: string, text: string | undefined, tone?: Tone];

const labels = Math.max(...Object.values(t.labels).map(l => l.length)) + 2;

const table = (rows: readonly Row[], width: number): readonly Line[] =>
	rows.flatMap(([label, text, tone]) =>
		text === undefined ? [] : labelled(label, plainText(text, long), width, labels, tone),
	);

const controlTitles = (
	state: State,
	target: string,
	controls: readonly string[],
): string | undefined => {
	const titles = state.snapshot.evaluation.controls
		.filter(c => c.target === target && controls.includes(c.control))
		.map(c => c.definition.title);
	return titles.length === 0 ? undefined : titles.join('; ');
};

const findingRows = (finding: CurrentFinding, state: State): readonly Row[] => {
	const l = t.labels;
	const {waiver, failedAttempt} = finding;
	const where = [finding.targetName, finding.endpoint, finding.object].filter(p => p !== undefined);
	return [
		[l.observed, finding.observed, finding.outcome === 'fail' ? 'bad' : 'plain'],
		[l.expected, finding.expected],
		[l.reason, finding.reason, 'warn'],
		[l.grant, finding.grant],
		[l.mend, finding.outcome === 'pass' ? undefined : finding.remediation],
		[l.where, where.join(', ')],
		[l.when, `${ago(finding.at, state.now)}${finding.stale ? ` ${signs.stale} ${t.stale}` : ''}`],
		[
			l.attempt,
			failedAttempt &&
				t.attempt(ago(failedAttempt.at, state.now), failedAttempt.reason, failedAttempt.observed),
			'warn',
		],
		[l.waiver, waiver && t.waiver(waiver.approver, waiver.until, waiver.reason), 'warn'],
		[l.source, finding.source],
		[l.control, controlTitles(state, finding.target, finding.controls)],
		[l.record, finding.id, 'muted'],
	];
};

const contradictionLines = (c: Contradiction, width: number): readonly Line[] => {
	const l = t.labels;
	const {resolution} = c;
	const answers = c.answers.flatMap((a): readonly Row[] =>
		a.answer === undefined
			? []
			: [
					[
						l.answer,
						`${a.answer.value}${a.answer.note === undefined ? '' : ` (${a.answer.note})`}`,
					],
				],
	);
	return [
		...paragraph(plainText(c.text, long), width),
		blank,
		...table(answers, width),
		...c.failures.flatMap(f =>
			table(
				[[l.observed, f.object === undefined ? f.observed : `${f.object}: ${f.observed}`, 'bad']],
				width,
			),
		),
		...table(
			[
				[l.resolution, resolution && t.waiver(resolution.by, resolution.until, resolution.reason)],
				[l.reopened, c.reopened, 'warn'],
				[l.next, resolution === undefined ? t.resolveHow : undefined],
				[l.record, c.id, 'muted'],
			],
			width,
		),
	];
};

/** Everything known of one line: what was seen, what should be, how to mend it, and where it comes from. */
export const entryLines = (entry: Entry, state: State, width: number): readonly Line[] => {
	if (entry.kind === 'contradiction') {
		const {title, severity, resolution} = entry.contradiction;
		const word = resolution === undefined ? t.contradicted : t.resolved;
		return [
			...paragraph(plainText(title), width, 'strong'),
			[{text: `${signs.contradicted} ${word} · ${severity}`, tone: 'warn'}],
			blank,
			...contradictionLines(entry.contradiction, width),
		];
	}
	const {finding} = entry;
	return [
		...paragraph(plainText(finding.title), width, 'strong'),
		[
			{
				text: `${outcomeSign[finding.outcome]} ${t.outcome[finding.outcome]} · ${finding.severity}`,
				tone: outcomeTone[finding.outcome],
			},
		],
		blank,
		...table(findingRows(finding, state), width),
	];
};
