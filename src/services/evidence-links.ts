import {controlsOf} from '../domain/content-parts.js';
import {UserError} from '../domain/errors.js';
import {nearest} from '../domain/suggest.js';
import type {Content} from '../domain/content.js';
import type {Control} from '../domain/control.js';
import type {Evidence, EvidenceKind} from '../domain/evidence.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {findTarget, onlyTarget} from './find-target.js';

const meant = (id: string, known: readonly string[], otherwise: string): string => {
	const near = nearest(id, known);
	return near === undefined ? otherwise : `Did you mean ${near}?`;
};

/** @throws UserError when no control has that id. */
export const findControl = (content: Content, id: string): Control => {
	const all = controlsOf(content);
	const control = all.find(c => c.id === id);
	if (control !== undefined) return control;
	const ids = all.map(c => c.id);
	throw new UserError(`There is no control ${JSON.stringify(id)}.`, [
		meant(id, ids, 'List them with: dbvet questionnaire list'),
	]);
};

/** The kind of that id; undefined when none is named. @throws UserError when no kind has it. */
export const findKind = (content: Content, id: string | undefined): EvidenceKind | undefined => {
	if (id === undefined) return undefined;
	const kind = content.evidenceKinds.find(k => k.id === id);
	if (kind !== undefined) return kind;
	const ids = content.evidenceKinds.map(k => k.id);
	throw new UserError(`There is no kind of evidence ${JSON.stringify(id)}.`, [
		meant(id, ids, 'List them with: dbvet evidence kinds'),
	]);
};

/** The target that a control speaks of: the named one, or the only one of its kind. */
export const linkOf = (
	state: WorkspaceState,
	control: Control,
	name: string | undefined,
): Evidence['links'][number] => {
	const target = name === undefined ? onlyTarget(state, control.kind) : findTarget(state, name);
	if (target.kind !== control.kind) {
		throw new UserError(
			`${control.id} speaks of a ${control.kind}, and ${target.name} is a ${target.kind}.`,
		);
	}
	return {target: target.id, control: control.id};
};
