import {exitCode, UserError} from '../domain/errors.js';
import {shown} from './file-trouble.js';
import type {Paths} from './paths.js';

const bringBack = (paths: Paths): string =>
	`Bring ${shown(paths.history)} back, from a backup or from a colleague's copy of the workspace: it holds every change.`;

/** There is nothing of ours in the folder. */
export const noWorkspace = (root: string): UserError =>
	new UserError(`There is no workspace in ${shown(root)}.`, [
		'Create one with `dbvet init`, or name its folder with `--workspace DIR`.',
	]);

/** assessment.json is there and the history is not: opening it as an empty workspace would lose the record. */
export const gone = (paths: Paths): UserError =>
	new UserError(
		`The history of the workspace is missing: ${shown(paths.history)} holds no entries. Nothing was changed.`,
		[bringBack(paths)],
		exitCode.unfinished,
	);

export const alreadyWorkspace = (paths: Paths): UserError =>
	new UserError(`There is a workspace in ${shown(paths.root)} already. Nothing was changed.`, [
		'Open it by running dbvet in that folder, or choose another folder for the new one.',
	]);

/** A file named assessment.json without any history: of another program, or of a workspace that lost its history. */
export const withoutHistory = (paths: Paths): UserError =>
	new UserError(
		`${shown(paths.assessment)} exists, but ${shown(paths.history)} holds no history for it. Nothing was changed.`,
		[
			bringBack(paths),
			'If the file belongs to another program, use another folder for the workspace.',
		],
	);
