import {lstat} from 'node:fs/promises';
import {join} from 'node:path';
import type {Content} from '../domain/content.js';
import type {Known} from './own-files.js';
import {systemCode} from './read-text.js';

/** False for what does not exist; anything else that is wrong with it is told with its place by who reads it. */
const isThere = (path: string): Promise<boolean> =>
	lstat(path).then(
		() => true,
		(error: unknown) => systemCode(error) !== 'ENOENT',
	);

/**
 * The shipped content with a workspace's own `questionnaires/` and `evidence/catalog.yaml` laid over it: the same id
 * replaces, a new id is added. Returns `base` itself when the workspace has neither; else `known` is asked for, because overrides may refer
 * to requirements that `base` leaves out, and to checks. Files in which the lint finds errors are left out, and named in `leftOut`.
 */
export const loadContent = async (
	base: Content,
	workspaceRoot: string,
	known: () => Promise<Known>,
): Promise<Content> => {
	const own = ['questionnaires', 'evidence/catalog.yaml'].map(name =>
		isThere(join(workspaceRoot, name)),
	);
	if (!(await Promise.all(own)).includes(true)) return base;
	// Most workspaces have no questionnaires of their own, and what reads YAML takes a tenth of the start.
	const {layOver} = await import('./lay-over.js');
	return layOver(await known(), workspaceRoot);
};
