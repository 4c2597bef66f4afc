import type {ReactElement} from 'react';
import type {TargetReport} from '../../../domain/run.js';
import type {DatabaseTarget} from '../../../domain/target.js';
import {endpointName} from '../../../domain/endpoint-name.js';
import {lookedAtNotes} from '../../../domain/looked-at.js';
import {explainRun} from '../../../services/explain-run.js';
import {plainText, wholeText} from '../../../domain/text.js';
import {cells, fit, wrap} from '../../cells.js';
import {ago, duration, stopwatch} from '../../model/time.js';
import {triesPlaintext} from '../../../services/probeable.js';
import type {State} from '../../state.js';
import {texts} from '../../texts/texts.js';
import {signs, spinnerAt, type Tone} from '../../theme.js';
import {blank, line, lineCells, Lines, paragraph, type Line} from '../../widgets/lines/lines.js';
import {clamp, windowAround} from '../../widgets/list/state.js';
import {type Failure, chosenOf, databasesOf, isRunning, type Progress, type Run} from './state.js';

const t = texts.probes;

const elapsed = (run: Run, now: string): number =>
	Date.parse(run.endedAt ?? now) - Date.parse(run.startedAt);

/** How far the run is, for the header. */
export const probesStatus = (state: State): Line => {
	const {run} = state.probes;
	if (run === undefined) return [];
	const phases = Object.values(run.progress).map(p => p.phase);
	const count = (phase: Progress['phase']): number => phases.filter(p => p === phase).length;
	return line(
		`${t.progress(count('done'), count('running'), count('waiting'))} · ${stopwatch(elapsed(run, state.now))}`,
		'muted',
	);
};

const progressText = (
	database: DatabaseTarget,
	progress: Progress,
	ended: boolean,
): {readonly text: string; readonly tone: Tone} => {
	const {report} = progress;
	const counts = t.counts(progress.pass, progress.fail, progress.unknown);
	if (report !== undefined) {
		const why = explainRun(database, report);
		const said = why === undefined ? '' : wholeText(`${why.text}. ${why.next}`);
		if (report.status === 'unreachable') return {text: said || t.statuses.unreachable, tone: 'bad'};
		const figures = `${counts}  ${t.seconds(report.durationMs)}`;
		return said === ''
			? {text: figures, tone: 'plain'}
			: {text: `${figures} · ${said}`, tone: 'warn'};
	}
	if (progress.phase === 'waiting')
		return {text: ended ? signs.notApplicable : t.waiting, tone: 'muted'};
	const step = plainText(progress.step ?? t.starting, 80);
	return {
		text: progress.pass + progress.fail + progress.unknown === 0 ? step : `${counts}  ${step}`,
		tone: 'plain',
	};
};

const signOf = (progress: Progress, state: State): {readonly text: string; readonly tone: Tone} => {
	if (progress.phase === 'waiting') return {text: signs.waiting, tone: 'muted'};
	if (progress.phase === 'running') {
		if (!isRunning(state.probes)) return {text: signs.notApplicable, tone: 'muted'};
		return {text: spinnerAt(state.now), tone: 'focus'};
	}
	const status = progress.report?.status;
	return status === 'unreachable'
		? {text: signs.fail, tone: 'bad'}
		: status === 'partial'
			? {text: signs.unknown, tone: 'warn'}
			: {text: signs.pass, tone: 'good'};
};

/** What is said of a database: how its probe goes, else when it was last probed. */
const saidOf = (
	state: State,
	database: DatabaseTarget,
): {readonly text: string; readonly tone: Tone} => {
	const progress = state.probes.run?.progress[database.id];
	const evaluation = state.snapshot.evaluation.targets.find(e => e.target.id === database.id);
	if (progress === undefined) {
		const last = evaluation?.lastRun;
		if (last === undefined) return {text: t.never, tone: 'muted'};
		return {
			text: t.last(
				ago(last.at, state.now),
				last.lost === true ? t.fileLost : t.statuses[last.status],
			),
			tone: 'muted',
		};
	}
	const said = progressText(database, progress, !isRunning(state.probes));
	const against = progress.report === undefined ? 0 : (evaluation?.contradictions ?? 0);
	return against === 0
		? said
		: {...said, text: `${said.text}  ${signs.contradicted} ${t.contradicts(against)}`};
};

const rowLines = (
	state: State,
	database: DatabaseTarget,
	marked: boolean,
	nameWidth: number,
	width: number,
): readonly Line[] => {
	const progress = state.probes.run?.progress[database.id];
	const chosen = chosenOf(state.probes, state).includes(database.id);
	const addresses = database.endpoints.map(e => plainText(endpointName(e), 80)).join(', ');
	const address = width >= 110 ? `${fit(addresses, 30)} ` : '';
	const head: Line = [
		{text: marked ? `${signs.cursor} ` : '  ', tone: 'focus'},
		{text: isRunning(state.probes) ? '' : chosen ? '[x] ' : '[ ] '},
		...(progress === undefined ? [] : [signOf(progress, state), {text: ' '}]),
		{text: fit(database.name, nameWidth), tone: marked ? 'strong' : 'plain'},
		{text: address, tone: 'muted'},
	];
	const indent = lineCells(head);
	const {text, tone} = saidOf(state, database);
	const notes = progress?.report === undefined ? [] : lookedAtNotes(progress.report);
	return [
		...wrap(text, width - indent).map((part, at): Line => [
			...(at === 0 ? head : [{text: ' '.repeat(indent)}]),
			{text: part, tone},
		]),
		...notes.flatMap(note => paragraph(wholeText(note), width, 'muted', indent)),
	];
};

