import {lstat} from 'node:fs/promises';
import {join} from 'node:path';
import type {Content} from '../domain/content.js';
import {systemCode} from './read-text.js';

/**
 * The shipped content with a workspace's own `questionnaires/` laid over it: the same id replaces, a new id is added.
 * Returns `base` itself when the workspace has no such folder; else `whole` is asked for, because overrides may refer to
 * requirements that `base` leaves out. Files with errors are left out, and named in `leftOut`.
 */
export const loadContent = async (
	base: Content,
	workspaceRoot: string,
	whole: () => Promise<Content> = () => Promise.resolve(base),
): Promise<Content> => {
	try {
		await lstat(join(workspaceRoot, 'questionnaires'));
	} catch (error) {
		if (systemCode(error) === 'ENOENT') return base;
		// Anything else is told with its place by the reading below.
	}
	// Most workspaces have no questionnaires of their own, and what reads YAML takes a tenth of the start.
	const {layOver} = await import('./lay-over.js');
	return layOver(await whole(), workspaceRoot);
};
