import type {Content} from '../domain/content.js';
import type {LeftOut} from '../domain/left-out.js';
import {withVersion} from './compile.js';
import {listOwnFiles} from './list-files.js';
import {inspectBlamed, type Known} from './own-files.js';
import {byPlace, type Problem} from './problem.js';

/** Errors by file, in the order of their places. */
const leftOutBy = (errors: readonly Problem[], follows: boolean): readonly LeftOut[] => {
	const files = new Map<string, Problem[]>();
	for (const problem of errors.toSorted(byPlace))
		files.set(problem.file, [...(files.get(problem.file) ?? []), problem]);
	return [...files].map(([file, faults]) => ({
		file,
		faults: faults.map(({line, column, message}) => ({line, column, message})),
		follows,
	}));
};

/**
 * The shipped content with a workspace's own `questionnaires/` and `evidence/catalog.yaml` laid over it: the same id replaces, a
 * new id is added. Returns the shipped content itself when the workspace has neither. A file with an error is left out as a whole, and so is one
 * that does not fit without it; `leftOut` of the result says which and why. The others count.
 */
export const layOver = async (known: Known, workspaceRoot: string): Promise<Content> => {
	const base = known.content;
	const listing = await listOwnFiles(workspaceRoot);
	if (listing === undefined) return base;
	const leftOut: LeftOut[] = [];
	// Each round takes out one file at least, so that this ends.
	for (let {files, problems} = listing; ; problems = []) {
		const found = await inspectBlamed(known, {files, problems});
		const errors = found.problems.filter(p => p.severity === 'error');
		if (errors.length === 0) {
			const content = files.length === 0 ? base : withVersion(found.parts);
			return leftOut.length === 0 ? content : {...content, leftOut};
		}
		leftOut.push(...leftOutBy(errors, leftOut.length > 0));
		const sound = files.filter(({file}) => !errors.some(e => e.file === file));
		// An error that belongs to no file left must not be passed over: then nothing of the workspace counts.
		const stuck = sound.length === files.length && problems.length === 0;
		files = stuck ? [] : sound;
	}
};

/**
 * What is wrong or doubtful once a workspace's own `questionnaires/` are laid over the shipped content. It judges with the same knowledge as
 * `layOver`, so that each error also leaves its file out.
 */
export const lintWorkspace = async (
	known: Known,
	workspaceRoot: string,
): Promise<readonly Problem[]> => {
	const listing = await listOwnFiles(workspaceRoot);
	if (listing === undefined) return [];
	return (await inspectBlamed(known, listing)).problems.toSorted(byPlace);
};
