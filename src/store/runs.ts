import {join} from 'node:path';
import {canonicalJson, Sha256, sha256} from '../domain/id.js';
import {ProbeRun} from '../domain/run.js';
import {telling} from './file-trouble.js';
import type {Files} from './files.js';
import {nestsDeeper} from './nesting.js';
import {readWhole} from './read-file.js';
import {putBytes, vaultTrouble} from './vault.js';

const ending = '.json';

/** Writes a run as canonical JSON to runs/<sha256>.json, so that `sha256sum` confirms the name; returns the hash. */
export const saveRun = async (
	files: Files,
	folder: string,
	run: ProbeRun,
	random: () => string,
): Promise<string> => {
	const text = canonicalJson(ProbeRun.parse(run));
	return putBytes(files, folder, Buffer.from(text), ending, random);
};

/** Undefined for what is no JSON, or nests so deep that only an attacker wrote it. */
const readJson = (bytes: Uint8Array): unknown => {
	try {
		const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
		return nestsDeeper(value) ? undefined : value;
	} catch {
		return undefined;
	}
};

/** Reads a run back. A missing, altered or foreign file is a UserError; a name that is no hash is a bug of the caller. */
export const loadRun = async (files: Files, folder: string, hash: string): Promise<ProbeRun> => {
	const path = join(folder, Sha256.parse(hash) + ending);
	const there = await telling('read', path, async () => files.facts(path));
	if (there === undefined)
		throw vaultTrouble(
			path,
			'is missing: the facts and findings of that probe run are in no other place',
		);
	const {bytes} = await readWhole(files, path);
	if (sha256(bytes) !== hash)
		throw vaultTrouble(path, 'was altered: its content does not fit its name');
	const run = ProbeRun.safeParse(readJson(bytes));
	if (!run.success)
		throw vaultTrouble(
			path,
			'is not a probe run that this dbvet can read; a newer one may have written it',
		);
	return run.data;
};
