import type {Answer} from '../domain/answer.js';
import {canonicalJson} from '../domain/id.js';
import {plainText} from '../domain/text.js';
import type {ChangeKind} from '../domain/workspace.js';
import {unique} from './order.js';

export const isAnswer = (value: unknown): value is Answer =>
	typeof value === 'object' && value !== null && 'question' in value && 'value' in value;

/** Hashes and stamps, which tell a reader nothing. */
const silent: readonly string[] = ['by', 'at', 'id', 'sha256', 'answers', 'bytes'];

const membersOf = (value: unknown): ReadonlyMap<string, unknown> =>
	new Map(
		typeof value === 'object' && value !== null
			? Object.entries(value).filter(([name]) => !silent.includes(name))
			: [],
	);

/** `preparedBy` as people write it: prepared by. */
const words = (name: string): string =>
	name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);

const said = (value: unknown): string => {
	if (value === undefined) return 'none';
	if (Array.isArray(value) && value.every(one => typeof one === 'string'))
		return plainText(value.join(', '), 120);
	return plainText(typeof value === 'string' ? value : JSON.stringify(value), 120);
};

const takenAway: Readonly<Partial<Record<ChangeKind, string>>> = {
	answer: 'no answer: it was taken away',
};

/** What one of several values says where they differ: "name: prod-eu; profiles: regulated". */
export const differences = (
	kind: ChangeKind,
	values: readonly unknown[],
	index: number,
): string => {
	const own = values[index];
	if (own === null || own === undefined) return takenAway[kind] ?? 'it was taken away';
	const all = values.filter(value => value !== null).map(membersOf);
	const names = unique(all.flatMap(members => [...members.keys()])).filter(
		name => new Set(all.map(members => canonicalJson([members.get(name)]))).size > 1,
	);
	const mine = membersOf(own);
	const shown =
		names.length > 0 ? names : ['name', 'title', 'reason', 'treatment'].filter(n => mine.has(n));
	return shown.length === 0
		? 'it stays'
		: shown.map(name => `${words(name)}: ${said(mine.get(name))}`).join('; ');
};
