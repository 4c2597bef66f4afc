import {count} from '../domain/count.js';
import type {Entry} from '../domain/history.js';
import {canonicalJson} from '../domain/id.js';
import {plainText} from '../domain/text.js';
import type {WorkspaceState} from '../domain/workspace.js';

/** What is needed to say an entry in words. */
export type Tongue = {
	/** The present state, for the names of targets. */
	readonly state: WorkspaceState;
	/** Ids of the follow-ups to "partly". */
	readonly derived: ReadonlySet<string>;
};

const member = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)[name]
		: undefined;

const listOf = (value: unknown): readonly unknown[] =>
	Array.isArray(value) ? (value as readonly unknown[]) : [];

const nothing = '–';

/** A value in words: no braces and no quotes; targets by their names, a server as `primary db:5432`, a login as `scanner dbvet/shop`. */
const said = (value: unknown, {state}: Tongue): string => {
	const words = (one: unknown): string => {
		if (typeof one === 'string')
			return Object.hasOwn(state.targets, one) ? (state.targets[one]?.name ?? one) : one;
		if (one === undefined || one === null) return nothing;
		if (Array.isArray(one)) return one.length === 0 ? 'none' : one.map(words).join(', ');
		if (typeof one === 'object') {
			const {role, host, port, user, database, ...rest} = one as Record<string, unknown>;
			const place = host === undefined ? [] : [`${words(host)}:${words(port)}`];
			const login = user === undefined ? [] : [`${words(user)}/${words(database)}`];
			const others = Object.entries(rest).map(([key, v]) => `${fieldWords(key)} ${words(v)}`);
			const who = role === undefined ? [] : [words(role)];
			return [...who, ...place, ...login, ...others].join(' ') || nothing;
		}
		return JSON.stringify(one);
	};
	return plainText(words(value), 80);
};

/** `preparedBy` as `prepared by`. */
const fieldWords = (field: string): string =>
	field.replace(/At$/, '').replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);

/** What identifies a record or repeats the entry that it stands in. */
const silent = new Set([
	'id',
	'by',
	'at',
	'createdAt',
	'target',
	'question',
	'control',
	'risk',
	'answers',
	'sha256',
]);

/** Each field that changed, `name prod → prod-db; vendor – → aiven`. */
const differences = (before: unknown, after: unknown, tongue: Tongue): string => {
	const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
	const changed = [...fields].filter(
		field =>
			!silent.has(field) &&
			canonicalJson([member(before, field)]) !== canonicalJson([member(after, field)]),
	);
	return changed.length === 0
		? 'said again'
		: changed
				.map(
					field =>
						`${fieldWords(field)} ${said(member(before, field), tongue)} → ${said(member(after, field), tongue)}`,
				)
				.join('; ');
};

const some = (names: readonly string[]): string =>
	`${names.slice(0, 2).join(', ')}${names.length > 2 ? ` and ${names.length - 2} more` : ''}`;

const failuresOf = (waiver: unknown, tongue: Tongue): string => {
	const checks = listOf(member(waiver, 'failures')).map(one => said(member(one, 'check'), tongue));
	return some([...new Set(checks)]);
};

const besides = (evidence: unknown, tongue: Tongue): string => {
	const links = listOf(member(evidence, 'links')).map(
		link => `${said(member(link, 'target'), tongue)}/${said(member(link, 'control'), tongue)}`,
	);
	return links.length === 0 ? '' : ` for ${some(links)}`;
};

/** What was noted of the content, in numbers; what is derived for "partly" is asked only after such an answer and not counted. */
const contentWords = (note: unknown, {derived}: Tongue): string => {
	const known = listOf(member(note, 'questions')).filter(q => !derived.has(String(q))).length;
	if (member(note, 'first') === true)
		return `the record knows ${count(known, 'question', 'questions')}`;
	if (known === 0) return 'new follow-ups came with new content';
	return `${count(known, 'question', 'questions')} came with new content`;
};

