import type {Content} from '../domain/content.js';
import {UserError} from '../domain/errors.js';
import {canonicalJson, sha256} from '../domain/id.js';
import {bookOf, type Parts} from './book.js';
import {joinCrosswalks, withoutFrameworks} from './crosswalk.js';
import {listFiles} from './list-files.js';
import {loadParts} from './load-parts.js';
import {mergeParts, overrideSchema} from './merge.js';
import {problemsError, byPlace, type Problem} from './problem.js';
import {duplicates} from './rules/duplicates.js';
import {applyRules} from './rules/index.js';

export type LintOptions = {
	/** Ids of the checks that this dbvet can run; without them check ids are only looked at for their form. */
	readonly checks?: readonly string[];
};

const lintStep = [
	'Mend these places, then run `dbvet questionnaire lint` to see whether any are left.',
];

const withVersion = (parts: Parts): Content => ({version: sha256(canonicalJson(parts)), ...parts});

type Inspected = {readonly parts: Parts; readonly problems: readonly Problem[]};

/** Files that do not parse hide what others refer to, so the rules wait until all of them do. */
const inspect = async (root: string, options: LintOptions): Promise<Inspected> => {
	const listing = await listFiles(root, {evidence: true});
	if (listing === undefined) {
		throw new UserError(`${root} has no folder "questionnaires".`, [
			'Name the folder that holds questionnaires/ and evidence/catalog.yaml.',
		]);
	}
	const {parts, crosswalks, origins, problems} = await loadParts(listing);
	if (problems.length > 0) return {parts, problems};
	const book = bookOf(parts, origins, crosswalks);
	return {
		parts: joinCrosswalks(parts, crosswalks),
		problems: [...duplicates(book), ...applyRules(book, options)],
	};
};

/**
 * Loads everything under `root` (questionnaires/ and evidence/catalog.yaml), validates and joins it.
 * Throws one UserError that lists every error as `file:line:column what was expected`, at most 50 of them.
 */
export const compileContent = async (
	root: string,
	knownChecks?: readonly string[],
): Promise<Content> => {
	const {parts, problems} = await inspect(
		root,
		knownChecks === undefined ? {} : {checks: knownChecks},
	);
	const errors = problems.filter(p => p.severity === 'error');
	if (errors.length > 0) throw problemsError('the content', errors, lintStep);
	return withVersion(parts);
};

/** Everything that is wrong or doubtful with the content under `root`, as data, in the order of the places. */
export const lintContent = async (
	root: string,
	options: LintOptions = {},
): Promise<readonly Problem[]> => (await inspect(root, options)).problems.toSorted(byPlace);

/** The problems and the merged parts of a workspace's own questionnaires; undefined when it has none. */
const inspectWorkspace = async (
	base: Content,
	workspaceRoot: string,
	options: LintOptions,
): Promise<Inspected | undefined> => {
	const listing = await listFiles(workspaceRoot, {evidence: false});
	if (listing === undefined) return undefined;
	const shipped: Parts = {
		questionnaires: base.questionnaires,
		profiles: base.profiles,
		risks: base.risks,
		frameworks: base.frameworks,
		evidenceKinds: base.evidenceKinds,
	};
	const own = await loadParts(listing, overrideSchema(base.questionnaires));
	if (own.problems.length > 0) return {parts: shipped, problems: own.problems};
	// A workspace's crosswalk of a shipped framework takes the place of ours.
	const under = withoutFrameworks(
		shipped,
		own.crosswalks.map(({framework}) => framework),
	);
	const parts = mergeParts(under, own.parts);
	const origins = new Map(own.origins);
	// A merged questionnaire is a new object; what is wrong with it as a whole is shown in the workspace's file.
	for (const q of own.parts.questionnaires) {
		const merged = parts.questionnaires.find(({id}) => id === q.id);
		const origin = own.origins.get(q);
		if (merged !== undefined && origin !== undefined) origins.set(merged, origin);
	}
	const twice = duplicates(bookOf(own.parts, own.origins));
	if (twice.length > 0) return {parts: shipped, problems: twice};
	const book = bookOf(parts, origins, own.crosswalks);
	return {
		parts: joinCrosswalks(parts, own.crosswalks, under),
		problems: [...duplicates(book), ...applyRules(book, options)],
	};
};

/**
 * The shipped content with a workspace's own `questionnaires/` laid over it: the same id replaces, a new id is added.
 * Returns `base` itself when the workspace has no such folder. Throws one UserError with all errors, as compileContent.
 */
export const layOver = async (base: Content, workspaceRoot: string): Promise<Content> => {
	const found = await inspectWorkspace(base, workspaceRoot, {});
	if (found === undefined) return base;
	const errors = found.problems.filter(p => p.severity === 'error');
	if (errors.length > 0)
		throw problemsError('the questionnaires of this workspace', errors, lintStep);
	return withVersion(found.parts);
};

/** What is wrong or doubtful once a workspace's own `questionnaires/` are laid over the shipped content. */
export const lintWorkspace = async (
	base: Content,
	workspaceRoot: string,
	options: LintOptions = {},
): Promise<readonly Problem[]> =>
	((await inspectWorkspace(base, workspaceRoot, options))?.problems ?? []).toSorted(byPlace);
