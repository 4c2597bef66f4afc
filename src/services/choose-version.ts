import {UserError} from '../domain/errors.js';
import {quotedWord} from '../domain/hide-logins.js';
import type {OpenConflict} from '../domain/open-conflict.js';
import {nearest} from '../domain/suggest.js';
import type {Change} from '../domain/workspace.js';
import {evaluate, record, type Project} from './project.js';

export type ChooseInput = {
	/** Id of the conflict. */
	readonly conflict: string;
	/** Number of the version that is to hold, from 1. */
	readonly take: number;
	readonly reason?: string;
};

/** @throws UserError when there is none of that id, or more than one, because two targets have one name */
export const conflictNamed = (conflicts: readonly OpenConflict[], id: string): OpenConflict => {
	const [found, ...others] = conflicts.filter(c => c.id === id);
	if (found === undefined) {
		const near = nearest(
			id,
			conflicts.map(c => c.id),
		);
		throw new UserError(
			`Nothing named ${quotedWord(id)} has two versions.`,
			near === undefined ? ['dbvet resolve lists what waits.'] : [`Did you mean ${near}?`],
		);
	}
	if (others.length > 0)
		throw new UserError(`Two targets have the name in ${quotedWord(id)}.`, [
			'Rename one of them first, by its id: dbvet target rename t-… NAME',
		]);
	return found;
};

/** How to choose, a line for each version. */
export const waysToChoose = ({id, versions}: OpenConflict): readonly string[] =>
	versions.map(({number, text}) => `dbvet resolve ${id} --take ${number}   (${text})`);

/**
 * Lets one version hold: its value as it was given, with whoever gave it; the history says who chose. `seen` are the entries that the
 * person chose between; without it, those of now.
 * @throws UserError when there is no such conflict or version, or a further version came since
 */
export const chooseVersion = async (
	project: Project,
	{conflict: id, take, reason}: ChooseInput,
	seen?: readonly string[],
): Promise<OpenConflict> => {
	const state = await project.store.state();
	const {conflicts = []} = await evaluate(project, state);
	const found = conflictNamed(conflicts, id);
	if (seen !== undefined && seen.join() !== found.entries.join())
		throw new UserError('Another version came in the meantime. Nothing was saved.', [
			'Look at all of them, then choose again.',
		]);
	const version = found.versions.find(({number}) => number === take);
	if (version === undefined)
		throw new UserError(
			`${id} has the versions 1 to ${found.versions.length}, and no ${take}.`,
			waysToChoose(found),
		);
	// The value was checked against the schema of its kind when its entry was read.
	const change = {kind: found.kind, key: found.key, after: version.after} as Change;
	await record(project, [change], reason, {state});
	return found;
};