const answerWords = (question: string, {before, after, why}: Entry, tongue: Tongue): string => {
	const [was, is] = [before, after].map(one => said(member(one, 'value'), tongue));
	const value = `${question} ${was ?? nothing} → ${is ?? nothing}`;
	const [old, note] = [member(before, 'note'), member(after, 'note')];
	// The reason of an entry repeats the note as a rule, and stands beside it.
	if (after === null || old === note || (note !== undefined && note === why)) return value;
	return note === undefined
		? `${value}, note taken away`
		: `${value}, note “${said(note, tongue)}”`;
};

/** The name of the target that an entry speaks of, as it is now; a name of its time where the target is gone. */
const targetOf = (entry: Entry, tongue: Tongue): string => {
	const {key, before, after} = entry;
	const [first = ''] = key.split('/');
	return said(member(after, 'target') ?? member(before, 'target') ?? first, tongue);
};

/** One change in a phrase: what, and the value before and after. */
export const changeWords = (entry: Entry, tongue: Tongue): string => {
	const {kind, key, before, after} = entry;
	const second = plainText(key.slice(key.indexOf('/') + 1), 120);
	const target = targetOf(entry, tongue);
	const [isNew, isGone] = [before === null || before === undefined, after === null];
	const changed = (): string => differences(before, after, tongue);
	switch (kind) {
		case 'answer':
			return `${target}: ${answerWords(second, entry, tongue)}`;
		case 'target': {
			const name = said(member(after, 'name') ?? member(before, 'name'), tongue);
			if (isNew) return `target ${name} added: ${said(member(after, 'kind'), tongue)}`;
			return isGone ? `target ${name} taken away` : `target ${name}: ${changed()}`;
		}
		case 'run':
			return `probe of ${target}: ${said(member(after, 'status'), tongue)}`;
		case 'evidence': {
			const title = said(member(after ?? before, 'title'), tongue);
			if (isGone) return `evidence ${title} taken away`;
			return `evidence ${title}${isNew ? besides(after, tongue) : `: ${changed()}`}`;
		}
		case 'waiver':
			return isGone
				? `${target}: ${failuresOf(before, tongue)} accepted no longer`
				: `${target}: ${failuresOf(after, tongue)} accepted until ${said(member(after, 'until'), tongue)}${isNew ? '' : ` (${changed()})`}`;
		case 'resolution': {
			const what = `${target}: contradiction on ${second}`;
			if (isGone) return `${what} open again`;
			if (member(after, 'overtaken') !== undefined)
				return `${what} open again, because the answer changed`;
			return `${what} settled until ${said(member(after, 'until'), tongue)}`;
		}
		case 'decision':
			return `${target}: risk ${second}: ${decisionWords(entry, tongue)}`;
		case 'settings':
			return isNew
				? `workspace of ${said(member(after, 'organisation'), tongue)} set up`
				: `settings: ${changed()}`;
		case 'mark':
			return `${target}: mark on ${second}${isGone ? ' taken away' : `: ${markWords(after, tongue)}`}`;
		case 'content':
			return contentWords(after, tongue);
		case 'suggestion':
			return `${target}: ${second} ${said(member(after, 'value'), tongue)} to be confirmed`;
		case 'baseline':
			return `baseline ${plainText(key, 64)} approved by ${said(member(after, 'approver'), tongue)}`;
	}
};

const decisionWords = ({before, after}: Entry, tongue: Tongue): string => {
	if (after === null) return 'no decision any more';
	return before === null || before === undefined
		? said(member(after, 'treatment'), tongue)
		: differences(before, after, tongue);
};

const markWords = (mark: unknown, tongue: Tongue): string => {
	const who = member(mark, 'assignee');
	const words = [
		...(member(mark, 'later') === true ? ['for later'] : []),
		...(who === undefined ? [] : [`for ${said(who, tongue)}`]),
	];
	return words.length === 0 ? 'none' : words.join(', ');
};
