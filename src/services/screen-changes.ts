import {redactSecrets, type Redaction} from '../domain/secrets/redact.js';
import type {Change, Settings} from '../domain/workspace.js';

/** Where people write in their own words. Ids, days and names of checks are left alone, because others refer to them. */
const prose: ReadonlySet<string> = new Set([
	'value',
	'note',
	'reason',
	'title',
	'fileName',
	'owner',
	'approver',
	'organisation',
	'preparedBy',
	'confidentiality',
	'assignee',
]);

/** Targets have a check of their own (a place or a command with a marker in it would be of no use), and runs hold facts whose secrets the probes leave out. */
const written: ReadonlySet<Change['kind']> = new Set([
	'answer',
	'evidence',
	'waiver',
	'resolution',
	'decision',
	'settings',
	'mark',
	'baseline',
	'suggestion',
]);

/** The settings of a new workspace without secrets, as `screenChanges` does it for those of an old one. */
export const screenSettings = (
	settings: Settings,
): {readonly settings: Settings; readonly redacted: readonly Redaction[]} => {
	const {changes, redacted} = screenChanges([
		{kind: 'settings', key: 'workspace', after: settings},
	]);
	const [change] = changes;
	return {
		settings: change?.kind === 'settings' && change.after !== null ? change.after : settings,
		redacted,
	};
};

/**
 * The changes, and the reason for them, without the secrets that somebody wrote into an answer, a note or a reason: the
 * history keeps every word for ever.
 */
export const screenChanges = (
	changes: readonly Change[],
	why?: string,
): {
	readonly changes: readonly Change[];
	readonly why: string | undefined;
	readonly redacted: readonly Redaction[];
} => {
	const redacted: Redaction[] = [];
	const clean = (text: string): string => {
		const result = redactSecrets(text);
		redacted.push(...result.redacted);
		return result.text;
	};
	const screened = changes.map(change => {
		if (change.after === null || !written.has(change.kind)) return change;
		const after = Object.fromEntries(
			Object.entries(change.after).map(([key, value]: [string, unknown]) => [
				key,
				prose.has(key) && typeof value === 'string' ? clean(value) : value,
			]),
		);
		return {...change, after} as Change;
	});
	// The reason repeats a note as a rule: what was told once is not told again.
	return {
		changes: screened,
		why: why === undefined ? undefined : redactSecrets(why).text,
		redacted,
	};
};
