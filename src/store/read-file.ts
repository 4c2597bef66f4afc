import {exitCode, UserError} from '../domain/errors.js';
import {shown, telling} from './file-trouble.js';
import type {FileFacts, Files, OpenFile} from './files.js';

const chunk = 1 << 16;

/** The largest file of the record that is read into memory, in bytes: beyond it the file is not one of ours. */
export const maxRecordBytes = 256 * 1024 * 1024;

/** Hands the bytes of an open file on, in pieces that are only good until the next; stops after `max` + 1 bytes. */
export const eachPiece = async (
	file: OpenFile,
	max: number,
	take: (piece: Uint8Array) => Promise<void> | void,
): Promise<number> => {
	const buffer = new Uint8Array(chunk);
	let total = 0;
	while (total <= max) {
		const length = await file.read(buffer.subarray(0, Math.min(chunk, max + 1 - total)));
		if (length === 0) break;
		total += length;
		await take(buffer.subarray(0, length));
	}
	return total;
};

/** Opens a regular file for reading and closes it after `action`. Symbolic links, folders, pipes and devices are a UserError. */
export const withRegularFile = async <T>(
	files: Files,
	path: string,
	action: (file: OpenFile, facts: FileFacts) => Promise<T>,
): Promise<T> =>
	telling('read', path, async () => {
		const file = await files.open(path, 'read');
		try {
			const facts = await file.facts();
			if (facts.kind !== 'file')
				throw new UserError(
					`Could not read ${shown(path)}: it is ${facts.kind === 'folder' ? 'a folder' : 'not a regular file'}. Nothing was changed.`,
					['Put a regular file in its place.'],
					exitCode.unfinished,
				);
			return await action(file, facts);
		} finally {
			await file.close();
		}
	});

/** A whole regular file of at most `max` bytes; `facts` are those of the file as it was opened. */
export const readWhole = async (
	files: Files,
	path: string,
	max: number = maxRecordBytes,
): Promise<{readonly bytes: Uint8Array; readonly facts: FileFacts}> =>
	withRegularFile(files, path, async (file, facts) => {
		const pieces: Uint8Array[] = [];
		const total = await eachPiece(file, max, piece => {
			pieces.push(Uint8Array.from(piece));
		});
		if (total > max)
			throw new UserError(
				`Could not read ${shown(path)}: it is larger than ${Math.floor(max / 1024 / 1024)} MB. Nothing was changed.`,
				['Check whether another program wrote to it.'],
				exitCode.unfinished,
			);
		return {bytes: Buffer.concat(pieces), facts};
	});
