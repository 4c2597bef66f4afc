import type {Entry} from '../../domain/history.js';
import {idOf, readEntry} from '../entry.js';
import {readLines} from '../history-lines.js';
import type {PlacedEntry} from '../history-lines.js';
import {jsonFault} from '../json-fault.js';
import {nestsDeeper} from '../nesting.js';
import type {Fault} from './report.js';

/** What a history file holds, line by line. */
export type ScannedFile = {
	readonly file: string;
	/** Readable entries; those behind a broken line are among them. */
	readonly entries: readonly PlacedEntry[];
	readonly faults: readonly Fault[];
	/** Ids that broken lines say they have: what follows these is not a second fault. */
	readonly claimed: readonly string[];
	/** Bytes of a write at the end that broke off. */
	readonly tornBytes: number;
};

type Broken = Pick<Fault, 'expected' | 'found'> & {readonly claimed?: string};

const anEntry = 'an entry as dbvet writes it';

const idIn = (raw: unknown): string | undefined =>
	typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'string'
		? raw.id
		: undefined;

/** What is wrong with a line that `readEntry` refused, exactly. */
const brokenLine = (text: string, fault: string): Broken => {
	let raw: unknown;
	try {
		raw = JSON.parse(text);
	} catch {
		const column = jsonFault(text)?.split(':')[1] ?? '1';
		return {
			expected: anEntry,
			found: text.trim() === '' ? 'an empty line' : `text that is no JSON from column ${column} on`,
		};
	}
	const claimed = idIn(raw);
	if (claimed === undefined || nestsDeeper(raw)) return {expected: anEntry, found: fault};
	const actual = idOf(raw as Entry);
	return actual === claimed
		? {expected: anEntry, found: fault, claimed}
		: {
				expected: `content with the SHA-256 ${claimed}, which is its id`,
				found: `content with the SHA-256 ${actual}: it was altered`,
				claimed,
			};
};

const decoded = (bytes: Uint8Array): string | undefined => {
	try {
		return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
	} catch {
		return undefined;
	}
};

/** Every line by itself, for a file in which one is broken: `readLines` stops there. */
const scanEach = (file: string, bytes: Uint8Array): Omit<ScannedFile, 'file' | 'tornBytes'> => {
	const entries: PlacedEntry[] = [];
	const faults: Fault[] = [];
	const claimed: string[] = [];
	let line = 0;
	for (let start = 0; start < bytes.length;) {
		const feed = bytes.indexOf(0x0a, start);
		const end = feed === -1 ? bytes.length : feed;
		const text = decoded(bytes.subarray(start, end));
		line++;
		start = end + 1;
		const read = text === undefined ? undefined : readEntry(text);
		if (read?.ok === true) entries.push({entry: read.entry, file, line});
		// A last line without its end is an interrupted write as well as damage; the store leaves it alone.
		else if (feed !== -1) {
			const broken: Broken =
				text === undefined || read === undefined
					? {expected: anEntry, found: 'bytes that are not UTF-8 text'}
					: brokenLine(text, read.fault);
			const {claimed: id, ...rest} = broken;
			if (id !== undefined) claimed.push(id);
			faults.push({part: 'history', place: `history/${file}:${line}`, ...rest});
		}
	}
	return {entries, faults, claimed};
};

/** Reads a history file as the store does, and where a line is broken all that can be read behind it too. Never throws. */
export const scanFile = (file: string, bytes: Uint8Array): ScannedFile => {
	const lines = readLines(file, bytes, () => undefined);
	if (lines.broken !== undefined) return {file, tornBytes: 0, ...scanEach(file, bytes)};
	return {file, entries: lines.entries, faults: [], claimed: [], tornBytes: lines.torn.length};
};
