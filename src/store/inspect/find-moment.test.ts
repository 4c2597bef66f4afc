import {expect, test} from 'vitest';
import type {Entry} from '../../domain/history.js';
import {answer, meta, settings} from '../../../test/helpers/workspace-samples.js';
import {headHash} from '../assessment-format.js';
import {causalOrder} from '../causal-order.js';
import {makeEntries} from '../entry.js';
import {findMoment} from './find-moment.js';

const made = (question: string, seconds: number, parents: readonly Entry[]): Entry => {
	const ids = parents.map(({id}) => id);
	const [entry] = makeEntries([answer(question, 'yes')], meta(seconds), ids, () => undefined);
	if (entry === undefined) throw new Error('nothing was made');
	return entry;
};

const [begin] = makeEntries(
	[{kind: 'settings', key: 'workspace', after: settings}],
	meta(0),
	[],
	() => undefined,
);
const root = begin!;
// Two people work apart from `root` on; `joined` knows both.
const [a1, b1] = [made('a', 1, [root]), made('b', 2, [root])];
const [a2, b2] = [made('c', 3, [a1]), made('d', 4, [b1])];
const joined = made('e', 5, [a2, b2]);
const ordered = causalOrder(
	[root, a1, b1, a2, b2, joined].map((entry, i) => ({entry, file: 'w.jsonl', line: i + 1})),
);
const find = (...entries: readonly Entry[]): ReturnType<typeof findMoment> =>
	findMoment(ordered, headHash(entries.map(({id}) => id)));

test.each([
	[[joined], {standing: 'present'}],
	[[root], {standing: 'ancestor', at: meta(0).at, added: 5}],
	[[a1], {standing: 'ancestor', at: meta(1).at, added: 4}],
	[[a2, b2], {standing: 'ancestor', at: meta(4).at, added: 1}],
	[[a1, b2], {standing: 'ancestor', at: meta(4).at, added: 2}],
	[[a1, a2], {standing: 'unknown'}],
	[[made('f', 6, [joined])], {standing: 'unknown'}],
])('moment %# of two copies that were joined', (moment, standing) => {
	expect(find(...moment)).toEqual(standing);
});
