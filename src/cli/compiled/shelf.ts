import {createHash} from 'node:crypto';
import {readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {isTrusted, isTrustedFile, makeFolder} from './folder.js';

/** What the engine compiled of one file. */
export type Compiled = {
	readonly bytes: Buffer;
	/** When the file was last written, in milliseconds since 1970: the engine itself compares no more than its length. */
	readonly modifiedMs: number;
};

/** Compiled files by path. */
export type Shelf = ReadonlyMap<string, Compiled>;

type Index = {
	/** Of which build of the program. */
	readonly build: string;
	readonly files: readonly (readonly [path: string, modifiedMs: number, bytes: number])[];
};

const sum = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
const sumBytes = 32;
const lengthBytes = 4;

/** Reads what `writeShelf` wrote of this build; empty where nothing is, where others may write, or where a byte is another. */
export const readShelf = (path: string, build: string): Shelf => {
	const shelf = new Map<string, Compiled>();
	try {
		if (!isTrusted(dirname(path)) || !isTrustedFile(path)) return shelf;
		const all = readFileSync(path);
		const content = all.subarray(sumBytes);
		// The engine takes what it is given for what it made: a damaged file would crash it.
		if (content.length < lengthBytes || !sum(content).equals(all.subarray(0, sumBytes)))
			return shelf;
		let at = lengthBytes + content.readUInt32LE(0);
		const index = JSON.parse(content.toString('utf8', lengthBytes, at)) as Index;
		if (index.build !== build) return shelf;
		for (const [name, modifiedMs, bytes] of index.files) {
			shelf.set(name, {bytes: content.subarray(at, at + bytes), modifiedMs});
			at += bytes;
		}
		return shelf;
	} catch {
		// Without it the program starts more slowly, and that is all.
		return new Map();
	}
};

const removeUnfinished = (path: string): void => {
	try {
		rmSync(path, {force: true});
	} catch {
		// It was never there: what should be its folder is none.
	}
};

/** Writes it in one step, for its owner only. Leaves things as they are where that cannot be done. */
export const writeShelf = (path: string, build: string, shelf: Shelf): void => {
	const temporary = `${path}.${process.pid}`;
	try {
		makeFolder(dirname(path));
		if (!isTrusted(dirname(path))) return;
		const index: Index = {
			build,
			files: [...shelf].map(([name, {bytes, modifiedMs}]) => [name, modifiedMs, bytes.length]),
		};
		const head = Buffer.from(JSON.stringify(index));
		const length = Buffer.alloc(lengthBytes);
		length.writeUInt32LE(head.length);
		const content = Buffer.concat([length, head, ...[...shelf.values()].map(({bytes}) => bytes)]);
		writeFileSync(temporary, Buffer.concat([sum(content), content]), {mode: 0o600, flag: 'wx'});
		renameSync(temporary, path);
	} catch {
		// A home that is read-only or full is no trouble of the command that was run.
		removeUnfinished(temporary);
	}
};
