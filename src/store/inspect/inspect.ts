import {join} from 'node:path';
import {UserError} from '../../domain/errors.js';
import {headHash} from '../assessment-format.js';
import {shown, telling} from '../file-trouble.js';
import {nodeFiles} from '../files.js';
import type {Files} from '../files.js';
import {isHistoryFile} from '../history-folder.js';
import {noWorkspace} from '../no-workspace.js';
import {pathsOf} from '../paths.js';
import type {Paths} from '../paths.js';
import {readWhole} from '../read-file.js';
import {findMoment} from './find-moment.js';
import {judgeAssessment, readAssessment} from './inspect-assessment.js';
import {inspectVault} from './inspect-vault.js';
import {judgeHistory} from './judge-history.js';
import type {Fault, Inspection, Unread} from './report.js';
import {scanFile} from './scan-file.js';
import type {ScannedFile} from './scan-file.js';

type ReadHistory = {
	readonly scanned: readonly ScannedFile[];
	readonly faults: readonly Fault[];
	readonly unread: readonly Unread[];
	readonly notes: readonly string[];
};

const historyNames = async (files: Files, folder: string): Promise<readonly string[]> =>
	telling('read', folder, async () =>
		(await files.facts(folder)) === undefined ? [] : (await files.list(folder)).toSorted(),
	);

const readHistory = async (files: Files, {history}: Paths): Promise<ReadHistory> => {
	const scanned: ScannedFile[] = [];
	const faults: Fault[] = [];
	const unread: Unread[] = [];
	const notes: string[] = [];
	const names = await historyNames(files, history);
	for (const name of names.filter(isHistoryFile)) {
		const place = `history/${name}`;
		const path = join(history, name);
		try {
			const facts = await telling('read', path, async () => files.facts(path));
			if (facts?.kind === 'file')
				scanned.push(scanFile(name, (await readWhole(files, path)).bytes));
			else
				faults.push({
					part: 'history',
					place,
					expected: 'a regular file',
					found: facts?.kind === 'folder' ? 'a folder' : 'a link, or another special file',
				});
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			unread.push({part: 'history', place, reason: error.message});
		}
	}
	for (const name of names.filter(one => one.includes('.torn-')))
		notes.push(
			`history/${name} is the end of a write that broke off, set aside; it does not count.`,
		);
	return {scanned, faults, unread, notes};
};

/** What changes whenever somebody writes: the facts of each file of the history, and of assessment.json. */
const fingerprintOf = async (files: Files, paths: Paths): Promise<string> => {
	const names = (await historyNames(files, paths.history)).filter(isHistoryFile);
	const all = [paths.assessment, ...names.map(name => join(paths.history, name))];
	const facts = await Promise.all(
		all.map(async path => telling('read', path, async () => files.facts(path))),
	);
	return JSON.stringify(facts.map(one => one?.fingerprint));
};

/** Only assessment.json shows that what broke off had not been confirmed. */
const tornNotes = (
	scanned: readonly ScannedFile[],
	standing: Inspection['assessment'],
): readonly string[] =>
	scanned
		.filter(({tornBytes}) => tornBytes > 0)
		.map(
			({file, tornBytes}) =>
				`The last ${tornBytes} bytes of history/${file} are a write that broke off; they do not count.${standing === 'missing' ? ' Nothing here tells whether it was confirmed as saved.' : ''}`,
		);

const strangerNote = (folder: string, n: number): readonly string[] =>
	n === 0
		? []
		: [
				`${n} ${n === 1 ? 'file' : 'files'} in ${folder}/ that no entry names: ${n === 1 ? 'it counts' : 'they count'} for nothing.`,
			];

const inspectOnce = async (
	files: Files,
	paths: Paths,
	given: string | undefined,
): Promise<Inspection> => {
	const read = await readAssessment(files, paths);
	const history = await readHistory(files, paths);
	const all = history.faults.length === 0 && history.unread.length === 0;
	const judged = judgeHistory(history.scanned, all);
	const {ordered} = judged;
	const placed = history.scanned.flatMap(({entries}) => entries);
	if (placed.length === 0 && read.kind === 'missing' && history.unread.length === 0) {
		const nothing =
			history.faults.length === 0 && history.scanned.every(f => f.faults.length === 0);
		if (nothing) throw noWorkspace(paths.root);
	}
	const ids = placed.map(({entry}) => entry.id);
	const assessment =
		!all && read.kind === 'present'
			? ({standing: 'unread', faults: [], unread: [], notes: []} as const)
			: judgeAssessment(read, judged, paths.assessment, history.scanned);
	const runs = await inspectVault(files, paths, 'runs', placed);
	const evidence = await inspectVault(files, paths, 'evidence', placed);
	const faults = [...history.faults, ...judged.faults, ...assessment.faults];
	const whole =
		faults.every(({part}) => part !== 'history') &&
		history.unread.length === 0 &&
		ordered.heads.length > 0;
	return {
		root: paths.root,
		...(whole ? {head: headHash(ordered.heads)} : {}),
		entries: new Set(ids).size,
		files: history.scanned.map(({file, entries}) => ({file, entries: entries.length})),
		runs: runs.named,
		evidence: evidence.named,
		assessment: assessment.standing,
		faults: [...faults, ...runs.faults, ...evidence.faults],
		unread: [...history.unread, ...assessment.unread, ...runs.unread, ...evidence.unread],
		notes: [
			...tornNotes(history.scanned, assessment.standing),
			...history.notes,
			...judged.notes,
			...assessment.notes,
			...strangerNote('runs', runs.strangers),
			...strangerNote('evidence', evidence.strangers),
		],
		...(given === undefined || !all ? {} : {given: findMoment(ordered, given)}),
	};
};

/** How often a workspace that others write to is looked at anew. */
const attempts = 3;

/**
 * Checks history, assessment.json, runs and evidence of the workspace in `root` against each other, and against a head hash (or the
 * first eight or more of its digits) that was kept elsewhere. Writes nothing and takes no lock, so that it works on a
 * folder that is only to be read. Rejects with a UserError when there is no workspace.
 */
export const inspectWorkspace = async (
	root: string,
	given?: string,
	files: Files = nodeFiles,
): Promise<Inspection> => {
	const paths = pathsOf(root);
	for (let left = attempts; ; left--) {
		const before = await fingerprintOf(files, paths);
		const inspection = await inspectOnce(files, paths, given);
		// What was written between two looks would pass for damage.
		if (inspection.faults.length === 0 || before === (await fingerprintOf(files, paths)))
			return inspection;
		if (left <= 1)
			throw new UserError(
				`Somebody keeps writing to ${shown(paths.root)}, so that it could not be checked. Nothing was changed.`,
				['Try again when nobody works on it.'],
			);
	}
};
