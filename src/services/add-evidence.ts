import {basename} from 'node:path';
import {controlsOf} from '../domain/content-parts.js';
import {addDays, dayOf} from '../domain/day.js';
import {UserError} from '../domain/errors.js';
import {nearest} from '../domain/suggest.js';
import {plainText} from '../domain/text.js';
import type {Content} from '../domain/content.js';
import type {Control} from '../domain/control.js';
import type {Evidence, EvidenceKind} from '../domain/evidence.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {findTarget, onlyTarget} from './find-target.js';
import {record, type Project} from './project.js';

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
};

type Link = Evidence['links'][number];

const day = (text: string, option: string): string => {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)) || dayOf(text) !== text) {
		throw new UserError(
			`${option} wants a day such as 2026-06-30, not ${JSON.stringify(plainText(text, 40))}.`,
		);
	}
	return text;
};

const findControl = (content: Content, id: string): Control => {
	const all = controlsOf(content);
	const control = all.find(c => c.id === id);
	if (control !== undefined) return control;
	const near = nearest(
		id,
		all.map(c => c.id),
	);
	throw new UserError(`There is no control ${JSON.stringify(id)}.`, [
		near === undefined ? 'List them with: dbvet questionnaire list' : `Did you mean ${near}?`,
	]);
};

const findKind = (content: Content, id: string | undefined): EvidenceKind | undefined => {
	if (id === undefined) return undefined;
	const kind = content.evidenceKinds.find(k => k.id === id);
	if (kind === undefined) {
		throw new UserError(`There is no kind of evidence ${JSON.stringify(id)}.`, [
			`Kinds: ${content.evidenceKinds.map(k => k.id).join(', ')}.`,
		]);
	}
	return kind;
};

/** The target that a control speaks of: the named one, or the only one of its kind. */
const linkOf = (state: WorkspaceState, control: Control, name: string | undefined): Link => {
	const target = name === undefined ? onlyTarget(state, control.kind) : findTarget(state, name);
	if (target.kind !== control.kind) {
		throw new UserError(
			`${control.id} speaks of a ${control.kind}, and ${target.name} is a ${target.kind}.`,
		);
	}
	return {target: target.id, control: control.id};
};

/** The three dates; `--valid-until` may be left out when the kind says how long it convinces. */
const datesOf = (
	input: EvidenceInput,
	kind: EvidenceKind | undefined,
	today: string,
): Pick<Evidence, 'effective' | 'collected' | 'validUntil'> => {
	const effective = day(input.effective ?? today, '--effective');
	const collected = day(input.collected ?? today, '--collected');
	const until =
		input.validUntil ??
		(kind?.validDays === undefined ? undefined : addDays(effective, kind.validDays));
	if (until === undefined) {
		throw new UserError('Evidence needs --valid-until: the last day on which it convinces.');
	}
	const validUntil = day(until, '--valid-until');
	if (validUntil < effective) {
		throw new UserError(`--valid-until ${validUntil} lies before --effective ${effective}.`);
	}
	return {effective, collected, validUntil};
};

/**
 * Copies a file into the vault and links it to controls of a target. The same content added again joins its links.
 * @throws UserError for an unknown control, target or kind, wrong dates, or an unreadable file.
 */
export const addEvidence = async (project: Project, input: EvidenceInput): Promise<Evidence> => {
	const state = await project.store.state();
	const at = project.clock().toISOString();
	const kind = findKind(project.content, input.kind);
	const links = input.controls.map(id =>
		linkOf(state, findControl(project.content, id), input.target),
	);
	const dates = datesOf(input, kind, dayOf(at));
	const {sha256, bytes} = await project.store.saveEvidence(input.path);
	const id = `e-${sha256.slice(0, 10)}`;
	const kept = (state.evidence[id]?.links ?? []).filter(
		old => !links.some(link => link.target === old.target && link.control === old.control),
	);
	const fileName = plainText(basename(input.path), 200);
	const evidence: Evidence = {
		id,
		sha256,
		bytes,
		fileName,
		title: plainText(input.title ?? kind?.title ?? fileName, 200),
		...(kind === undefined ? {} : {kind: kind.id}),
		links: [...kept, ...links],
		...dates,
		...(input.note === undefined ? {} : {note: input.note}),
		by: await project.by(),
		at,
	};
	await record(project, [{kind: 'evidence', key: id, after: evidence}], input.note);
	return evidence;
};
