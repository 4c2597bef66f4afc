import type {Entry} from '../domain/history.js';
import {entryText, readEntry} from './entry.js';

/** An entry and the line it was read from. */
export type PlacedEntry = {
	readonly entry: Entry;
	/** File name inside history/. */
	readonly file: string;
	/** From 1. */
	readonly line: number;
};

/** What a history file holds. */
export type HistoryLines = {
	readonly entries: readonly PlacedEntry[];
	/** Bytes up to and including the last complete group of lines. */
	readonly committed: number;
	/** Bytes behind that: a write that a crash or a full disk cut off. */
	readonly torn: Uint8Array;
	/** The last line is complete but lacks its line feed, as after a hand edit. */
	readonly unterminated: boolean;
	/** The first line that cannot be read and is not at the torn end. */
	readonly broken?: {readonly line: number; readonly fault: string};
};

const lineFeed = 0x0a;
const blank = 0x20;

/**
 * The lines for entries that belong together. Every line but the last begins with a blank, which JSON ignores: it says that
 * the group goes on, so that after a crash all of its lines count or none.
 */
export const groupText = (entries: readonly Entry[]): string =>
	entries.map((entry, i) => `${i < entries.length - 1 ? ' ' : ''}${entryText(entry)}\n`).join('');

type Line = {readonly start: number; readonly end: number; readonly terminated: boolean};

const linesOf = (bytes: Uint8Array): readonly Line[] => {
	const lines: Line[] = [];
	for (let start = 0; start < bytes.length;) {
		const feed = bytes.indexOf(lineFeed, start);
		const end = feed === -1 ? bytes.length : feed;
		lines.push({start, end, terminated: feed !== -1});
		start = end + 1;
	}
	return lines;
};

/**
 * Reads a history file. Never throws. `known` gives entries that were read before by the text of their line, because reading
 * and checking them again is what takes time.
 */
export const readLines = (
	file: string,
	bytes: Uint8Array,
	known: (text: string) => Entry | undefined,
): HistoryLines => {
	const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
	const entries: PlacedEntry[] = [];
	let group: PlacedEntry[] = [];
	let committed = 0;
	let unterminated = false;
	const lines = linesOf(bytes);
	const ok = (line: Line): boolean =>
		readLine(decoder, bytes.subarray(line.start, line.end), known).ok;
	for (const [index, {start, end, terminated}] of lines.entries()) {
		const continued = bytes[start] === blank;
		// A last line without its line feed counts only when nothing of it can be missing.
		if (!terminated && continued) break;
		const read = readLine(decoder, bytes.subarray(start, end), known);
		if (!read.ok) {
			// A power cut can leave zeros where a write never arrived; nothing that was promised lies behind them.
			const arrived = !bytes.subarray(start, end).includes(0) || lines.slice(index + 1).some(ok);
			if (!terminated || !arrived) break;
			return {
				entries,
				committed,
				torn: bytes.subarray(bytes.length),
				unterminated: false,
				broken: {line: index + 1, fault: read.fault},
			};
		}
		group.push({entry: read.entry, file, line: index + 1});
		if (continued) continue;
		entries.push(...group);
		group = [];
		committed = terminated ? end + 1 : end;
		unterminated = !terminated;
	}
	return {entries, committed, torn: bytes.subarray(committed), unterminated};
};

const readLine = (
	decoder: InstanceType<typeof TextDecoder>,
	bytes: Uint8Array,
	known: (text: string) => Entry | undefined,
): ReturnType<typeof readEntry> => {
	let text: string;
	try {
		text = decoder.decode(bytes).trim();
	} catch {
		return {ok: false, fault: 'it is not UTF-8 text'};
	}
	const entry = known(text);
	return entry === undefined ? readEntry(text) : {ok: true, entry};
};