const endLines = (state: State, width: number): readonly Line[] => {
	const {run} = state.probes;
	if (run?.trouble !== undefined) {
		return [run.trouble.message, ...run.trouble.next].flatMap((text, at) =>
			paragraph(
				at === 0 ? `${signs.fail} ${text}` : text,
				width,
				at === 0 ? 'bad' : 'plain',
				at === 0 ? 0 : 2,
			),
		);
	}
	if (run === undefined) return [];
	if (run.endedAt === undefined) return run.cancelled ? paragraph(t.cancelling, width, 'warn') : [];
	return run.cancelled
		? paragraph(t.cancelled, width, 'warn')
		: paragraph(t.done(duration(elapsed(run, state.now))), width);
};

/** A waiver in force covers it, so that it is no work to do. */
const isAccepted = ({snapshot}: State, target: string, {check, object}: Failure): boolean =>
	snapshot.evaluation.findings.some(
		f => f.target === target && f.check === check && f.object === object && f.waiver !== undefined,
	);

/** Whether the findings screen knows a run: one that could not be written, or not yet, is shown here alone. */
const isRecorded = ({snapshot, probes}: State, report: TargetReport): boolean =>
	isRunning(probes) ||
	Object.values(snapshot.state.runs).some(
		run => run.target === report.target && run.finishedAt === report.finishedAt,
	);

/** The worst failures of a database in `rows` rows; what does not fit is counted, with the key that shows it. */
const failureLines = (state: State, {id, name}: DatabaseTarget, rows: number): readonly Line[] => {
	const progress = state.probes.run?.progress[id];
	if (progress === undefined || progress.worst.length === 0 || rows < 3) return [];
	const {worst, fail, report} = progress;
	const shown = worst.slice(0, fail > rows - 1 ? rows - 2 : rows - 1);
	const rest = fail - shown.length;
	const kept = report === undefined || isRecorded(state, report);
	const heading = report === undefined ? t.seen(name) : t.failures(name, fail, kept);
	return [
		blank,
		line(heading, 'strong'),
		...shown.map((failure): Line => {
			const accepted = isAccepted(state, id, failure);
			return [
				{text: `${signs.fail} `, tone: accepted ? 'muted' : 'bad'},
				{text: failure.severity.padEnd(9), tone: accepted ? 'muted' : 'strong'},
				...(accepted ? [{text: `${texts.findings.accepted} · `, tone: 'muted'} as const] : []),
				{text: wholeText(failure.text), tone: accepted ? 'muted' : 'plain'},
			];
		}),
		...(rest === 0 ? [] : [line(kept ? t.more(rest) : t.moreLost(rest), 'muted')]),
	];
};

/** What is to be known before it starts: names sent in clear, and logins that an alarm may see. */
const plaintextLines = (
	state: State,
	databases: readonly DatabaseTarget[],
	width: number,
): readonly Line[] => {
	const chosen = chosenOf(state.probes, state);
	const tested = databases.some(d => triesPlaintext(d) && chosen.includes(d.id));
	if (!tested) return [];
	const {plaintextTest} = state.probes;
	return paragraph(
		plaintextTest ? t.plaintextOn : t.plaintextOff,
		width,
		plaintextTest ? 'warn' : 'muted',
	);
};

type Props = {readonly state: State; readonly width: number; readonly height: number};

/** The databases, what is chosen, and how far each probe is. */
export const ProbesScreen = ({state, width, height}: Props): ReactElement => {
	const databases = databasesOf(state);
	if (databases.length === 0) {
		return <Lines lines={[blank, ...paragraph(t.none, width)]} width={width} height={height} />;
	}
	const cursor = clamp(state.probes.cursor, databases.length);
	const names = Math.max(8, ...databases.map(d => cells(d.name)));
	const nameWidth = Math.min(names + 2, width >= 110 ? 40 : 20);
	const head = isRunning(state.probes)
		? []
		: [...paragraph(t.choose, width), ...plaintextLines(state, databases, width), blank];
	const end = endLines(state, width);
	const marked = databases[cursor];
	const room = height - head.length - end.length - 2;
	const {from, to} = windowAround(cursor, databases.length, Math.max(1, Math.floor(room * 0.7)));
	const rows = databases
		.slice(from, to)
		.flatMap((d, at) => rowLines(state, d, from + at === cursor, nameWidth, width));
	const left = height - head.length - rows.length - end.length - 4;
	const seen = marked === undefined ? [] : failureLines(state, marked, left);
	return (
		<Lines
			lines={[blank, ...head, ...rows, ...seen, ...(end.length === 0 ? [] : [blank, ...end])]}
			width={width}
			height={height}
		/>
	);
};
