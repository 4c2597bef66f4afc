import {UserError} from '../domain/errors.js';
import type {Target} from '../domain/target.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {error, targetsError, type PlacedRow, type Problem} from '../questionnaires/index.js';
import {liveTargets} from './find-target.js';
import {newTarget, type TargetOptions} from './add-target.js';

/** A row as `target add` would take it; paths are absolute already. */
export type ImportRow = PlacedRow & {
	readonly where: string | undefined;
	readonly options: TargetOptions;
};

export type Imported = {
	readonly added: readonly Target[];
	/** Names that a target here has already. */
	readonly skipped: readonly string[];
};

/** The same file may be named in many rows, and each want steps of its own. */
const mostSteps = 5;

/** What others refer to comes first, so that a file may name its targets in any order. */
const order: readonly string[] = ['vendor', 'database'];
const rankOf = ({row, options}: ImportRow): number => {
	const kind = options.kind ?? (row.place?.includes('://') === true ? 'database' : 'application');
	const rank = order.indexOf(kind);
	return rank < 0 ? order.length : rank;
};

/**
 * New targets for the rows of a file; nothing is recorded here. Rows whose name a target has already are skipped if
 * `skipExisting`, so that the same file can be read again after it has grown.
 * @throws UserError with everything that is wrong as `file:line:column`; then nothing is to be recorded
 */
export const importTargets = (
	state: WorkspaceState,
	rows: readonly ImportRow[],
	{
		skipExisting,
		identify,
		problems: known = [],
		steps = [],
		broken = [],
	}: {
		readonly skipExisting: boolean;
		/** What is wrong with other rows of the file already, to be told with the rest. */
		readonly problems?: readonly Problem[];
		/** What mends them. */
		readonly steps?: readonly string[];
		/** Names of those rows: who refers to one of them is not at fault. */
		readonly broken?: readonly string[];
		readonly identify: () => {readonly id: string; readonly createdAt: string};
	},
): Imported => {
	const existing = new Set(liveTargets(state).map(({name}) => name));
	const problems: Problem[] = [...known];
	const missing = new Set(broken.filter(name => !existing.has(name)));
	const refersToMissing = ({row: {vendor, uses = [], of = []}}: ImportRow): boolean =>
		[vendor ?? '', ...uses, ...of].some(name => missing.has(name));
	const added: Target[] = [];
	const skipped: string[] = [];
	let present = state;
	for (const one of rows.toSorted((a, b) => rankOf(a) - rankOf(b))) {
		const {name} = one.row;
		if (skipExisting && existing.has(name)) {
			skipped.push(name);
			continue;
		}
		try {
			const target = newTarget(present, {...identify(), name}, one.where, one.options);
			present = {...present, targets: {...present.targets, [target.id]: target}};
			added.push(target);
		} catch (thrown) {
			if (!(thrown instanceof UserError)) throw thrown;
			if (!refersToMissing(one)) problems.push(error(one.place, thrown.message));
			if (!existing.has(name)) missing.add(name);
		}
	}
	if (problems.length > 0)
		throw targetsError(problems, [
			...[...new Set(steps)].slice(0, mostSteps),
			'Nothing was added. Mend these lines and read the file again; --skip-existing leaves out what is there already.',
		]);
	return {added, skipped};
};
