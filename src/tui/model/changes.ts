import {controlsOf, questionsOf} from '../../domain/content-parts.js';
import type {Entry} from '../../domain/history.js';
import {profileLabel} from '../../domain/own-profile.js';
import {plainText} from '../../domain/text.js';
import {collections, type ChangeKind, type ValueOf} from '../../domain/workspace.js';
import type {Snapshot} from '../../services/workbench.js';
import {texts} from '../texts/texts.js';
import {answerInWords} from './choices.js';

/** A change in words: of what, and what stood there before and after. */
export type ChangeWords = {
	/** Name of its target; empty where it belongs to none. */
	readonly target: string;
	readonly what: string;
	readonly before: string;
	readonly after: string;
};

const t = texts.history;

/** A value of the record, when it still fits the schema of its kind. */
const valueOf = <K extends ChangeKind>(kind: K, value: unknown): ValueOf<K> | undefined => {
	const read = collections[kind].safeParse(value);
	// The schema of the kind has just read the value: the pairing holds.
	return read.success ? (read.data as ValueOf<K>) : undefined;
};

/** Id of the target that a change belongs to; undefined where it belongs to none. */
export const targetOfChange = ({kind, key, before, after}: Entry): string | undefined => {
	switch (kind) {
		case 'settings':
		case 'content':
		case 'baseline':
			return undefined;
		case 'target':
			return key;
		case 'answer':
		case 'suggestion':
		case 'mark':
		case 'resolution':
		case 'decision':
			return key.split('/')[0];
		case 'waiver':
			return (valueOf('waiver', after) ?? valueOf('waiver', before))?.target;
		case 'run':
			return (valueOf('run', after) ?? valueOf('run', before))?.target;
		case 'evidence':
			return (valueOf('evidence', after) ?? valueOf('evidence', before))?.links[0]?.target;
	}
};

type Said = Omit<ChangeWords, 'target'>;

/** Both sides of a change, each in words; a side that is missing is called nothing. */
const sides = <K extends ChangeKind>(
	kind: K,
	entry: Entry,
	say: (value: ValueOf<K>) => string,
): Pick<Said, 'before' | 'after'> => {
	const side = (value: unknown): string => {
		if (value === null || value === undefined) return t.nothing;
		const read = valueOf(kind, value);
		return read === undefined ? t.present : say(read);
	};
	return {before: side(entry.before), after: side(entry.after)};
};

const answerWords = (entry: Entry, {content}: Snapshot): Said => {
	const id = entry.key.split('/')[1] ?? entry.key;
	const question = questionsOf(content).find(q => q.id === id);
	const [before, after] = [valueOf('answer', entry.before), valueOf('answer', entry.after)];
	const noteMatters = (before?.note ?? '') !== (after?.note ?? '');
	return {
		what: question?.text ?? id,
		...sides('answer', entry, ({value, note}) => {
			const said = question === undefined ? String(value) : answerInWords(question, value);
			return noteMatters && note !== undefined ? t.withNote(said, note) : said;
		}),
	};
};

const settingsWords = (entry: Entry, {content}: Snapshot): Said => {
	const [before, after] = [valueOf('settings', entry.before), valueOf('settings', entry.after)];
	const profiles = (ids: readonly string[]): string =>
		ids.map(id => profileLabel(content, id)).join(', ');
	const differ = before?.profiles.join() !== after?.profiles.join();
	return {
		what: t.kinds.settings,
		...sides('settings', entry, s => (differ ? t.profiles(profiles(s.profiles)) : t.changed)),
	};
};

const said = (entry: Entry, snapshot: Snapshot): Said => {
	const {kind, key} = entry;
	const second = key.split('/')[1] ?? key;
	switch (kind) {
		case 'answer':
			return answerWords(entry, snapshot);
		case 'settings':
			return settingsWords(entry, snapshot);
		case 'resolution': {
			const control = controlsOf(snapshot.content).find(c => c.id === second);
			return {
				what: `${t.kinds.resolution}: ${control?.title ?? second}`,
				...sides('resolution', entry, r =>
					r.overtaken === undefined ? `${t.until(r.until)}: ${r.reason}` : t.reopened,
				),
			};
		}
		case 'waiver': {
			const waiver = valueOf('waiver', entry.after) ?? valueOf('waiver', entry.before);
			const checks = [...new Set(waiver?.failures.map(f => f.check) ?? [key])].join(', ');
			return {
				what: `${t.kinds.waiver}: ${checks}`,
				...sides('waiver', entry, w => `${t.until(w.until)}, ${w.approver}: ${w.reason}`),
			};
		}
		case 'decision': {
			const risk = snapshot.evaluation.risks.find(r => r.risk === second);
			return {
				what: `${t.kinds.decision}: ${risk?.definition.title ?? second}`,
				...sides('decision', entry, d => d.treatment),
			};
		}
		case 'mark':
			return {
				what: `${t.kinds.mark}: ${second}`,
				...sides('mark', entry, m =>
					m.assignee === undefined ? (m.later ? t.later : t.nothing) : t.given(m.assignee),
				),
			};
		case 'target': {
			const changed = entry.before === null || entry.before === undefined ? t.present : t.changed;
			return {what: t.kinds.target, ...sides('target', entry, () => changed)};
		}
		case 'evidence':
			return {what: t.kinds.evidence, ...sides('evidence', entry, e => e.title)};
		case 'run':
			return {what: t.kinds.run, ...sides('run', entry, r => r.status)};
		case 'content':
			return {
				what: t.kinds.content,
				...sides('content', entry, c => t.noted(c.questions.length)),
			};
		case 'suggestion':
			return {
				what: `${t.kinds.suggestion}: ${second}`,
				...sides('suggestion', entry, a => String(a.value)),
			};
		case 'baseline':
			return {
				what: `${t.kinds.baseline} ${key}`,
				...sides('baseline', entry, b => t.approved(b.approver)),
			};
	}
};

/** A change in words, without anything a terminal would obey. */
export const changeWords = (entry: Entry, snapshot: Snapshot): ChangeWords => {
	const id = targetOfChange(entry);
	const {what, before, after} = said(entry, snapshot);
	const target = id === undefined ? '' : (snapshot.state.targets[id]?.name ?? id);
	const plain = (text: string): string => plainText(text, 1_000);
	return {
		target: plain(target),
		what: plain(what),
		before: plain(before),
		after: plain(after),
	};
};

/** The question behind a change: the answered one, or the first asked about the control it settles. */
export const questionOfChange = (
	{kind, key}: Entry,
	{evaluation}: Snapshot,
): {readonly target: string; readonly question: string} | undefined => {
	const [target = '', second = ''] = key.split('/');
	const found = evaluation.questions.find(
		q =>
			q.asked &&
			q.target === target &&
			(kind === 'answer' || kind === 'mark' ? q.question === second : q.control === second),
	);
	return found === undefined ? undefined : {target, question: found.question};
};
