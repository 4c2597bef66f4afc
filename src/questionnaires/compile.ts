import type {Content} from '../domain/content.js';
import {UserError} from '../domain/errors.js';
import {canonicalJson, sha256} from '../domain/id.js';
import {bookOf, type Origins, type Parts} from './book.js';
import {joinCrosswalks} from './crosswalk.js';
import {extendProfiles} from './extend-profiles.js';
import {listFiles} from './list-files.js';
import {loadParts} from './load-parts.js';
import {deriveQuestions} from './partly-questions.js';
import {problemsError, byPlace, type Problem} from './problem.js';
import {judgeable} from './unread.js';
import {duplicates} from './rules/duplicates.js';
import {applyRules} from './rules/index.js';

export type LintOptions = {
	/** Ids of the checks that this dbvet can run; without them check ids are only looked at for their form. */
	readonly checks?: readonly string[];
	/** Ids of the catalogue that are not built yet; with them every other id is an error, and so is a check that no control uses. */
	readonly planned?: readonly string[];
};

const lintStep = [
	'Mend these places, then run `dbvet questionnaire lint` to see whether any are left.',
];

/** The parts with the hash over them. */
export const withVersion = (parts: Parts): Content => ({
	version: sha256(canonicalJson(parts)),
	...parts,
});

export type Inspected = {readonly parts: Parts; readonly problems: readonly Problem[]};

/** The parts with the follow-ups to "partly"; what is wrong with one is told at the question that it comes from. */
export const withDerived = (
	parts: Parts,
	origins: Origins,
): {readonly content: Parts; readonly origins: Origins} => {
	const {content, parentOf} = deriveQuestions(parts);
	const all = new Map(origins);
	const same = (made: object, from: object | undefined): void => {
		const origin = from === undefined ? undefined : origins.get(from);
		if (origin !== undefined) all.set(made, origin);
	};
	parentOf.forEach((parent, question) => same(question, parent));
	for (const made of content.questionnaires)
		same(
			made,
			parts.questionnaires.find(({id}) => id === made.id),
		);
	return {content, origins: all};
};

/** What cannot be read may hold what others refer to: of that the rules say nothing, and all else they tell at once. */
const inspect = async (root: string, options: LintOptions): Promise<Inspected> => {
	const listing = await listFiles(root);
	if (listing === undefined) {
		throw new UserError(`${root} has no folder "questionnaires".`, [
			'Name the folder that holds questionnaires/ and evidence/catalog.yaml.',
		]);
	}
	const {parts, crosswalks, origins, problems, unread} = extendProfiles(await loadParts(listing));
	const {content, origins: all} = withDerived(parts, origins);
	const book = bookOf(content, all, crosswalks);
	// An id that stands twice is as a rule one that is missing elsewhere; who refers to it is not wrong for that.
	const twice = duplicates(book);
	return {
		parts: joinCrosswalks(content, crosswalks),
		problems: [
			...problems,
			...judgeable(twice.length > 0 ? twice : applyRules(book, options), unread),
		],
	};
};

/**
 * Loads everything under `root` (questionnaires/ and evidence/catalog.yaml), validates and joins it.
 * Throws one UserError that lists every error as `file:line:column what was expected`, at most 50 of them.
 */
export const compileContent = async (root: string, options: LintOptions = {}): Promise<Content> => {
	const {parts, problems} = await inspect(root, options);
	const errors = problems.filter(p => p.severity === 'error');
	if (errors.length > 0) throw problemsError('the content', errors, lintStep);
	return withVersion(parts);
};

/** Everything that is wrong or doubtful with the content under `root`, as data, in the order of the places. */
export const lintContent = async (
	root: string,
	options: LintOptions = {},
): Promise<readonly Problem[]> => (await inspect(root, options)).problems.toSorted(byPlace);
