import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {exitCode, UserError} from '../domain/errors.js';
import {Sha256, sha256} from '../domain/id.js';
import {shown, telling} from './file-trouble.js';
import type {Files} from './files.js';
import {eachPiece, withRegularFile} from './read-file.js';
import {replaceFile, writeAll, writeWhole} from './write-file.js';

/** The largest artifact the vault takes: 100 MB, counted in steps of 1024. Beyond that it belongs in an archive. */
export const maxArtifactBytes = 100 * 1024 * 1024;

const vaultPath = (folder: string, hash: string, ending: string): string => {
	if (!Sha256.safeParse(hash).success) throw new Error(`"${hash}" is not a SHA-256 in hex`);
	return join(folder, hash + ending);
};

/** Puts bytes under their SHA-256 (and `ending`) into a folder, on disk when it resolves; returns the hash. */
export const putBytes = async (
	files: Files,
	folder: string,
	bytes: Uint8Array,
	ending: string,
	random: () => string,
): Promise<string> => {
	const hash = sha256(bytes);
	const path = vaultPath(folder, hash, ending);
	await telling('write', path, async () => {
		await files.makeFolder(folder);
		await writeWhole(files, path, bytes, random);
	});
	return hash;
};

const tooLarge = (path: string): UserError =>
	new UserError(
		`${shown(path)} is larger than ${maxArtifactBytes / 1024 / 1024} MB, the most that evidence may have. Nothing was copied.`,
		['Keep it where it is, and add a smaller file that names it and its checksum.'],
	);

/**
 * Copies a regular file under its SHA-256 into a folder, piece by piece; returns hash and length of what was copied. The same
 * content twice is one file. A symbolic link, a folder, a pipe, a device or a file over the limit is a UserError.
 */
export const putFile = async (
	files: Files,
	folder: string,
	source: string,
	random: () => string,
): Promise<{readonly sha256: string; readonly bytes: number}> =>
	withRegularFile(files, source, async (file, facts) => {
		if (facts.size > maxArtifactBytes) throw tooLarge(source);
		const hash = createHash('sha256');
		let bytes = 0;
		let digest = '';
		await telling('write to', folder, async () => {
			await files.makeFolder(folder);
			await replaceFile(files, folder, random, async copy => {
				bytes = await telling('read', source, async () =>
					eachPiece(file, maxArtifactBytes, async piece => {
						hash.update(piece);
						await telling('write to', folder, async () => writeAll(copy, piece));
					}),
				);
				// The file may have grown since its size was asked for.
				if (bytes > maxArtifactBytes) throw tooLarge(source);
				digest = hash.digest('hex');
				return digest;
			});
		});
		return {sha256: digest, bytes};
	});

/**
 * As `putFile`, for what `screen` makes of the bytes. They are read once, so that a file that changes meanwhile cannot pass
 * unscreened, and before anything is written, so that no part of the original reaches the disk.
 */
export const putScreened = async (
	files: Files,
	folder: string,
	source: string,
	random: () => string,
	screen: (bytes: Uint8Array) => Promise<Uint8Array>,
): Promise<{readonly sha256: string; readonly bytes: number}> => {
	const read = await withRegularFile(files, source, async (file, facts) => {
		if (facts.size > maxArtifactBytes) throw tooLarge(source);
		const pieces: Uint8Array[] = [];
		const total = await eachPiece(file, maxArtifactBytes, piece => {
			pieces.push(Uint8Array.from(piece));
		});
		// The file may have grown since its size was asked for.
		if (total > maxArtifactBytes) throw tooLarge(source);
		return Buffer.concat(pieces);
	});
	const bytes = await screen(read);
	return {sha256: await putBytes(files, folder, bytes, '', random), bytes: bytes.length};
};

/** Whether the vault still holds what its name promises. Rejects with a UserError when the file cannot be read. */
export const checkFile = async (
	files: Files,
	folder: string,
	hash: string,
): Promise<'intact' | 'missing' | 'changed'> => {
	const path = vaultPath(folder, hash, '');
	const there = await telling('read', path, async () => files.facts(path));
	if (there === undefined) return 'missing';
	// A link or a folder in its place is not what was put there.
	if (there.kind !== 'file') return 'changed';
	return withRegularFile(files, path, async file => {
		const actual = createHash('sha256');
		const length = await eachPiece(file, maxArtifactBytes, piece => {
			actual.update(piece);
		});
		return length <= maxArtifactBytes && actual.digest('hex') === hash ? 'intact' : 'changed';
	});
};

/**
 * `checkFile` that does not read a file again which the system says nobody has touched since it was found intact. `known`
 * holds what was found, by hash; it must not outlive the process, because a fingerprint proves nothing about the time before.
 */
export const checkUntouched = async (
	files: Files,
	folder: string,
	hash: string,
	known: Map<string, string>,
): Promise<'intact' | 'missing' | 'changed'> => {
	const path = vaultPath(folder, hash, '');
	const there = await telling('read', path, async () => files.facts(path));
	// Taken before it is read: a change meanwhile gives another fingerprint, and the file is read again the next time.
	if (there?.kind === 'file' && known.get(hash) === there.fingerprint) return 'intact';
	const result = await checkFile(files, folder, hash);
	if (result === 'intact' && there !== undefined) known.set(hash, there.fingerprint);
	else known.delete(hash);
	return result;
};

/** What to say when a file of the vault is gone or was altered. */
export const vaultTrouble = (path: string, what: string): UserError =>
	new UserError(
		`${shown(path)} ${what}.`,
		["Bring the file back, from a backup or from a colleague's copy of the workspace."],
		exitCode.unfinished,
	);
