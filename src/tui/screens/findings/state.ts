import type {Severity} from '../../../domain/severity.js';
import type {CommandOf} from '../../keys.js';
import type {FormPurpose, Place, Result, World} from '../../messages.js';
import {
	contradictionEntry,
	contradictionWith,
	entriesOf,
	questionOf,
	showOrder,
	type Entry,
	type Filter,
} from '../../model/entries.js';
import {texts} from '../../texts/texts.js';
import {moved} from '../../widgets/list/state.js';

export type FindingsState = Filter & {
	/** Id of the marked line; the first when it is not listed. */
	readonly marked: string | undefined;
	readonly opened: boolean;
	readonly scroll: number;
};

export const findingsStart: FindingsState = {
	show: 'attention',
	target: undefined,
	severity: undefined,
	marked: undefined,
	opened: false,
	scroll: 0,
};

/** The lines under the filter, and which of them is marked (-1 when there is none). */
export const linesOf = (
	state: FindingsState,
	world: World,
): {
	readonly entries: readonly Entry[];
	readonly at: number;
	readonly marked: Entry | undefined;
} => {
	const entries = entriesOf(world.snapshot, state, world.me);
	const found = entries.findIndex(e => e.id === state.marked);
	const at = found >= 0 ? found : entries.length === 0 ? -1 : 0;
	return {entries, at, marked: entries[at]};
};

/** Opens the screen at a place; a line that is asked for is marked. */
export const openFindings = (
	state: FindingsState,
	place: Extract<Place, {screen: 'findings'}>,
): FindingsState => ({
	...findingsStart,
	target: place.target,
	show: place.show ?? (place.target === undefined ? state.show : 'attention'),
	marked: place.select,
});

const severities: readonly (Severity | undefined)[] = [
	undefined,
	'low',
	'medium',
	'high',
	'critical',
];

const following = <T>(list: readonly T[], now: T): T | undefined =>
	list[(list.indexOf(now) + 1) % Math.max(1, list.length)];

type Step = Result<FindingsState>;

/** The contradiction of a failure, marked and in view: it is what can be resolved. */
const leadToContradiction = (
	state: FindingsState,
	marked: Entry | undefined,
	world: World,
): Step | undefined => {
	if (marked?.kind !== 'finding') return undefined;
	const found = contradictionWith(world.snapshot, marked.finding);
	if (found === undefined) return undefined;
	const entry = contradictionEntry(found);
	const before = {...state, marked: entry.id, scroll: 0};
	const listed = entriesOf(world.snapshot, before, world.me).some(e => e.id === entry.id);
	const shown: FindingsState = listed
		? before
		: {...before, show: 'attention', severity: undefined};
	return resolve(shown, entry, world);
};

/** The form that resolves a contradiction, or a word why there is nothing to resolve. */
const resolve = (state: FindingsState, marked: Entry | undefined, world: World): Step => {
	const led = leadToContradiction(state, marked, world);
	if (led !== undefined) return led;
	if (marked?.kind !== 'contradiction') {
		return {state, notice: {tone: 'warn', text: texts.findings.cannotResolve}};
	}
	const {id, target, text} = marked.contradiction;
	const question = questionOf(marked, world.snapshot)?.question;
	const form: FormPurpose = {
		kind: 'resolve',
		contradiction: id,
		target,
		text,
		...(question === undefined ? {} : {question}),
	};
	return {state, form};
};

/** The form that accepts a failure, or a word why this cannot be accepted. */
const accept = (state: FindingsState, marked: Entry | undefined): Step => {
	const no = (text: string): Step => ({state, notice: {tone: 'warn', text}});
	if (marked === undefined) return {state};
	if (marked.kind === 'contradiction') return no(texts.findings.contradictionNotAccepted);
	const {target, check, object, title, severity, outcome} = marked.finding;
	if (outcome === 'unknown' || outcome === 'error') return no(texts.findings.unknownNotAccepted);
	if (outcome !== 'fail') return no(texts.findings.cannotAccept);
	const form: FormPurpose = {
		kind: 'waive',
		target,
		check,
		title,
		severity,
		...(object === undefined ? {} : {object}),
	};
	return {state, form};
};

const scrolled = (state: FindingsState, by: number): Step => ({
	state: {...state, scroll: Math.max(0, state.scroll + by)},
});

/** What a command does on the list of findings. */
export const updateFindings = (
	state: FindingsState,
	command: CommandOf<'findings'>,
	world: World,
): Step => {
	const {entries, at, marked} = linesOf(state, world);
	const fresh = {marked: undefined, scroll: 0};
	switch (command) {
		case 'up':
		case 'down':
		case 'top':
		case 'bottom': {
			const next = entries[moved(at, command, entries.length)];
			return {state: {...state, marked: next?.id, scroll: 0}};
		}
		case 'scroll-up':
			return scrolled(state, -5);
		case 'scroll-down':
			return scrolled(state, 5);
		case 'only':
			return {state: {...state, ...fresh, show: following(showOrder, state.show) ?? 'all'}};
		case 'only-all':
			return {
				state: {...state, ...fresh, show: 'all', target: undefined, severity: undefined},
			};
		case 'by-target': {
			const ids = world.snapshot.evaluation.targets.map(t => t.target.id);
			return {state: {...state, ...fresh, target: following([undefined, ...ids], state.target)}};
		}
		case 'by-severity':
			return {state: {...state, ...fresh, severity: following(severities, state.severity)}};
		case 'open-detail':
			return {
				state:
					marked === undefined ? state : {...state, opened: true, scroll: 0, marked: marked.id},
			};
		case 'resolve':
			return resolve(state, marked, world);
		case 'accept':
			return accept(state, marked);
	}
};

/** What a command does on one opened line. */
export const updateDetail = (
	state: FindingsState,
	command: CommandOf<'detail'>,
	world: World,
): Step => {
	const {marked} = linesOf(state, world);
	switch (command) {
		case 'line-up':
			return scrolled(state, -1);
		case 'line-down':
			return scrolled(state, 1);
		case 'scroll-up':
			return scrolled(state, -10);
		case 'scroll-down':
			return scrolled(state, 10);
		case 'resolve':
			return resolve(state, marked, world);
		case 'accept':
			return accept(state, marked);
		case 'go-question': {
			const found = marked === undefined ? undefined : questionOf(marked, world.snapshot);
			return found === undefined
				? {state, notice: {tone: 'warn', text: texts.findings.noQuestion}}
				: {state, go: {screen: 'questions', ...found}};
		}
		case 'close':
			return {state: {...state, opened: false, scroll: 0}};
	}
};
