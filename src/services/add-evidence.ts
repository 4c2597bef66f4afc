import {basename} from 'node:path';
import {controlsOf} from '../domain/content.js';
import {addDays, dayOf} from '../domain/day.js';
import {UserError} from '../domain/errors.js';
import {nearest} from '../domain/suggest.js';
import {plainText} from '../domain/text.js';
import type {Evidence} from '../domain/evidence.js';
import {findTarget, liveTargets} from './find-target.js';
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

const day = (text: string, option: string): string => {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)) || dayOf(text) !== text) {
		throw new UserError(
			`${option} wants a day such as 2026-06-30, not ${JSON.stringify(plainText(text, 40))}.`,
		);
	}
	return text;
};

/**
 * Copies a file into the vault and links it to controls of a target. `--valid-until` may be left out when the kind of
 * evidence says how long it convinces.
 * @throws UserError for an unknown control, target or kind, wrong dates, or an unreadable file.
 */
export const addEvidence = async (project: Project, input: EvidenceInput): Promise<Evidence> => {
	const state = await project.store.state();
	const at = project.clock().toISOString();
	const controls = input.controls.map(id => {
		const all = controlsOf(project.content);
		const control = all.find(c => c.id === id);
		if (control !== undefined) return control;
		const near = nearest(
			id,
			all.map(c => c.id),
		);
		throw new UserError(`There is no control ${JSON.stringify(id)}.`, [
			near === undefined ? 'List them with: dbvet questionnaire list' : `Did you mean ${near}?`,
		]);
	});
	const kind =
		input.kind === undefined
			? undefined
			: project.content.evidenceKinds.find(k => k.id === input.kind);
	if (input.kind !== undefined && kind === undefined) {
		throw new UserError(`There is no kind of evidence ${JSON.stringify(input.kind)}.`, [
			`Kinds: ${project.content.evidenceKinds.map(k => k.id).join(', ')}.`,
		]);
	}
	const links = controls.map(control => {
		const candidates = liveTargets(state).filter(target => target.kind === control.kind);
		const target =
			input.target !== undefined
				? findTarget(state, input.target)
				: candidates.length === 1
					? candidates[0]
					: undefined;
		if (target === undefined) {
			throw new UserError(
				`${control.id} speaks of a ${control.kind}: say which with --target NAME.`,
			);
		}
		if (target.kind !== control.kind) {
			throw new UserError(
				`${control.id} speaks of a ${control.kind}, and ${target.name} is a ${target.kind}.`,
			);
		}
		return {target: target.id, control: control.id};
	});
	const effective = day(input.effective ?? dayOf(at), '--effective');
	const collected = day(input.collected ?? dayOf(at), '--collected');
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
	const {sha256, bytes} = await project.store.saveEvidence(input.path);
	const id = `e-${sha256.slice(0, 10)}`;
	const earlier = state.evidence[id];
	const fileName = plainText(basename(input.path), 200);
	const evidence: Evidence = {
		id,
		sha256,
		bytes,
		fileName,
		title: plainText(input.title ?? kind?.title ?? fileName, 200),
		...(input.kind === undefined ? {} : {kind: input.kind}),
		links: [
			...(earlier?.links ?? []).filter(
				old => !links.some(link => link.target === old.target && link.control === old.control),
			),
			...links,
		],
		effective,
		collected,
		validUntil,
		...(input.note === undefined ? {} : {note: input.note}),
		by: await project.by(),
		at,
	};
	await record(project, [{kind: 'evidence', key: id, after: evidence}], input.note);
	return evidence;
};
