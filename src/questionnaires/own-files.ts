import type {Content} from '../domain/content.js';
import {controlsOf} from '../domain/content-parts.js';
import {bookOf, isShipped} from './book.js';
import {withDerived, type Inspected, type LintOptions} from './compile.js';
import {joinCrosswalks, withoutFrameworks} from './crosswalk.js';
import {extendProfiles} from './extend-profiles.js';
import {blame} from './blame.js';
import type {ContentFile, Listing} from './list-files.js';
import {loadParts} from './load-parts.js';
import {mergeParts, overrideSchema} from './merge.js';
import {markOwn} from './own-profiles.js';
import {withoutDerived} from './partly-questions.js';
import {judgeable} from './unread.js';
import {duplicates} from './rules/duplicates.js';
import {applyRules} from './rules/index.js';

/**
 * What a workspace's own files are judged by: the shipped content with the requirements of its frameworks, and the ids of all checks. Lint and
 * load need all of it, because a file that names an unknown check would count if one of them did not know the checks.
 */
export type Known = {readonly content: Content} & Required<LintOptions>;

/**
 * A workspace's own files laid over the shipped content, with everything that is wrong with them. What cannot be
 * read may hold what others refer to: of that the rules say nothing.
 */
export const inspectOwn = async (known: Known, listing: Listing): Promise<Inspected> => {
	const base = known.content;
	const {version: _, leftOut: __, ...shipped} = withoutDerived(base);
	const loaded = await loadParts(listing, overrideSchema(base.questionnaires));
	const own = markOwn(extendProfiles(loaded, base), base.profiles);
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
	const {content, origins: all} = withDerived(parts, origins);
	const book = bookOf(content, all, own.crosswalks);
	const inside = duplicates(bookOf(own.parts, own.origins));
	const twice = inside.length > 0 ? inside : duplicates(book);
	const ruled = judgeable(
		twice.length > 0 ? twice : applyRules(book, {...known, shipped: controlsOf(base)}),
		own.unread,
	);
	const errors = [...own.problems, ...ruled].filter(p => p.severity === 'error');
	// What is only doubtful about a file can wait until it counts at all.
	if (errors.length > 0) return {parts: shipped, problems: errors};
	return {
		parts: joinCrosswalks(content, own.crosswalks, under),
		problems: [...own.problems, ...ruled],
	};
};

/** The file without which the shipped content would have no such errors; the first of several. */
const culpritOf = async (
	known: Known,
	files: readonly ContentFile[],
): Promise<ContentFile | undefined> => {
	for (const file of files) {
		const others = files.filter(f => f !== file);
		const {problems} = await inspectOwn(known, {files: others, problems: []});
		if (!problems.some(p => p.severity === 'error' && isShipped(p))) return file;
	}
	return files.at(-1);
};

/**
 * As inspectOwn; an error that a workspace's file causes in shipped content, where nobody can mend it, is told at the
 * question that the file replaces, or else at the beginning of that file.
 */
export const inspectBlamed = async (known: Known, listing: Listing): Promise<Inspected> => {
	const found = await inspectOwn(known, listing);
	if (!found.problems.some(p => p.severity === 'error' && isShipped(p))) return found;
	const culprit = await culpritOf(known, listing.files);
	if (culprit === undefined) return found;
	return {parts: found.parts, problems: await blame(known.content, culprit, found.problems)};
};
