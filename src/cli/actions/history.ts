import {count} from '../../domain/count.js';
import {questionsOf} from '../../domain/content-parts.js';
import {UserError} from '../../domain/errors.js';
import {plainText} from '../../domain/text.js';
import type {Entry} from '../../domain/history.js';
import type {Question} from '../../domain/question.js';
import type {WorkspaceState} from '../../domain/workspace.js';
import {findTarget} from '../../services/find-target.js';
import type {Project} from '../../services/project.js';
import {processOutput} from '../output.js';
import type {Globals} from '../globals.js';

const member = (value: unknown, name: string): unknown =>
	typeof value === 'object' && value !== null
		? (value as Record<string, unknown>)[name]
		: undefined;

const shown = (value: unknown): string =>
	value === undefined || value === null
		? '–'
		: plainText(typeof value === 'string' ? value : JSON.stringify(value), 60);

const nameOf = (id: unknown, state: WorkspaceState): string =>
	plainText(state.targets[String(id)]?.name ?? String(id), 60);

const listOf = (value: unknown): readonly unknown[] =>
	Array.isArray(value) ? (value as readonly unknown[]) : [];

/** The first two of some names, and how many more there are. */
const some = (names: readonly string[]): string =>
	`${names.slice(0, 2).join(', ')}${names.length > 2 ? ` and ${names.length - 2} more` : ''}`;

const failuresOf = (waiver: unknown): string => {
	const checks = listOf(member(waiver, 'failures')).map(one => shown(member(one, 'check')));
	return some([...new Set(checks)]);
};

const besides = (evidence: unknown, state: WorkspaceState): string => {
	const links = listOf(member(evidence, 'links')).map(
		link => `${nameOf(member(link, 'target'), state)}/${shown(member(link, 'control'))}`,
	);
	return links.length === 0 ? '' : ` for ${some(links)}`;
};

/** What was noted of the content, in numbers; what is derived for "partly" is asked only after such an answer and not counted. */
const contentWords = (note: unknown, derived: ReadonlySet<string>): string => {
	const questions = member(note, 'questions');
	const written = Array.isArray(questions) ? questions.filter(q => !derived.has(String(q))) : [];
	const known = written.length;
	if (member(note, 'first') === true)
		return `the record knows ${count(known, 'question', 'questions')}`;
	if (known === 0) return 'new follow-ups came with new content';
	return `${count(known, 'question', 'questions')} came with new content`;
};

/** One change in words; `derived` are the ids of the follow-ups to "partly". */
const describeEntry = (
	entry: Entry,
	state: WorkspaceState,
	derived: ReadonlySet<string>,
): string => {
	const [first = '', second = ''] = entry.key.split('/');
	const target = state.targets[first]?.name ?? first;
	switch (entry.kind) {
		case 'answer':
			return `${target}: ${second} ${shown(member(entry.before, 'value'))} → ${shown(member(entry.after, 'value'))}`;
		case 'target':
			return entry.before === undefined || entry.before === null
				? `target ${shown(member(entry.after, 'name'))} added`
				: `target ${shown(member(entry.after, 'name') ?? member(entry.before, 'name'))} changed`;
		case 'run':
			return `probe of ${state.targets[String(member(entry.after, 'target'))]?.name ?? 'a target'}: ${shown(member(entry.after, 'status'))}`;
		case 'evidence':
			return `evidence ${shown(member(entry.after, 'title'))}${besides(entry.after, state)}`;
		case 'waiver':
			return `${nameOf(member(entry.after, 'target'), state)}: ${failuresOf(entry.after)} accepted until ${shown(member(entry.after, 'until'))}`;
		case 'resolution':
			if (member(entry.after, 'overtaken') !== undefined)
				return `${target}: contradiction on ${second} open again, because the answer changed`;
			return `${target}: contradiction on ${second} settled until ${shown(member(entry.after, 'until'))}`;
		case 'decision':
			return `${target}: risk ${second}: ${shown(member(entry.after, 'treatment'))}`;
		case 'settings':
			return `settings of ${shown(member(entry.after, 'organisation'))}`;
		case 'mark':
			return `${target}: mark on ${second}`;
		case 'content':
			return contentWords(entry.after, derived);
		case 'suggestion':
			return `${target}: ${second} ${shown(member(entry.after, 'value'))} to be confirmed`;
		case 'baseline':
			return `baseline ${plainText(first, 64)} approved by ${shown(member(entry.after, 'approver'))}`;
	}
};

/** Prints the newest changes, the newest last; as JSON all of them in order. */
export const printHistory = async (
	project: Project,
	options: {readonly target?: string; readonly limit: string},
	globals: Globals,
): Promise<void> => {
	if (!/^\d{1,6}$/.test(options.limit)) {
		throw new UserError(`--limit wants a whole number, not ${JSON.stringify(options.limit)}.`);
	}
	const state = await project.store.state();
	const id = options.target === undefined ? undefined : findTarget(state, options.target).id;
	const entries = (await project.store.history()).filter(
		entry =>
			id === undefined ||
			entry.key === id ||
			entry.key.startsWith(`${id}/`) ||
			member(entry.after, 'target') === id,
	);
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({entries});
		return;
	}
	const derived = new Set(
		questionsOf(project.content)
			.filter((q: Question) => q.derived === true)
			.map(({id: question}) => question),
	);
	output.table(
		entries
			.slice(-Number(options.limit))
			.map(entry => [
				entry.at.slice(0, 16).replace('T', ' '),
				plainText(entry.by, 24),
				describeEntry(entry, state, derived),
				entry.why === undefined ? '' : output.style.dim(plainText(entry.why, 60)),
			]),
	);
	output.line(`${count(entries.length, 'entry', 'entries')}. Head: ${await project.store.head()}`);
};
