import {questionsOf} from '../domain/content-parts.js';
import type {Content} from '../domain/content.js';
import {UserError} from '../domain/errors.js';
import {quotedWord} from '../domain/hide-logins.js';
import type {Entry} from '../domain/history.js';
import {momentOf} from '../domain/moment.js';
import {samePerson} from '../domain/person.js';
import {nearest} from '../domain/suggest.js';
import {collections, type WorkspaceState} from '../domain/workspace.js';

/** What to keep of a history; all that are given must hold. */
export type HistoryFilter = {
	/** Name of a target, live, retired or former. */
	readonly target?: string;
	readonly question?: string;
	/** As `--json` prints it, with the name of a target or its id in front. */
	readonly key?: string;
	readonly by?: string;
	/** A day or a time, both ends counted in. */
	readonly since?: string;
	readonly until?: string;
	readonly kind?: string;
};

const member = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)[name]
		: undefined;

/** @throws UserError that says what there is instead */
const unknown = (what: string, given: string, known: readonly string[], all: string): UserError => {
	const near = nearest(given, known);
	return new UserError(`${what} ${quotedWord(given)}.`, [
		near === undefined ? all : `Did you mean ${near}?`,
	]);
};

const listed = (names: readonly string[]): string =>
	names.length === 0 ? 'none' : names.slice(0, 12).join(', ') + (names.length > 12 ? ' …' : '');

/** Every name that a target has or had, with the ids that bore it. */
const namesIn = (entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> => {
	const names = new Map<string, Set<string>>();
	for (const {kind, key, after} of entries) {
		const name = member(after, 'name');
		if (kind !== 'target' || typeof name !== 'string') continue;
		for (const one of [name, key]) names.set(one, (names.get(one) ?? new Set()).add(key));
	}
	return names;
};

/** The targets that a name means: the live one, else all that ever bore it. */
const targetsOf = (
	name: string,
	entries: readonly Entry[],
	{targets}: WorkspaceState,
): ReadonlySet<string> => {
	const live = Object.values(targets).find(t => t.name === name && t.retiredAt === undefined);
	const found = live === undefined ? namesIn(entries).get(name) : new Set([live.id]);
	if (found !== undefined) return found;
	const names = [...new Set(Object.values(targets).map(t => t.name))].sort();
	const former = [...namesIn(entries).keys()];
	throw unknown(
		'There is and was no target named',
		name,
		[...names, ...former],
		`Targets: ${listed(names)}.`,
	);
};

const speaksOf = ({kind, key, before, after}: Entry, ids: ReadonlySet<string>): boolean => {
	const target = member(after, 'target') ?? member(before, 'target');
	const links = kind === 'evidence' ? (member(after ?? before, 'links') as {target: string}[]) : [];
	return (
		ids.has(key.split('/')[0] ?? '') ||
		(typeof target === 'string' && ids.has(target)) ||
		links.some(link => ids.has(link.target))
	);
};

const questionOf = ({kind, key}: Entry): string | undefined =>
	kind === 'answer' || kind === 'mark' ? key.slice(key.indexOf('/') + 1) : undefined;

const checkQuestion = (id: string, entries: readonly Entry[], content: Content): void => {
	const known = [
		...new Set([
			...questionsOf(content).map(q => q.id),
			...entries.flatMap(e => questionOf(e) ?? []),
		]),
	];
	if (!known.includes(id))
		throw unknown('There is no question', id, known, 'List them with: dbvet questionnaire list');
};

const instantOf = (option: string, text: string, end: 'from' | 'to'): string => {
	const moment = momentOf(text);
	if (moment !== undefined) return moment[end];
	throw new UserError(`${option} wants a day or a time, not ${quotedWord(text)}.`, [
		'Write 2026-11-22, or 2026-11-22T10:00Z.',
	]);
};

const keyFilter = (
	given: string,
	entries: readonly Entry[],
	state: WorkspaceState,
): ((entry: Entry) => boolean) => {
	const [first = '', ...rest] = given.split('/');
	const ids = namesIn(entries).get(first) ?? new Set<string>();
	const keys = new Set([given, ...[...ids].map(id => [id, ...rest].join('/'))]);
	const known = new Set(entries.map(({key}) => key));
	if ([...keys].some(key => known.has(key))) return entry => keys.has(entry.key);
	const named = [...known].map(key => {
		const [id = '', ...end] = key.split('/');
		return [state.targets[id]?.name ?? id, ...end].join('/');
	});
	throw unknown('Nothing was ever recorded under', given, named, 'Keys: dbvet history --json');
};

/**
 * The entries that a person asks for, in their order.
 * @throws UserError for a name, a question, a key, a kind or a time that does not exist
 */
export const filterHistory = (
	entries: readonly Entry[],
	filter: HistoryFilter,
	state: WorkspaceState,
	content: Content,
): readonly Entry[] => {
	const {target, question, key, by, since, until, kind} = filter;
	const tests: ((entry: Entry) => boolean)[] = [];
	if (target !== undefined) {
		const ids = targetsOf(target, entries, state);
		tests.push(entry => speaksOf(entry, ids));
	}
	if (question !== undefined) {
		checkQuestion(question, entries, content);
		tests.push(entry => questionOf(entry) === question);
	}
	if (key !== undefined) tests.push(keyFilter(key, entries, state));
	if (by !== undefined) {
		const people = [...new Set(entries.map(entry => entry.by))];
		if (!people.some(one => samePerson(one, by)))
			throw unknown(
				'Nobody changed anything under the name',
				by,
				people,
				`People: ${listed(people)}.`,
			);
		tests.push(entry => samePerson(entry.by, by));
	}
	if (kind !== undefined) {
		const kinds = Object.keys(collections);
		if (!kinds.includes(kind))
			throw unknown('There is no kind of change', kind, kinds, `Kinds: ${kinds.join(', ')}.`);
		tests.push(entry => entry.kind === kind);
	}
	const from = since === undefined ? undefined : instantOf('--since', since, 'from');
	const to = until === undefined ? undefined : instantOf('--until', until, 'to');
	if (from !== undefined && to !== undefined && from > to)
		throw new UserError('--since lies after --until, so that nothing can be between them.');
	const ms = (instant: string): number => Date.parse(instant);
	if (from !== undefined) tests.push(entry => ms(entry.at) >= ms(from));
	if (to !== undefined) tests.push(entry => ms(entry.at) <= ms(to));
	return entries.filter(entry => tests.every(test => test(entry)));
};
