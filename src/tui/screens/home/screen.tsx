import type {ReactElement} from 'react';
import type {RiskScore} from '../../../domain/evaluation.js';
import type {TargetEvaluation} from '../../../domain/target-evaluation.js';
import {aboutTime} from '../../../domain/effort.js';
import {wholeText} from '../../../domain/text.js';
import {cells, fit, wrap} from '../../cells.js';
import type {State} from '../../state.js';
import {texts} from '../../texts/texts.js';
import {signs, type Tone} from '../../theme.js';
import {blank, line, Lines, paragraph, type Line} from '../../widgets/lines/lines.js';
import {clamp, windowAround} from '../../widgets/list/state.js';
import {meter} from '../../widgets/meter/meter.js';
import {columnsFor} from './columns.js';
import {shownSteps} from './state.js';

const t = texts.home;

const nextLines = (state: State, cursor: number, width: number): readonly Line[] => {
	const steps = shownSteps(state);
	if (steps.length === 0) {
		return [
			...paragraph(state.snapshot.evaluation.targets.length === 0 ? t.noTargets : t.nothing, width),
			...(state.snapshot.evaluation.targets.length === 0 ? [line(t.noTargetsHow, 'strong')] : []),
		];
	}
	const indent = 9;
	return steps.flatMap((step, at) => {
		const marked = cursor === at;
		return wrap(wholeText(step.text), width - indent - 7)
			.slice(0, 3)
			.map((text, row): Line => {
				const first = row === 0;
				const head = at === 0 && first ? texts.frame.next : '';
				return [
					{text: fit(head, indent - 2), tone: 'strong'},
					{text: first && marked ? `${signs.cursor} ` : '  ', tone: 'focus'},
					{text, tone: marked ? 'strong' : 'plain'},
					...(first && marked
						? [
								{
									text: `${' '.repeat(Math.max(2, width - indent - cells(text) - 5))}Enter`,
									tone: 'muted',
								} as const,
							]
						: []),
				];
			});
	});
};

const tableLines = (
	state: State,
	cursor: number,
	width: number,
	height: number,
): readonly Line[] => {
	const {targets} = state.snapshot.evaluation;
	const first = shownSteps(state).length;
	const {from, to} = windowAround(
		clamp(cursor - first, targets.length),
		targets.length,
		height - 1,
	);
	// Where not all fit, the head says which of how many these are: else the others would seem not to be there.
	const part = to - from < targets.length ? ` ${from + 1}-${to}/${targets.length}` : '';
	const longest = Math.max(8, part.length + 6, ...targets.map(e => cells(e.target.name)));
	const columns = columnsFor(width, longest + 2);
	const head: Line = [
		{text: '  '},
		...columns.map(
			(c, i) => ({text: fit(i === 0 ? c.head + part : c.head, c.width), tone: 'muted'}) as const,
		),
	];
	const rows = targets.slice(from, to).map((e, at): Line => {
		const marked = cursor === first + from + at;
		return [
			{text: marked ? `${signs.cursor} ` : '  ', tone: 'focus'},
			...columns.map((c, i) => ({
				text: `${fit(c.text(e, state), c.width - 1)} `,
				tone: c.tone?.(e) ?? (marked && i === 0 ? ('strong' as const) : ('plain' as const)),
			})),
		];
	});
	return [head, ...rows];
};

const worst = (scores: readonly RiskScore[]): RiskScore | undefined =>
	scores.toSorted((a, b) => b.likelihood * b.impact - a.likelihood * a.impact)[0];

const levelTone: Readonly<Record<RiskScore['level'], Tone>> = {
	low: 'good',
	medium: 'warn',
	high: 'bad',
	critical: 'bad',
};

