import type {ProbeEvent} from '../../../domain/ports.js';
import type {TargetReport} from '../../../domain/run.js';
import type {DatabaseTarget} from '../../../domain/target.js';
import type {Finding} from '../../../domain/finding.js';
import {bySeverity} from '../../../domain/severity-order.js';
import {canProbe} from '../../../services/probeable.js';
import type {CommandOf} from '../../keys.js';
import type {Result, Trouble, World} from '../../messages.js';
import {texts} from '../../texts/texts.js';
import {clamp, moved} from '../../widgets/list/state.js';

/** What is known of one target's probe while it runs and after. */
export type Progress = {
	readonly phase: 'waiting' | 'running' | 'done';
	readonly step?: string;
	readonly pass: number;
	readonly fail: number;
	readonly unknown: number;
	readonly report?: TargetReport;
	/** The worst failures, worst first; a report of thousands is not kept twice. */
	readonly worst: readonly Failure[];
};

/** One failure in a line. */
export type Failure = Pick<Finding, 'severity' | 'check' | 'object'> & {readonly text: string};

/** More than a screen shows. */
const mostKept = 60;

export type Run = {
	readonly targets: readonly string[];
	readonly progress: Readonly<Record<string, Progress>>;
	/** ISO instants; `endedAt` once everything has settled. */
	readonly startedAt: string;
	readonly endedAt?: string;
	readonly cancelled: boolean;
	readonly trouble?: Trouble;
};

export type ProbesState = {
	readonly cursor: number;
	/** Ids; undefined means all, until the person chooses. */
	readonly chosen: readonly string[] | undefined;
	readonly run: Run | undefined;
	/** Whether the refusal test is made, which sends user and database names in clear. */
	readonly plaintextTest: boolean;
};

export const probesStart: ProbesState = {
	cursor: 0,
	chosen: undefined,
	run: undefined,
	plaintextTest: true,
};

/** The databases that can be probed, in the order of the record. */
export const databasesOf = ({snapshot}: World): readonly DatabaseTarget[] =>
	snapshot.evaluation.targets.flatMap(({target}) => (canProbe(target) ? [target] : []));

/** Ids of what Enter would probe. */
export const chosenOf = (state: ProbesState, world: World): readonly string[] => {
	const all = databasesOf(world).map(t => t.id);
	const {chosen} = state;
	return chosen === undefined ? all : all.filter(id => chosen.includes(id));
};

/** True from the start until everything has settled. */
export const isRunning = (state: ProbesState): boolean =>
	state.run !== undefined && state.run.endedAt === undefined;

/** True when leaving would cut short a run that has already seen something: one that has only begun is begun again. */
const sawSomething = ({phase, pass, fail, unknown}: Progress): boolean =>
	phase === 'done' || pass + fail + unknown > 0;
export const isWellUnderWay = (state: ProbesState): boolean =>
	isRunning(state) && Object.values(state.run?.progress ?? {}).some(sawSomething);

const untouched: Progress = {phase: 'waiting', pass: 0, fail: 0, unknown: 0, worst: []};

const begin = (targets: readonly string[], now: string): Run => ({
	targets,
	progress: Object.fromEntries(targets.map(id => [id, untouched])),
	startedAt: now,
	cancelled: false,
});

/** Among equals the order of arrival stays, so that lines do not jump while probes run. */
const withFailure = (worst: readonly Failure[], failure: Failure): readonly Failure[] => {
	const at = worst.findIndex(one => bySeverity(one.severity, failure.severity) > 0);
	return worst.toSpliced(at < 0 ? worst.length : at, 0, failure).slice(0, mostKept);
};

