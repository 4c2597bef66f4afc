import {Low} from 'lowdb';
import {assessmentText, parseAssessment} from './assessment-format.js';
import type {Assessment} from './assessment-format.js';
import {telling} from './file-trouble.js';
import type {Files} from './files.js';
import {readWhole} from './read-file.js';
import {schemaNumber} from './schema.js';
import {writeWhole} from './write-file.js';

/** assessment.json as a lowdb database, with what the store must know around it. */
export type AssessmentFile = {
	readonly path: string;
	/** `read` keeps null where there is no file, an older schema or the marks of a merge; both reject with a UserError for what a person can mend. */
	readonly db: Low<Assessment | null>;
	/** Whether the file is another than the one that was last read or written. */
	readonly changed: () => Promise<boolean>;
	/** Reads the file anew into `db.data`. */
	readonly reread: () => Promise<void>;
	/** What the file says it was made from: its content, or the sides of one that git could not merge. */
	readonly made: () => readonly Assessment[];
	/** The file as last read holds the marks of a merge. */
	readonly unmerged: () => boolean;
	/** The file as last read or written has just the bytes that `db.data` would be written with. */
	readonly tidy: () => boolean;
};

/** How a copy in an older schema is named; it stays when the file is rewritten in a newer one. */
const backupName = (path: string, schema: number): string => `${path}.v${schema}.bak`;

const absent = 'absent';

export const assessmentFile = (
	files: Files,
	path: string,
	random: () => string,
	current: number = schemaNumber,
): AssessmentFile => {
	let fingerprint: string | undefined;
	let tidy = false;
	let older: number | undefined;
	let sides: readonly Assessment[] | undefined;

	const copyTo = async (copy: string): Promise<void> => {
		const {bytes} = await readWhole(files, path);
		await telling('write', copy, async () => writeWhole(files, copy, bytes, random));
	};

	const read = async (): Promise<Assessment | null> => {
		tidy = false;
		older = undefined;
		sides = undefined;
		const there = await telling('read', path, async () => files.facts(path));
		if (there === undefined) {
			fingerprint = absent;
			return null;
		}
		const {bytes, facts} = await readWhole(files, path);
		const backup = backupName(path, current);
		const kept = await telling('read', backup, async () => files.facts(backup));
		const found = parseAssessment(bytes, path, kept && backup, current);
		fingerprint = facts.fingerprint;
		if (found.kind === 'older') {
			older = found.schema;
			return null;
		}
		if (found.kind === 'unmerged') {
			({sides} = found);
			return null;
		}
		tidy = Buffer.from(assessmentText(found.assessment)).equals(bytes);
		return found.assessment;
	};

	const write = async (data: Assessment | null): Promise<void> => {
		if (data === null) return;
		if (older !== undefined) await copyTo(backupName(path, older));
		const bytes = Buffer.from(assessmentText(data));
		const facts = await telling('write', path, async () => writeWhole(files, path, bytes, random));
		fingerprint = facts.fingerprint;
		tidy = true;
		older = undefined;
		sides = undefined;
	};

	const db = new Low<Assessment | null>({read, write}, null);
	return {
		path,
		db,
		changed: async () =>
			((await telling('read', path, async () => files.facts(path)))?.fingerprint ?? absent) !==
			fingerprint,
		reread: async () => {
			// lowdb keeps what it had when there is nothing to read.
			db.data = null;
			await db.read();
		},
		made: () => sides ?? (db.data === null ? [] : [db.data]),
		unmerged: () => sides !== undefined,
		tidy: () => tidy,
	};
};
