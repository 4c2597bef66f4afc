import {UserError} from '../domain/errors.js';
import {quotedWord} from '../domain/hide-logins.js';
import {nearest} from '../domain/suggest.js';
import type {Target, TargetKind} from '../domain/target.js';
import type {WorkspaceState} from '../domain/workspace.js';

/** Live targets by name. */
export const liveTargets = (state: WorkspaceState): readonly Target[] =>
	Object.values(state.targets)
		.filter(target => target.retiredAt === undefined)
		.sort((a, b) => (a.name < b.name ? -1 : 1));

/**
 * The live target of that name (or id).
 * @throws UserError naming the nearest name when there is none, and the ids where two copies gave one name to two
 */
export const findTarget = (state: WorkspaceState, name: string): Target => {
	const live = liveTargets(state);
	const [found, ...others] = live.filter(target => target.name === name || target.id === name);
	if (found !== undefined && others.length > 0)
		throw new UserError(`${others.length + 1} targets are named ${quotedWord(name)}.`, [
			`Name one by its id: ${[found, ...others].map(({id, kind}) => `${id} (${kind})`).join(', ')}.`,
			`Or rename one: dbvet target rename ${found.id} NAME`,
		]);
	if (found !== undefined) return found;
	const near = nearest(
		name,
		live.map(target => target.name),
	);
	throw new UserError(`There is no target named ${quotedWord(name)}.`, [
		near === undefined
			? `Targets here: ${live.map(target => target.name).join(', ') || 'none yet'}.`
			: `Did you mean ${near}?`,
	]);
};

/** The only live target of a kind, for commands that let the target be left out. */
export const onlyTarget = (state: WorkspaceState, kind: TargetKind): Target => {
	const [first, ...others] = liveTargets(state).filter(target => target.kind === kind);
	if (first === undefined) {
		throw new UserError(`This workspace has no ${kind} target yet.`, [
			'Add one with: dbvet target add NAME URL',
		]);
	}
	if (others.length > 0) {
		throw new UserError(`There are several ${kind} targets: say which with --target NAME.`, [
			`Targets: ${[first, ...others].map(target => target.name).join(', ')}.`,
		]);
	}
	return first;
};
