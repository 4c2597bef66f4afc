import fc from 'fast-check';
import {copyFile, cp, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import type {Entry} from '../domain/history.js';
import {canonicalJson} from '../domain/id.js';
import {
	answer,
	instant,
	meta,
	noAnswer,
	settings,
	temporaryFolder,
} from '../../test/helpers/workspace-samples.js';
import {causalOrder} from './causal-order.js';
import {conflictsIn} from './conflicts.js';
import {makeEntries} from './entry.js';
import {valueAt} from '../domain/value-at.js';
import {fold} from './fold.js';
import {readLines, groupText} from './history-lines.js';
import type {PlacedEntry} from './history-lines.js';
import {createWorkspace, openStore} from './index.js';

type Step =
	| {readonly who: number; readonly learnFrom: number}
	| {
			readonly who: number;
			readonly key: string;
			readonly value: string | null;
			readonly at: number;
	  };

const people = 3;
const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({who: fc.nat(people - 1), learnFrom: fc.nat(people - 1)}),
	fc.record({
		who: fc.nat(people - 1),
		key: fc.constantFrom('a', 'b', 'c'),
		value: fc.constantFrom('yes', 'no', null),
		at: fc.nat(9),
	}),
);

const placed = (entries: readonly Entry[], file = 'w.jsonl'): readonly PlacedEntry[] =>
	entries.map((entry, i) => ({entry, file, line: i + 1}));

const begin = makeEntries(
	[{kind: 'settings', key: 'workspace', after: settings}],
	meta(0),
	[],
	() => undefined,
);

/** What each person's copy holds after they worked apart, with clocks that disagree, and now and then copied files. */
const play = (steps: readonly Step[]): readonly (readonly Entry[])[] => {
	const copies: (readonly Entry[])[] = Array.from({length: people}, () => begin);
	for (const one of steps) {
		const mine = copies[one.who]!;
		if ('learnFrom' in one) {
			copies[one.who] = causalOrder(placed([...mine, ...copies[one.learnFrom]!])).entries;
			continue;
		}
		const {heads, entries} = causalOrder(placed(mine));
		const change = one.value === null ? noAnswer(one.key) : answer(one.key, one.value);
		const by = {by: `Person ${one.who}`, at: instant(one.at)};
		const state = fold(entries);
		copies[one.who] = [
			...entries,
			...makeEntries([change], by, heads, (kind, key) => valueAt(state, kind, key)),
		];
	}
	return copies;
};

