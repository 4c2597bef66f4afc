import {lstat, readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {error, type Problem} from './problem.js';
import {didYouMean} from './suggest.js';
import {readFailure, systemCode} from './read-text.js';

export type FileKind = 'questionnaire' | 'profile' | 'framework' | 'risks' | 'partly' | 'evidence';

/** A content file: where it lies, the name that problems show, and the id that its name promises. */
export type ContentFile = {
	readonly kind: FileKind;
	readonly path: string;
	readonly file: string;
	readonly id?: string;
};

export type Listing = {
	readonly files: readonly ContentFile[];
	readonly problems: readonly Problem[];
};

/** More entries in one folder than this are a mistake; the bound keeps the work finite. */
const maxEntries = 500;

type Entry = {readonly name: string; readonly folder: boolean};

/** False for a link that leads nowhere, which is told as a file that nothing reads. */
const leadsToFolder = (path: string): Promise<boolean> =>
	stat(path).then(
		found => found.isDirectory(),
		() => false,
	);

const entriesOf = async (
	root: string,
	folder: string,
): Promise<readonly Entry[] | Problem | undefined> => {
	const place = {file: folder, line: 1, column: 1};
	try {
		const found = await readdir(join(root, folder), {withFileTypes: true});
		const entries = found
			.filter(e => !e.name.startsWith('.') && !/\.md$/i.test(e.name))
			.toSorted((a, b) => (a.name < b.name ? -1 : 1));
		if (entries.length > maxEntries) {
			return error(place, `this folder has more than ${maxEntries} entries`);
		}
		return await Promise.all(
			entries.map(async e => ({
				name: e.name,
				folder: e.isSymbolicLink()
					? await leadsToFolder(join(root, folder, e.name))
					: e.isDirectory(),
			})),
		);
	} catch (thrown) {
		const code = systemCode(thrown);
		if (code === undefined) throw thrown;
		if (code === 'ENOENT') {
			// A link that leads nowhere must not drop what somebody meant to be there.
			const link = await lstat(join(root, folder)).catch(() => undefined);
			if (link === undefined) return undefined;
			return error(place, 'this is a symbolic link that leads nowhere');
		}
		if (code === 'ENOTDIR') return error(place, 'this is a file, and a folder is expected here');
		return error(place, readFailure(code).replace('this file', 'this folder'));
	}
};

const stray = (file: string, name: string, expected: readonly string[]): Problem =>
	error(
		{file: `${file}/${name}`, line: 1, column: 1},
		`this file is not read: expected ${expected.join(' or ')}${didYouMean(name, expected)}`,
	);

const named = async (root: string, folder: string, kind: FileKind): Promise<Listing> => {
	const entries = await entriesOf(root, folder);
	if (entries === undefined) return {files: [], problems: []};
	if ('message' in entries) return {files: [], problems: [entries]};
	const good = entries.filter(e => e.name.endsWith('.yaml'));
	const bad = entries.filter(e => !e.name.endsWith('.yaml'));
	return {
		files: good.map(({name}) => ({
			kind,
			path: join(root, folder, name),
			file: `${folder}/${name}`,
			id: name.slice(0, -'.yaml'.length),
		})),
		problems: bad.map(({name}) => stray(folder, name, ['a name that ends in .yaml'])),
	};
};

/** The questionnaire in a folder of its own; a folder without one may be a misspelt `profiles`. */
const questionnaireIn = async (root: string, folder: string, id: string): Promise<Listing> => {
	const entries = await entriesOf(root, folder);
	if (entries === undefined) return {files: [], problems: []};
	if ('message' in entries) return {files: [], problems: [entries]};
	const name = 'questionnaire.yaml';
	if (!entries.some(e => e.name === name)) {
		const place = {file: folder, line: 1, column: 1};
		const message = `this folder has no ${name}${didYouMean(id, ['profiles', 'frameworks'])}`;
		return {files: [], problems: [error(place, message)]};
	}
	const file = `${folder}/${name}`;
	return {
		files: [{kind: 'questionnaire', path: join(root, file), file, id}],
		problems: entries.filter(e => e.name !== name).map(e => stray(folder, e.name, [name])),
	};
};

const catalogue = 'evidence/catalog.yaml';

const catalogueIn = (root: string): ContentFile => ({
	kind: 'evidence',
	path: join(root, catalogue),
	file: catalogue,
});

/**
 * All content files under a root, in the order of their names: questionnaires, profiles, frameworks, the risk register
 * and the catalogue of evidence. What is not read by anything is a problem, so that a misspelt file name cannot drop a
 * questionnaire silently. Hidden files and Markdown are left alone. `undefined` when there is no folder `questionnaires`.
 */
export const listFiles = async (root: string): Promise<Listing | undefined> => {
	const found = await listQuestionnaires(root);
	return found === undefined ? undefined : {...found, files: [...found.files, catalogueIn(root)]};
};

/** The same under a workspace, which may have either, both or (`undefined`) neither of the two. */
export const listOwnFiles = async (root: string): Promise<Listing | undefined> => {
	const found = await listQuestionnaires(root);
	const own = await lstat(join(root, catalogue)).then(
		() => [catalogueIn(root)],
		(thrown: unknown) => {
			// Without a file there is no override; what else is wrong with the vault is told by who reads it.
			if (systemCode(thrown) === undefined) throw thrown;
			return [];
		},
	);
	if (found === undefined && own.length === 0) return undefined;
	return {files: [...(found?.files ?? []), ...own], problems: found?.problems ?? []};
};

const listQuestionnaires = async (root: string): Promise<Listing | undefined> => {
	const top = 'questionnaires';
	const entries = await entriesOf(root, top);
	if (entries === undefined) return undefined;
	if ('message' in entries) return {files: [], problems: [entries]};
	const files: ContentFile[] = [];
	const problems: Problem[] = [];
	for (const {name, folder} of entries) {
		if (name === 'profiles' || name === 'frameworks') {
			const kind = name === 'profiles' ? 'profile' : 'framework';
			const inner = await named(root, `${top}/${name}`, kind);
			files.push(...inner.files);
			problems.push(...inner.problems);
		} else if (name === 'risks.yaml' || name === 'partly.yaml') {
			const kind = name === 'risks.yaml' ? 'risks' : 'partly';
			files.push({kind, path: join(root, top, name), file: `${top}/${name}`});
		} else if (folder) {
			const found = await questionnaireIn(root, `${top}/${name}`, name);
			files.push(...found.files);
			problems.push(...found.problems);
		} else if (name === 'evidence.yaml' || name === 'catalog.yaml') {
			problems.push(stray(top, name, [`the catalogue of evidence as ${catalogue}`]));
		} else {
			problems.push(
				stray(top, name, [
					'risks.yaml',
					'partly.yaml',
					'a folder for each questionnaire',
					'profiles',
					'frameworks',
				]),
			);
		}
	}
	return {files, problems};
};
