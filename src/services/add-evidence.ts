import {basename} from 'node:path';
import {dayOf} from '../domain/day.js';
import {sha256} from '../domain/id.js';
import {redactSecrets} from '../domain/secrets/redact.js';
import {byKind} from '../domain/secrets/words.js';
import {plainText} from '../domain/text.js';
import type {Evidence, EvidenceKind} from '../domain/evidence.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {datesOf} from './evidence-dates.js';
import {findControl, findKind, linkOf} from './evidence-links.js';
import {refuseBlank} from './refuse-blank.js';
import {refuseChangedEvidence} from './refuse-changed-evidence.js';
import {record, type Project, type ScreenedFile} from './project.js';
import {refuseSecrets} from './refuse-secrets.js';

export type EvidenceInput = {
	/** Absolute path of the file. */
	readonly path: string;
	readonly controls: readonly string[];
	readonly target?: string;
	readonly kind?: string;
	readonly title?: string;
	readonly effective?: string;
	readonly collected?: string;
	readonly validUntil?: string;
	readonly note?: string;
	/** Store nothing when there is a secret in the file, instead of a redacted copy. */
	readonly refuseSecrets?: boolean;
	/** The same content was added before: give it another kind or other dates for everything that it stands beside. */
	readonly change?: boolean;
};

export type AddedEvidence = {
	readonly evidence: Evidence;
	/** The same content was kept before: it is one object, which got these links. */
	readonly known: boolean;
	/** As it was kept before. */
	readonly before?: Evidence;
	/** The name of the file that was added now, where another stands in the record. */
	readonly otherName?: string;
	readonly newLinks: Evidence['links'];
};

/** `e-` and the first ten digits of the hash; more where another artifact has them already. */
const idOf = (state: WorkspaceState, hash: string): string => {
	let digits = 10;
	for (;;) {
		const id = `e-${hash.slice(0, digits)}`;
		const there = state.evidence[id];
		if (there === undefined || there.sha256 === hash) return id;
		digits += 2;
	}
};

/** What is known of its secrets. A copy that was redacted before holds none any more; what was taken out stays known. */
const screenedParts = (
	{looked, redacted}: ScreenedFile,
	before: Evidence | undefined,
): Pick<Evidence, 'screened' | 'redacted'> => {
	if (redacted.length > 0) return {screened: looked, redacted: byKind(redacted)};
	const known = before?.redacted;
	return {screened: looked, ...(known === undefined ? {} : {redacted: known})};
};

const cleanName = (text: string): string => plainText(redactSecrets(text).text, 200);

/** What it is called: what is said anew, else as before, else its kind, else the name of its file. */
const namesOf = (
	input: EvidenceInput,
	kind: EvidenceKind | undefined,
	before: Evidence | undefined,
): Pick<Evidence, 'fileName' | 'title' | 'note'> => {
	const fileName = before?.fileName ?? cleanName(basename(input.path));
	const kept = input.kind === undefined ? before?.title : undefined;
	const note = input.note ?? before?.note;
	return {
		fileName,
		title: cleanName(input.title ?? kept ?? kind?.title ?? fileName),
		...(note === undefined ? {} : {note}),
	};
};

/** The record of an artifact: what is not said anew stays as it was when the same content was added before. */
const evidenceOf = async (
	project: Project,
	input: EvidenceInput,
	state: WorkspaceState,
	screened: ScreenedFile,
): Promise<AddedEvidence> => {
	const at = project.clock().toISOString();
	const hash = sha256(screened.bytes);
	const id = idOf(state, hash);
	const before = state.evidence[id];
	const links = before?.links ?? [];
	const kind = findKind(project.content, input.kind ?? before?.kind);
	const named = input.controls.map(name =>
		linkOf(state, findControl(project.content, name), input.target),
	);
	const newLinks = named.filter(
		({target, control}) => !links.some(l => l.target === target && l.control === control),
	);
	const evidence: Evidence = {
		id,
		sha256: hash,
		bytes: screened.bytes.length,
		...namesOf(input, kind, before),
		...(kind === undefined ? {} : {kind: kind.id}),
		links: [...links, ...newLinks],
		...datesOf(input, kind, before, {today: dayOf(at), kinds: project.content.evidenceKinds}),
		...screenedParts(screened, before),
		by: await project.by(),
		at,
	};
	if (before !== undefined && input.change !== true)
		refuseChangedEvidence(before, evidence, named, state);
	if (before === undefined) return {evidence, known: false, newLinks};
	const name = cleanName(basename(input.path));
	return {
		evidence,
		known: true,
		newLinks,
		before,
		...(name === before.fileName ? {} : {otherName: name}),
	};
};

/**
 * Puts a file into the vault and links it to controls of a target. Secrets in a text are taken out first, and only the
 * redacted copy is stored. The same content added again is one object: it gets the new links, and what is said anew.
 * @throws UserError for an unknown control, target or kind, wrong dates, an unreadable or empty file, a secret where those are refused,
 *   or a change of what the same content proves elsewhere
 */
export const addEvidence = async (
	project: Project,
	input: EvidenceInput,
): Promise<AddedEvidence> => {
	const state = await project.store.state();
	// What can be wrong with the words is told before a large file is read.
	findKind(project.content, input.kind);
	for (const name of input.controls) {
		linkOf(state, findControl(project.content, name), input.target);
	}
	const added: AddedEvidence[] = [];
	await project.store.saveEvidence(input.path, async bytes => {
		refuseBlank(basename(input.path), bytes);
		const screened = await project.screen(bytes);
		if (input.refuseSecrets === true) refuseSecrets(basename(input.path), screened.redacted);
		added.push(await evidenceOf(project, input, state, screened));
		return screened.bytes;
	});
	const [result] = added;
	if (result === undefined) throw new Error('the store did not ask what to keep');
	await record(
		project,
		[{kind: 'evidence', key: result.evidence.id, after: result.evidence}],
		input.note,
	);
	return result;
};
