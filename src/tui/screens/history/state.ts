import type {Entry} from '../../../domain/history.js';
import {changeGroups, changeStacks} from '../../../services/change-groups.js';
import type {CommandOf} from '../../keys.js';
import type {Place, Result, Trouble, World} from '../../messages.js';
import {questionOfChange, targetOfChange} from '../../model/changes.js';
import {texts} from '../../texts/texts.js';
import {moved} from '../../widgets/list/state.js';

export type HistoryState = {
	/** The oldest first; undefined until they are read. */
	readonly entries: readonly Entry[] | undefined;
	readonly trouble: Trouble | undefined;
	/** Id of a target; all when undefined. */
	readonly target: string | undefined;
	/** Only the answer to this question of the target. */
	readonly question: string | undefined;
	/** Changes of this person; of everybody when undefined. */
	readonly person: string | undefined;
	/** Id of the marked entry; the newest when it is not listed. */
	readonly marked: string | undefined;
	readonly scroll: number;
};

export const historyStart: HistoryState = {
	entries: undefined,
	trouble: undefined,
	target: undefined,
	question: undefined,
	person: undefined,
	marked: undefined,
	scroll: 0,
};

/** Opens the screen on a target or one answer of it; what was read stays until it is read anew. */
export const openHistory = (
	{entries}: HistoryState,
	{target, question}: Extract<Place, {screen: 'history'}>,
): HistoryState => ({...historyStart, entries, target, question});

type Known = {
	readonly targets: ReadonlyMap<string, string | undefined>;
	readonly undone: ReadonlySet<string>;
	readonly people: readonly string[];
};

// A history that was read never changes, so that it is looked through once.
const known = new WeakMap<readonly Entry[], Known>();
const knownOf = (entries: readonly Entry[]): Known => {
	const found = known.get(entries);
	if (found !== undefined) return found;
	const made = {
		targets: new Map(entries.map(e => [e.id, targetOfChange(e)])),
		undone: changeStacks(changeGroups(entries)).undone,
		people: [...new Set(entries.map(e => e.by))],
	};
	known.set(entries, made);
	return made;
};

/** Whether a change was undone and does not count now. */
export const isUndone = ({entries = []}: HistoryState, {id}: Entry): boolean =>
	knownOf(entries).undone.has(id);

/** The changes under the filter, the newest first, and which of them is marked (-1 when there is none). */
export const changesOf = (
	state: HistoryState,
): {
	readonly changes: readonly Entry[];
	readonly at: number;
	readonly marked: Entry | undefined;
} => {
	const {entries = [], target, question, person} = state;
	const {targets} = knownOf(entries);
	const changes = entries
		.filter(
			e =>
				(target === undefined || targets.get(e.id) === target) &&
				(question === undefined || e.key === `${target ?? ''}/${question}`) &&
				(person === undefined || e.by === person),
		)
		.toReversed();
	const found = changes.findIndex(e => e.id === state.marked);
	const at = found >= 0 ? found : changes.length === 0 ? -1 : 0;
	return {changes, at, marked: changes[at]};
};

const following = <T>(list: readonly T[], now: T): T | undefined =>
	list[(list.indexOf(now) + 1) % Math.max(1, list.length)];

/** What a command does in the history. */
export const updateHistory = (
	state: HistoryState,
	command: CommandOf<'history'>,
	world: World,
): Result<HistoryState> => {
	const {changes, at, marked} = changesOf(state);
	const fresh = {marked: undefined, scroll: 0};
	const moveTo = (to: Parameters<typeof moved>[1]): Result<HistoryState> => ({
		state: {...state, scroll: 0, marked: changes[moved(at, to, changes.length)]?.id},
	});
	switch (command) {
		case 'up':
		case 'down':
		case 'top':
		case 'bottom':
			return moveTo(command);
		case 'scroll-up':
			return moveTo('page-up');
		case 'scroll-down':
			return moveTo('page-down');
		case 'only': {
			// From one answer to its target, from there to everything, and back to where the mark is.
			if (state.question !== undefined) return {state: {...state, ...fresh, question: undefined}};
			if (state.target !== undefined) return {state: {...state, ...fresh, target: undefined}};
			const place = marked === undefined ? undefined : questionOfChange(marked, world.snapshot);
			return {state: {...state, ...place}};
		}
		case 'only-all':
			return {state: {...historyStart, entries: state.entries}};
		case 'by-target': {
			const ids = world.snapshot.evaluation.targets.map(e => e.target.id);
			const target = following([undefined, ...ids], state.target);
			return {state: {...state, ...fresh, question: undefined, target}};
		}
		case 'by-person': {
			const people = [undefined, ...knownOf(state.entries ?? []).people];
			return {state: {...state, ...fresh, person: following(people, state.person)}};
		}
		case 'undo':
			return marked === undefined
				? {state}
				: {state, effects: [{kind: 'seek', what: 'undo', entry: marked.id}]};
		case 'go-question': {
			const found = marked === undefined ? undefined : questionOfChange(marked, world.snapshot);
			return found === undefined
				? {state, notice: {tone: 'warn', text: texts.history.noQuestion}}
				: {state, go: {screen: 'questions', ...found}};
		}
	}
};
