import type {Answer} from '../domain/answer.js';
import {contentOf, type Conflict} from '../domain/conflict.js';
import type {Content} from '../domain/content.js';
import {controlsOf, questionsOf} from '../domain/content-parts.js';
import type {Control} from '../domain/control.js';
import type {Entry} from '../domain/history.js';
import type {ConflictVersion, OpenConflict} from '../domain/open-conflict.js';
import type {Question} from '../domain/question.js';
import {plainText} from '../domain/text.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {groupBy, unique} from './order.js';
import {present} from './present.js';
import {quoted, valueWords} from './sentences.js';
import {isAnswer, differences} from './version-words.js';

/** What a conflict is about, in the words of the record. */
type Subject = Pick<
	OpenConflict,
	'id' | 'title' | 'target' | 'targetName' | 'question' | 'control' | 'severity'
>;

/** The target that a value or a key names. */
const targetOf = ({kind, key, entries}: Conflict): string | undefined => {
	switch (kind) {
		case 'target':
			return key;
		case 'answer':
		case 'suggestion':
		case 'mark':
		case 'resolution':
		case 'decision':
			return key.split('/')[0];
		case 'waiver':
			return entries
				.map(({after}) => (after as {readonly target?: string} | null)?.target)
				.find(target => target !== undefined);
		case 'settings':
		case 'evidence':
		case 'run':
		case 'content':
		case 'baseline':
			return undefined;
	}
};

/** The id of the question that it is about. */
const asksOf = ({kind, key}: Conflict): string | undefined =>
	kind === 'answer' || kind === 'mark' ? key.slice(key.indexOf('/') + 1) : undefined;

const titles = {
	settings: 'the settings of the workspace',
	target: 'the target',
	mark: 'the mark on',
	evidence: 'the evidence',
	waiver: 'the waiver',
	resolution: 'the settled contradiction on',
	decision: 'the decision on',
	run: 'the probe run',
	content: 'the content',
	baseline: 'the baseline',
	suggestion: 'the answer to confirm to',
} as const;

/** The part of the id behind the kind: who or what it is about, as people name it. */
const placeOf = ({kind, key}: Conflict, targetName: string | undefined): readonly string[] => {
	if (kind === 'settings') return [];
	if (kind === 'target') return [targetName ?? key];
	return key.includes('/') ? [targetName ?? '', key.slice(key.indexOf('/') + 1)] : [key];
};

const titleOf = (
	{kind}: Conflict,
	about: string,
	question: Question | undefined,
	control: Control | undefined,
): string => {
	if (kind === 'answer') return quoted(question?.text ?? about);
	const named = control?.title ?? question?.text ?? about;
	return `${titles[kind]} ${plainText(named, 110)}`.trim();
};

const subjectOf = (
	conflict: Conflict,
	state: WorkspaceState,
	content: Content,
	question: Question | undefined,
): Subject => {
	const {kind} = conflict;
	const target = targetOf(conflict);
	const targetName = target === undefined ? undefined : (state.targets[target]?.name ?? target);
	const place = placeOf(conflict, targetName);
	const about = place.at(-1) ?? '';
	const wanted = kind === 'resolution' ? about : question?.control;
	const control = controlsOf(content).find(c => c.id === wanted);
	return present({
		id: [kind, ...place].join('/'),
		title: titleOf(conflict, about, question, control),
		target,
		targetName,
		question: asksOf(conflict),
		control: control?.id,
		severity: kind === 'mark' ? ('low' as const) : (control?.severity ?? ('high' as const)),
	});
};

const meanwhileOf = ({kind, entries}: Conflict): string => {
	switch (kind) {
		case 'answer':
			return new Set(entries.map(e => (e.after as Answer | null)?.value)).size < 2
				? 'The answers agree; only what was noted differs.'
				: 'Until somebody chooses, the least favourable answer counts.';
		case 'settings':
			return 'Until somebody chooses, the profiles of all versions hold together; of the rest the newest is shown.';
		case 'target':
			return 'Until somebody chooses, it is assessed under the profiles of all versions; of the rest the newest is used.';
		case 'waiver':
		case 'resolution':
		case 'decision':
		case 'evidence':
			return 'Until somebody chooses, it counts for nothing.';
		case 'baseline':
			return 'Until somebody chooses, the newest is compared with.';
		case 'mark':
		case 'run':
		case 'content':
		case 'suggestion':
			return 'It changes nothing that counts.';
	}
};

const versionOf = (
	same: readonly Entry[],
	number: number,
	{text, note}: {readonly text: string; readonly note?: string | undefined},
): ConflictVersion => {
	const newest = same.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
	if (newest === undefined) throw new Error('a version was said by somebody');
	return {
		number,
		entry: newest.id,
		after: newest.after,
		by: unique(same.map(({by}) => plainText(by, 60))),
		at: newest.at,
		text,
		...present({note, why: newest.why === undefined ? undefined : plainText(newest.why, 300)}),
	};
};

/** "1 “no” (Bob, 2026-11-21)" */
const versionWords = ({number, text, by, at}: ConflictVersion): string =>
	`${number}: ${text} (${by.join(' and ')}, ${at.slice(0, 10)})`;

/** A conflict with everything that a person needs to choose; the state gives the names. */
export const openConflict = (
	conflict: Conflict,
	state: WorkspaceState,
	content: Content,
): OpenConflict => {
	const {kind, key, entries} = conflict;
	const question = questionsOf(content).find(q => q.id === asksOf(conflict));
	const subject = subjectOf(conflict, state, content, question);
	const groups = [...groupBy(entries, e => contentOf(e.after)).values()];
	const values = groups.map(([first]) => first?.after ?? null);
	const versions = groups.map((same, i) => {
		const value = values[i];
		if (kind !== 'answer' || !isAnswer(value))
			return versionOf(same, i + 1, {text: differences(kind, values, i)});
		const words =
			question === undefined || question.answer.kind === 'text'
				? quoted(String(value.value))
				: valueWords(question, value.value);
		const note = value.note === undefined ? undefined : plainText(value.note, 300);
		return versionOf(same, i + 1, {text: words, note});
	});
	const place = subject.targetName === undefined ? '' : `${subject.targetName}: `;
	return {
		...subject,
		kind,
		key,
		entries: entries.map(({id}) => id).sort(),
		meanwhile: meanwhileOf(conflict),
		text: `${place}${subject.title} has ${versions.length} versions. ${versions.map(versionWords).join('; ')}.`,
		versions,
	};
};
