import {count} from '../../domain/count.js';
import {UserError} from '../../domain/errors.js';
import {plainText} from '../../domain/text.js';
import type {Entry} from '../../domain/history.js';
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

/** One change in words. */
export const describeEntry = (entry: Entry, state: WorkspaceState): string => {
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
			return `evidence ${shown(member(entry.after, 'title'))}`;
		case 'waiver':
			return `failure accepted until ${shown(member(entry.after, 'until'))}`;
		case 'resolution':
			return `${target}: contradiction on ${second} settled until ${shown(member(entry.after, 'until'))}`;
		case 'decision':
			return `${target}: risk ${second}: ${shown(member(entry.after, 'treatment'))}`;
		case 'settings':
			return `settings of ${shown(member(entry.after, 'organisation'))}`;
		case 'mark':
			return `${target}: mark on ${second}`;
		case 'content': {
			const questions = member(entry.after, 'questions');
			const known = Array.isArray(questions) ? questions.length : 0;
			return member(entry.after, 'first') === true
				? `the record knows ${count(known, 'question', 'questions')}`
				: `${count(known, 'question', 'questions')} came with new content`;
		}
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
	output.table(
		entries
			.slice(-Number(options.limit))
			.map(entry => [
				entry.at.slice(0, 16).replace('T', ' '),
				plainText(entry.by, 24),
				describeEntry(entry, state),
				entry.why === undefined ? '' : output.style.dim(plainText(entry.why, 60)),
			]),
	);
	output.line(`${count(entries.length, 'entry', 'entries')}. Head: ${await project.store.head()}`);
};