const after = (progress: Progress, event: ProbeEvent): Progress => {
	switch (event.kind) {
		case 'started':
			return {...progress, phase: 'running'};
		case 'step':
			return {...progress, phase: 'running', step: event.text};
		case 'finding': {
			const {outcome, title, object, severity, check} = event.finding;
			const key = outcome === 'error' ? 'unknown' : outcome;
			if (key === 'not-applicable') return {...progress, phase: 'running'};
			const counted = {...progress, phase: 'running' as const, [key]: progress[key] + 1};
			if (key !== 'fail') return counted;
			const failure: Failure =
				object === undefined
					? {severity, check, text: title}
					: {severity, check, object, text: `${title}: ${object}`};
			return {...counted, worst: withFailure(progress.worst, failure)};
		}
		case 'finished': {
			const count = (...outcomes: readonly string[]): number =>
				event.report.findings.filter(f => outcomes.includes(f.outcome)).length;
			return {
				...progress,
				phase: 'done',
				report: event.report,
				pass: count('pass'),
				fail: count('fail'),
				unknown: count('unknown', 'error'),
			};
		}
	}
};

/** Takes in what the probes reported; events of targets that were not asked for are ignored. */
export const afterEvents = (state: ProbesState, events: readonly ProbeEvent[]): ProbesState => {
	if (state.run === undefined) return state;
	const progress = {...state.run.progress};
	for (const event of events) {
		const before = progress[event.target];
		if (before !== undefined) progress[event.target] = after(before, event);
	}
	return {...state, run: {...state.run, progress}};
};

/** Everything has settled, or could not start for a reason the person can mend. */
export const afterRun = (
	state: ProbesState,
	now: string,
	trouble: Trouble | undefined,
): ProbesState =>
	state.run === undefined
		? state
		: {...state, run: {...state.run, endedAt: now, ...(trouble && {trouble})}};

/** Opens the screen; with a target, only that one is chosen. A run that goes on stays in view. */
export const openProbes = (
	state: ProbesState,
	target: string | undefined,
	world: World,
): ProbesState => {
	const at = databasesOf(world).findIndex(t => t.id === target);
	if (at < 0 || target === undefined || isRunning(state)) return state;
	return {...state, cursor: at, chosen: [target]};
};

const toggled = (state: ProbesState, chosen: readonly string[], id: string): ProbesState => ({
	...state,
	chosen: chosen.includes(id) ? chosen.filter(c => c !== id) : [...chosen, id],
});

const started = (
	state: ProbesState,
	chosen: readonly string[],
	now: string,
): Result<ProbesState> =>
	chosen.length === 0
		? {state, notice: {tone: 'warn', text: texts.probes.noneChosen}}
		: {
				state: {...state, run: begin(chosen, now)},
				effects: [{kind: 'probe', targets: chosen, plaintextTest: state.plaintextTest}],
			};

const cancelled = (state: ProbesState): Result<ProbesState> =>
	state.run === undefined
		? {state}
		: {state: {...state, run: {...state.run, cancelled: true}}, effects: [{kind: 'cancel-probe'}]};

/** What a command does on the screen of probes. */
export const updateProbes = (
	state: ProbesState,
	command: CommandOf<'probes' | 'probing'>,
	world: World,
): Result<ProbesState> => {
	const databases = databasesOf(world);
	const cursor = clamp(state.cursor, databases.length);
	const marked = databases[cursor];
	const chosen = chosenOf(state, world);
	switch (command) {
		case 'up':
		case 'down':
		case 'top':
		case 'bottom':
			return {state: {...state, cursor: moved(cursor, command, databases.length)}};
		case 'toggle':
			return {state: marked === undefined ? state : toggled(state, chosen, marked.id)};
		case 'toggle-all':
			return {state: {...state, chosen: chosen.length === databases.length ? [] : undefined}};
		case 'plaintext-test':
			return {state: {...state, plaintextTest: !state.plaintextTest}};
		case 'start-probes':
			return started(state, chosen, world.now);
		case 'cancel-probes':
			return cancelled(state);
		case 'go-findings':
			return {state, go: {screen: 'findings', ...(marked && {target: marked.id})}};
	}
};