const ancestors = (entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> => {
	const known = new Map<string, Set<string>>();
	for (const {id, parents} of entries)
		known.set(id, new Set([...parents, ...parents.flatMap(p => [...known.get(p)!])]));
	return known;
};

test('order, heads, state and conflicts depend on no file, no order of files and no doubles', () => {
	fc.assert(
		fc.property(fc.array(step, {maxLength: 25}), fc.infiniteStream(fc.nat()), (steps, dice) => {
			const all = play(steps).flat();
			const straight = causalOrder(placed(all));
			const shuffled = all
				.map(entry => ({entry, rank: dice.next().value as number}))
				.sort((a, b) => a.rank - b.rank)
				.map(({entry, rank}, i) => ({entry, file: `w-${rank % 4}.jsonl`, line: i + 1}));
			expect(causalOrder(shuffled)).toEqual(straight);
			expect(canonicalJson(fold(causalOrder(shuffled).entries))).toBe(
				canonicalJson(fold(straight.entries)),
			);
			const place = new Map(straight.entries.map(({id}, i) => [id, i]));
			for (const {id, parents} of straight.entries)
				for (const parent of parents) expect(place.get(parent)!).toBeLessThan(place.get(id)!);
			expect(straight.orphan).toBeUndefined();
		}),
		{numRuns: 200},
	);
});

test('the union of two copies gives the same state from both sides', () => {
	fc.assert(
		fc.property(fc.array(step, {maxLength: 25}), steps => {
			const [a, b] = play(steps);
			const one = causalOrder(placed([...a!, ...b!]));
			const two = causalOrder(placed([...b!, ...a!]));
			expect(JSON.stringify(fold(one.entries))).toBe(JSON.stringify(fold(two.entries)));
			expect(one.heads).toEqual(two.heads);
		}),
		{numRuns: 200},
	);
});

test('conflicts are just the latest changes of a key that do not know each other and differ', () => {
	fc.assert(
		fc.property(fc.array(step, {maxLength: 30}), steps => {
			const {entries} = causalOrder(placed(play(steps).flat()));
			const known = ancestors(entries);
			const expected = ['a', 'b', 'c'].flatMap(question => {
				const all = entries.filter(e => e.key.endsWith(`/${question}`));
				const latest = all.filter(e => !all.some(other => known.get(other.id)!.has(e.id)));
				return new Set(latest.map(e => canonicalJson(e.after))).size > 1
					? [latest.map(e => e.id)]
					: [];
			});
			expect(conflictsIn(entries).map(c => c.entries.map(e => e.id))).toEqual(expected);
		}),
		{numRuns: 300},
	);
});

test('folding step by step gives what folding at once gives, in the same order of keys', () => {
	fc.assert(
		fc.property(fc.array(step, {maxLength: 25}), fc.nat(), (steps, cut) => {
			const {entries} = causalOrder(placed(play(steps).flat()));
			const at = 1 + (cut % entries.length);
			const stepwise = fold(entries.slice(at), fold(entries.slice(0, at)));
			expect(JSON.stringify(stepwise)).toBe(JSON.stringify(fold(entries)));
		}),
	);
});

test('entries come back from their lines as they went in', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary', maxLength: 40}), fc.boolean(), (text, many) => {
			const change = {kind: 'answer', key: `t/${text}`} as const;
			const first = answer('a', text);
			const changes = [first, ...(many ? [{...change, after: null}] : [])];
			const made = makeEntries(changes, {...meta(1), why: text}, [begin[0]!.id], () => null);
			const lines = readLines('w.jsonl', Buffer.from(groupText(made)), () => undefined);
			expect(lines.entries.map(e => e.entry)).toEqual(made);
			expect(lines.torn).toHaveLength(0);
		}),
	);
});

test('a change that does not fit its kind or key is a bug of the caller and is not recorded', async () => {
	const root = await temporaryFolder();
	const store = await createWorkspace({root, settings, writer: 'w-00000001', ...meta(0)});
	const good = answer('tls', 'yes');
	for (const bad of [
		{...good, key: 't-0123456789/other'},
		{...good, after: {...good.after, password: 'x'}},
		{kind: 'settings', key: 'workspace', after: null},
	])
		await expect(store.append([good, bad as typeof good], meta(1))).rejects.toThrow(
			'cannot be recorded',
		);
	expect(await store.history()).toHaveLength(1);
});

test('two copies of a workspace that exchange their files agree, and a conflict is settled by a new change', async () => {
	const top = await temporaryFolder();
	const [mine, theirs] = [join(top, 'mine'), join(top, 'theirs')];
	const first = await createWorkspace({root: mine, settings, writer: 'w-00000001', ...meta(0)});
	await first.append([answer('tls', 'yes')], meta(1));
	await first.flush();
	await cp(mine, theirs, {recursive: true});
	const a = await openStore({root: mine, writer: 'w-00000001'});
	const b = await openStore({root: theirs, writer: 'w-00000002'});
	await a.append([answer('tls', 'partly'), answer('backup', 7)], meta(2, 'Ada'));
	await b.append([answer('tls', 'no'), answer('owner', 'Bob')], meta(3, 'Bob'));
	for (const [from, to] of [
		[mine, theirs],
		[theirs, mine],
	] as const)
		for (const name of await readdir(join(from, 'history')))
			if ((name === 'w-00000001.jsonl') === (from === mine))
				await copyFile(join(from, 'history', name), join(to, 'history', name));
	expect(await a.head()).toBe(await b.head());
	expect(await a.state()).toEqual(await b.state());
	expect((await a.state()).answers['t-0123456789/tls']?.value).toBe('no');
	expect(await a.conflicts()).toMatchObject([
		{kind: 'answer', key: 't-0123456789/tls', entries: [{by: 'Ada'}, {by: 'Bob'}]},
	]);
	await a.append([answer('tls', 'partly')], meta(4, 'Ada'));
	expect(await a.conflicts()).toEqual([]);
	expect((await a.history()).at(-1)?.parents).toHaveLength(2);
	for (const store of [a, b]) {
		await store.flush();
		expect(store.notices()).toEqual([]);
	}
});
