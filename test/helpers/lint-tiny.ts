import {expect} from 'vitest';
import {lintContent} from '../../src/questionnaires/index.js';
import {planted, withFolder} from './content-root.js';

/** The files of the tiny content, under short names. */
export const catalogue = 'evidence/catalog.yaml';
export const base = 'questionnaires/base/questionnaire.yaml';
export const scoping = 'questionnaires/scoping/questionnaire.yaml';
export const profile = 'questionnaires/profiles/plain.yaml';
export const law = 'questionnaires/frameworks/some-law.yaml';
export const risks = 'questionnaires/risks.yaml';

/** What stands at the place of a problem, up to the end of its line, so that no test counts lines by hand. */
const pointedAt = (text: string, line: number, column: number): string =>
	(text.split('\n')[line - 1] ?? '').slice(column - 1, column + 19).trim();

/** The problems that lint finds in some files, each as `severity file [what stands there] message`. */
export const lintFiles = (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
	withFolder(files, async root =>
		(await lintContent(root, {checks: ['tls-offered', 'tls-versions']})).map(
			({severity, file, line, column, message}) =>
				`${severity} ${file} [${pointedAt(files[file] ?? '', line, column)}] ${message.replace(/:\d+; ids/, '; ids')}`,
		),
	);

/** A defect planted into the tiny content by replacing a text of one file, and all that lint has to say about it. */
export type Defect = readonly [
	name: string,
	find: string,
	replace: string,
	file: string,
	expected: readonly string[],
];

/** Plants a defect and expects its problems and no others; for `it.each<Defect>`. */
export const expectFound = async (...[, find, replace, file, expected]: Defect): Promise<void> => {
	expect(await lintFiles(planted(find, replace, file))).toEqual(expected);
};
