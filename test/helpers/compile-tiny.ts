import type {Content} from '../../src/domain/content.js';
import {faultLines} from '../../src/domain/left-out.js';
import {
	compileContent,
	lintWorkspace,
	loadContent,
	type Known,
	type Problem,
} from '../../src/questionnaires/index.js';
import {tinyFiles, withFolder} from './content-root.js';

type Files = Readonly<Record<string, string>>;

/** The tiny content, or these files in its place, as the build compiles it. */
export const compileTiny = (files: Files = tinyFiles): Promise<Content> =>
	withFolder(files, root => compileContent(root));

/** What the files of a workspace over the tiny content are judged by. */
const knownTiny = (content: Content): Known => ({
	content,
	checks: ['tls-offered'],
	planned: ['tls-versions'],
});

/** Tiny content with the files of a workspace, as every command loads it. */
export const loadOver = (content: Content, root: string): Promise<Content> =>
	loadContent(content, root, () => Promise.resolve(knownTiny(content)));

/** What the lint says about the files of a workspace over tiny content. */
export const lintOver = (content: Content, root: string): Promise<readonly Problem[]> =>
	lintWorkspace(knownTiny(content), root);

/** The tiny content together with what a workspace with these files adds to it or replaces. */
export const loadTiny = async (workspace: Files): Promise<Content> => {
	const base = await compileTiny();
	return withFolder(workspace, root => loadOver(base, root));
};

/** What is left out of a workspace with these files, as `file:line:column message`. */
export const leftOutOfTiny = async (workspace: Files): Promise<readonly string[]> =>
	((await loadTiny(workspace)).leftOut ?? []).flatMap(faultLines);
