import {UserError} from '../domain/errors.js';
import type {Entry} from '../domain/history.js';
import type {Joined} from '../domain/joined.js';
import {plainText} from '../domain/text.js';
import type {Settings} from '../domain/workspace.js';
import {causalOrder} from './causal-order.js';
import {conflictsIn} from './conflicts.js';
import {shown, telling} from './file-trouble.js';
import type {HistoryFolder, HistoryView} from './history-folder.js';
import {bringFiles} from './bring-files.js';
import type {Brought} from './bring-files.js';
import {withLock} from './lock.js';
import {gone} from './no-workspace.js';
import {readOtherCopy} from './other-copy.js';
import type {OtherCopy} from './other-copy.js';
import type {Paths} from './paths.js';
import type {OpenRecord} from './record.js';
import type {Surroundings} from './surroundings.js';

const idsOf = (view: HistoryView): ReadonlySet<string> => new Set(view.entries.map(e => e.id));

/** The entries that follow nothing: of a workspace its first one. */
const rootsOf = (view: HistoryView): readonly Entry[] =>
	view.entries.filter(({parents}) => parents.length === 0);

const begun = (path: string, view: HistoryView): string => {
	const [first] = rootsOf(view);
	const organisation =
		first?.kind === 'settings' ? (first.after as Settings).organisation : 'nobody';
	return `${shown(path)} was begun ${first === undefined ? '' : `on ${first.at.slice(0, 10)} by ${plainText(first.by, 60)} `}for ${plainText(organisation, 120)}`;
};

/**
 * Refuses what is no copy of this workspace: their entries would mix two records that know nothing of each other.
 * @throws UserError
 */
const refuseStrangers = (mine: Paths, view: HistoryView, other: OtherCopy): void => {
	const roots = new Set(rootsOf(view).map(({id}) => id));
	const theirs = rootsOf(other.view);
	if (theirs.length === roots.size && theirs.every(({id}) => roots.has(id))) return;
	throw new UserError(
		`These are two workspaces, not two copies of one: ${begun(mine.root, view)}, and ${begun(other.paths.root, other.view)}. Nothing was changed.`,
		[
			'Only copies of one folder can be joined: copy the whole folder of one, let both people work, then join them.',
			'To take over answers from another workspace, write them to a file and read that: dbvet assess --answers FILE.yaml',
		],
	);
};

/** What of this copy an account of the union speaks of. */
type OwnCopy = Pick<OtherCopy, 'view' | 'idsByFile'>;

/**
 * Names of files that both copies went on with: both hold entries in it that the other copy has nowhere. This happens where one person
 * at one computer works in a folder and in a copy of it, because a file is named after both.
 */
const continuedTwice = (mine: OwnCopy, theirs: OwnCopy): readonly string[] => {
	const [known, knownThere] = [idsOf(mine.view), idsOf(theirs.view)];
	const holdsNews = (ids: readonly string[] = [], there: ReadonlySet<string>): boolean =>
		ids.some(id => !there.has(id));
	return [...theirs.idsByFile]
		.filter(
			([name, ids]) => holdsNews(ids, known) && holdsNews(mine.idsByFile.get(name), knownThere),
		)
		.map(([name]) => name)
		.sort();
};

/** What the other copy holds that this one lacks, in an order in which it can be appended. */
const missingHere = (mine: HistoryView, theirs: HistoryView): readonly Entry[] => {
	const known = idsOf(mine);
	return theirs.entries.filter(({id}) => !known.has(id));
};

/** The account of a union, made or to be made; `mine` is this copy as it was before. */
const accountOf = (mine: OwnCopy, theirs: OwnCopy, brought: Brought): Joined => {
	const knownThere = idsOf(theirs.view);
	const placed = [...mine.view.entries, ...theirs.view.entries].map(entry => ({
		entry,
		file: '',
		line: 0,
	}));
	return {
		...brought,
		entries: missingHere(mine.view, theirs.view),
		continuedTwice: continuedTwice(mine, theirs),
		theyLack: mine.view.entries.filter(({id}) => !knownThere.has(id)).length,
		tornBytes: theirs.view.torn.reduce((sum, {bytes}) => sum + bytes, 0),
		conflicts: conflictsIn(causalOrder(placed).entries),
	};
};

const refuseItself = async ({files}: Surroundings, mine: Paths, other: Paths): Promise<void> => {
	const [here, there] = await telling('read', other.history, async () =>
		Promise.all([files.facts(mine.history), files.facts(other.history)]),
	);
	if (here !== undefined && here.fingerprint === there?.fingerprint)
		throw new UserError(`${shown(other.root)} is this workspace itself. Nothing was changed.`, [
			'Name the folder of another copy of it.',
		]);
};

/**
 * Joins another copy into this one by union. Its entries become one group in the own file, so that after a crash at any moment all of
 * them count or none; in which file an entry lies makes no difference, and nobody else writes to this one. Files of the vaults come first,
 * because an entry must never name what is not there. `done` is called when entries were written.
 */
export const joinCopy = async (
	{
		paths,
		record,
		history,
		around,
		done,
	}: {
		readonly paths: Paths;
		readonly record: OpenRecord;
		readonly history: HistoryFolder;
		readonly around: Surroundings;
		readonly done: () => void;
	},
	root: string,
	dryRun: boolean,
): Promise<Joined> => {
	const {files, random, lockTimes} = around;
	const theirs = await readOtherCopy(files, root, random);
	await refuseItself(around, paths, theirs.paths);
	const present = await record.read();
	if (present === undefined) throw gone(paths);
	refuseStrangers(paths, present.view, theirs);
	const bring = {files, random, mine: paths, theirs: theirs.paths, dryRun};
	const brought = await bringFiles(theirs.view.entries, bring);
	const account = (view: HistoryView): Joined =>
		accountOf({view, idsByFile: history.idsByFile()}, theirs, brought);
	if (dryRun) return account(present.view);
	return withLock(paths.root, lockTimes, async stillOurs => {
		const onto = await record.readLocked();
		if (onto === undefined) throw gone(paths);
		const joined = account(onto.view);
		if (joined.entries.length === 0) return joined;
		await record.adopt(joined.entries, stillOurs);
		done();
		return joined;
	});
};
