import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {UserError} from '../../domain/errors.js';
import {sha256} from '../../domain/id.js';
import {ProbeRun} from '../../domain/run.js';
import type {ValueOf} from '../../domain/workspace.js';
import {changeOf} from '../entry.js';
import {telling} from '../file-trouble.js';
import type {Files} from '../files.js';
import type {PlacedEntry} from '../history-lines.js';
import type {Paths} from '../paths.js';
import {eachPiece, maxRecordBytes, readWhole, withRegularFile} from '../read-file.js';
import {maxArtifactBytes} from '../vault.js';
import {unfinishedPrefix} from '../write-file.js';
import type {Fault, Unread} from './report.js';

/** What became of the files that the history names. */
export type InspectedVault = {
	/** How many files it names. */
	readonly named: number;
	readonly faults: readonly Fault[];
	readonly unread: readonly Unread[];
	/** Files that no entry names. */
	readonly strangers: number;
};

/** A file that an entry names, and what else the entry says of it. */
type Named = {
	readonly hash: string;
	readonly name: string;
	readonly by: string;
	readonly run?: ValueOf<'run'>;
	readonly bytes?: number;
};

type Vault = 'runs' | 'evidence';

const namedIn = (vault: Vault, placed: readonly PlacedEntry[]): readonly Named[] => {
	const named = new Map<string, Named>();
	for (const {entry, file, line} of placed) {
		const change = changeOf(entry);
		if (change.after === null) continue;
		const by = `history/${file}:${line}`;
		if (vault === 'runs' && change.kind === 'run') {
			const hash = change.after.sha256;
			named.set(hash, {hash, name: `${hash}.json`, by, run: change.after});
		}
		if (vault === 'evidence' && change.kind === 'evidence') {
			const {sha256: hash, bytes} = change.after;
			named.set(hash, {hash, name: hash, by, bytes});
		}
	}
	return [...named.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** The SHA-256 and the length of a regular file, read piece by piece; one that is too long is cut, which no hash fits. */
const digestOf = async (
	files: Files,
	path: string,
	max: number,
): Promise<{readonly hash: string; readonly bytes: number}> =>
	withRegularFile(files, path, async file => {
		const hash = createHash('sha256');
		const bytes = await eachPiece(file, max, piece => {
			hash.update(piece);
		});
		return {hash: hash.digest('hex'), bytes};
	});

/** What a run of the right hash says otherwise than the entry that names it. */
const runFault = (bytes: Uint8Array, reference: ValueOf<'run'>): string | undefined => {
	let raw: unknown;
	try {
		raw = JSON.parse(Buffer.from(bytes).toString('utf8'));
	} catch {
		return 'text that is no JSON';
	}
	const run = ProbeRun.safeParse(raw);
	if (!run.success) return 'no probe run that this dbvet can read';
	const {target, startedAt, finishedAt, status} = run.data.report;
	if (target !== reference.target) return `a run of the target ${target}`;
	return startedAt === reference.startedAt &&
		finishedAt === reference.finishedAt &&
		status === reference.status
		? undefined
		: `a run of ${startedAt} to ${finishedAt}, ${status}`;
};

type Wrong = Pick<Fault, 'expected' | 'found'>;

const inspectFile = async (
	files: Files,
	path: string,
	{hash, by, run, bytes}: Named,
): Promise<Wrong | undefined> => {
	const named = `the file that ${by} names, with the SHA-256 ${hash}`;
	const facts = await telling('read', path, async () => files.facts(path));
	if (facts === undefined) return {expected: named, found: 'no file'};
	if (facts.kind !== 'file')
		return {expected: named, found: facts.kind === 'folder' ? 'a folder' : 'no regular file'};
	const read = await digestOf(files, path, run === undefined ? maxArtifactBytes : maxRecordBytes);
	if (read.hash !== hash)
		return {expected: named, found: `${read.bytes} bytes with the SHA-256 ${read.hash}`};
	if (bytes !== undefined && read.bytes !== bytes)
		return {expected: `${bytes} bytes, as ${by} says`, found: `${read.bytes} bytes`};
	if (run === undefined) return undefined;
	const whole = await readWhole(files, path);
	// It may have been replaced since it was read for its hash; then nothing of it is believed.
	const found =
		sha256(whole.bytes) === hash ? runFault(whole.bytes, run) : 'a file that is changing';
	return found === undefined
		? undefined
		: {
				expected: `the run that ${by} names: of the target ${run.target}, ${run.startedAt} to ${run.finishedAt}, ${run.status}`,
				found,
			};
};

const strangersIn = async (
	files: Files,
	folder: string,
	named: readonly Named[],
): Promise<number> => {
	if ((await files.facts(folder)) === undefined) return 0;
	const known = new Set(named.map(({name}) => name));
	const names = await files.list(folder);
	return names.filter(name => !known.has(name) && !name.startsWith(unfinishedPrefix)).length;
};

/** Compares every file that the history ever named in `runs/` or `evidence/` with its hash, and a run with its entry. */
export const inspectVault = async (
	files: Files,
	paths: Paths,
	vault: Vault,
	placed: readonly PlacedEntry[],
): Promise<InspectedVault> => {
	const folder = paths[vault];
	const named = namedIn(vault, placed);
	const faults: Fault[] = [];
	const unread: Unread[] = [];
	const trying = async (place: string, look: () => Promise<void>): Promise<void> => {
		try {
			await look();
		} catch (error) {
			if (!(error instanceof UserError)) throw error;
			unread.push({part: vault, place, reason: error.message});
		}
	};
	for (const one of named) {
		const place = `${vault}/${one.name}`;
		await trying(place, async () => {
			const wrong = await inspectFile(files, join(folder, one.name), one);
			if (wrong !== undefined) faults.push({part: vault, place, ...wrong});
		});
	}
	let strangers = 0;
	await trying(`${vault}/`, async () => {
		strangers = await telling('read', folder, async () => strangersIn(files, folder, named));
	});
	return {named: named.length, faults, unread, strangers};
};