/** The worst risk before anything is done, if the answers hold, and as far as it is proved; then what nobody knows. */
const riskLines = (state: State, width: number, rows: boolean): readonly Line[] => {
	const {risks, targets} = state.snapshot.evaluation;
	if (targets.length === 0) return [];
	const unknown = targets.reduce((sum, e) => sum + e.unknown, 0);
	const notKnown: Line = [
		{text: `${signs.unknown} ${t.notKnown(unknown)}`, tone: unknown > 0 ? 'warn' : 'plain'},
	];
	const scores = [
		[t.before, worst(risks.map(r => r.inherent))],
		[t.claimed, worst(risks.map(r => r.claimed))],
		[t.verified, worst(risks.map(r => r.verified))],
	] as const;
	const known = scores.flatMap(([word, score]) => (score === undefined ? [] : [{word, score}]));
	if (known.length === 0) return [[{text: fit(t.risk, 9)}, ...notKnown]];
	if (!rows) {
		// In a narrow terminal what stands now is worth more than what was before.
		const told = width < 70 ? known.filter(({word}) => word !== t.before) : known;
		const said = told.flatMap(({word, score}, at): Line => [
			{text: `${at === 0 ? '' : ' · '}${word} `, tone: 'muted'},
			{text: score.level, tone: levelTone[score.level]},
		]);
		return [[{text: fit(t.risk, 9), tone: 'strong'}, ...said]];
	}
	return known.map(({word, score}, at): Line => [
		{text: fit(at === 0 ? t.risk : '', 9), tone: 'strong'},
		{text: fit(word, 13), tone: 'muted'},
		{
			text: `${meter((score.likelihood * score.impact) / 25, width >= 110 ? 25 : 10)} ${fit(score.level, 12)}`,
			tone: levelTone[score.level],
		},
		...(at === known.length - 1 ? notKnown : []),
	]);
};

/** What is left to answer, about how long it takes, and what changed about the questions. */
const leftLine = (state: State): readonly Line[] => {
	const {left, targets} = state.snapshot.evaluation;
	const sum = (of: (e: TargetEvaluation) => number): number =>
		targets.reduce((total, e) => total + of(e), 0);
	if (sum(e => e.asked) === 0) return [];
	const fresh = sum(e => e.fresh);
	const dormant = sum(e => e.dormant);
	const unplaced = state.snapshot.evaluation.unplaced?.length ?? 0;
	return [
		[
			{text: fit(t.left, 9), tone: 'strong'},
			{text: left.questions === 0 ? t.leftNone : t.leftOf(left.questions, aboutTime(left.seconds))},
			...(fresh === 0 ? [] : [{text: ` · ${t.fresh(fresh)}`, tone: 'warn'} as const]),
			...(dormant === 0 ? [] : [{text: ` · ${t.dormant(dormant)}`, tone: 'muted'} as const]),
			...(unplaced === 0 ? [] : [{text: ` · ${t.unplaced(unplaced)}`, tone: 'warn'} as const]),
		],
	];
};

/** Proofs that have lost their files: named with the command that says which, because nothing here shows them one by one. */
const lostLine = ({snapshot}: State): readonly Line[] => {
	const lost = snapshot.evaluation.targets.flatMap(e => e.lostEvidence ?? []);
	const count = new Set(lost.map(e => e.id)).size;
	return count === 0 ? [] : [[{text: `${signs.fail} ${t.lostEvidence(count)}`, tone: 'bad'}]];
};

/** What is known only by old answers and runs may hold no longer, and the figures above do not show it. */
const staleLine = ({snapshot}: State, width: number): readonly Line[] => {
	const {stale} = snapshot.evaluation.score;
	if (stale === 0) return [];
	const said = [t.stale(stale), t.staleShort(stale)].find(text => cells(text) <= width - 2);
	return [[{text: `${signs.stale} ${said ?? t.staleShort(stale)}`, tone: 'warn'}]];
};

type Props = {readonly state: State; readonly width: number; readonly height: number};

/** What to do next, the targets, and the risk before and now. */
export const HomeScreen = ({state, width, height}: Props): ReactElement => {
	const length = shownSteps(state).length + state.snapshot.evaluation.targets.length;
	const cursor = clamp(state.home.cursor, length);
	const next = nextLines(state, cursor, width);
	const airy = height >= 16;
	const risk = [
		...lostLine(state),
		...staleLine(state, width),
		...(airy ? leftLine(state) : []),
		...riskLines(state, width, airy),
	];
	const room = height - next.length - risk.length - (airy ? 3 : 1);
	const table =
		state.snapshot.evaluation.targets.length === 0 ? [] : tableLines(state, cursor, width, room);
	const gap = airy ? [blank] : [];
	return (
		<Lines
			lines={[
				...gap,
				...next,
				...(airy || next.length < 2 ? [blank] : []),
				...table,
				...gap,
				...risk,
			]}
			width={width}
			height={height}
		/>
	);
};
