import {canProbe} from '../../../services/probeable.js';
import {bindingsOf, type Binding, type Context} from '../../keys.js';
import type {Place} from '../../messages.js';
import {showOrder} from '../../model/entries.js';
import {matchOf} from '../../model/match.js';
import {questionFilters} from '../../model/question-filter.js';
import {isRunning} from '../../screens/probes/state.js';
import {contextsOf, type State} from '../../state.js';
import {commandTexts} from '../../texts/commands.js';
import {texts} from '../../texts/texts.js';

/** What choosing an entry does. */
export type Run =
	| {
			readonly kind: 'command';
			readonly context: Context;
			readonly command: Binding['command'];
			readonly key: string;
	  }
	| {readonly kind: 'go'; readonly place: Place}
	| {readonly kind: 'probe'; readonly target: string}
	/** Of all documents without an id. */
	| {readonly kind: 'write'; readonly document: string | undefined};

export type Item = {
	/** The same in every session: by it an entry counts as used before. */
	readonly id: string;
	readonly text: string;
	/** Empty for what no key does. */
	readonly keys: readonly string[];
	readonly run: Run;
};

/** Commands that move a mark or a cursor mean nothing away from what they move; the palette does not list itself. */
const left: ReadonlySet<Binding['command']> = new Set([
	'up',
	'down',
	'top',
	'bottom',
	'pick',
	'line-up',
	'line-down',
	'scroll-up',
	'scroll-down',
	'palette',
] as const);

/** Every command of what is in front, from the key table; the foremost context decides, as it does for keys. */
const commandItems = (state: State): readonly Item[] => {
	const seen = new Set<Binding['command']>();
	return contextsOf(state).flatMap(context =>
		bindingsOf(context).flatMap(({command, keys}): readonly Item[] => {
			const here = `go-${state.screen}`;
			if (left.has(command) || seen.has(command) || command === here) return [];
			seen.add(command);
			const run = {kind: 'command', context, command, key: keys[0] ?? ''} as const;
			return [{id: command, text: commandTexts[command].help, keys, run}];
		}),
	);
};

const place = (id: string, text: string, to: Place): Item => ({
	id,
	text,
	keys: [],
	run: {kind: 'go', place: to},
});

const t = texts.palette;

const targetItems = ({snapshot, probes}: State): readonly Item[] =>
	snapshot.evaluation.targets.flatMap(({target, lastRun}): readonly Item[] => {
		const {id, name, kind} = target;
		const probe: Item = {
			id: `probe ${id}`,
			text: lastRun === undefined ? t.probe(name) : t.probeAgain(name),
			keys: [],
			run: {kind: 'probe', target: id},
		};
		return [
			place(`questions ${id}`, t.questionsOf(name), {screen: 'questions', target: id}),
			place(`findings ${id}`, t.findingsOf(name), {screen: 'findings', target: id}),
			...(canProbe(target) && !isRunning(probes) ? [probe] : []),
			...(kind === 'vendor'
				? [place(`vendor ${id}`, t.vendor(name), {screen: 'vendors', vendor: id})]
				: []),
			place(`history ${id}`, t.historyOf(name), {screen: 'history', target: id}),
		];
	});

/** The filters of the questions in front, and of the findings. */
const filterItems = ({screen, questions, snapshot}: State): readonly Item[] => {
	const target = screen === 'questions' ? questions.target : undefined;
	const name = snapshot.state.targets[target ?? '']?.name ?? '';
	return [
		...questionFilters.flatMap(filter => {
			if (target === undefined) return [];
			const text = t.filtered(name, texts.filters.questions[filter]);
			return [place(`filter ${filter}`, text, {screen: 'questions', target, filter})];
		}),
		...showOrder.map(show =>
			place(`show ${show}`, t.findings(texts.findings.show[show]), {screen: 'findings', show}),
		),
	];
};

const documentItems = ({documents = [], documentsScreen}: State): readonly Item[] => {
	if (documentsScreen.writing || documents.length === 0) return [];
	const write = (document: string | undefined, text: string): Item => ({
		id: `write ${document ?? 'all'}`,
		text,
		keys: [],
		run: {kind: 'write', document},
	});
	return [write(undefined, t.writeAll), ...documents.map(d => write(d.id, t.write(d.title)))];
};

/** Everything that can be done from here, each thing once: commands with their keys, then places. */
export const itemsOf = (given: State): readonly Item[] => {
	const state = {...given, overlay: undefined};
	return [
		...commandItems(state),
		...(state.screen === 'home' ? [] : [place('home', t.home, {screen: 'home'})]),
		...documentItems(state),
		...targetItems(state),
		...filterItems(state),
	];
};

/**
 * The entries that fit what was typed, the best first. Among equals those come first that were used before, the latest first, and then
 * they stand in the order of the list: the same letters always lead to the same entry until something is chosen.
 */
export const fittingItems = (state: State, typed: string): readonly Item[] => {
	const used = (item: Item): number => {
		const at = state.recent.indexOf(item.id);
		return at < 0 ? state.recent.length : at;
	};
	return itemsOf(state)
		.flatMap(item => {
			const rank = matchOf(item.text, typed);
			return rank === undefined ? [] : [{item, rank}];
		})
		.toSorted((a, b) => a.rank - b.rank || used(a.item) - used(b.item))
		.map(({item}) => item);
};
