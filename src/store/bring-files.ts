import {join, relative} from 'node:path';
import type {Entry} from '../domain/history.js';
import {sha256} from '../domain/id.js';
import {telling} from './file-trouble.js';
import type {Files} from './files.js';
import type {Paths} from './paths.js';
import {readWhole} from './read-file.js';
import {checkFile, putBytes, putFile} from './vault.js';

/** The files of the vaults that another copy could give: what came (or would come), and what neither copy has whole. */
export type Brought = {
	readonly runs: readonly string[];
	readonly evidence: readonly string[];
	readonly lost: readonly string[];
};

type Bring = {
	readonly files: Files;
	readonly random: () => string;
	readonly mine: Paths;
	readonly theirs: Paths;
	readonly dryRun: boolean;
};

const isThere = async (files: Files, path: string): Promise<boolean> =>
	(await telling('read', path, async () => files.facts(path))) !== undefined;

/** Takes over one probe run; false when the other copy does not have it whole either. */
const bringRun = async (
	{files, random, mine, theirs, dryRun}: Bring,
	hash: string,
): Promise<boolean> => {
	const path = join(theirs.runs, `${hash}.json`);
	if (!(await isThere(files, path))) return false;
	const {bytes} = await readWhole(files, path);
	if (sha256(bytes) !== hash) return false;
	if (!dryRun) await putBytes(files, mine.runs, bytes, '.json', random);
	return true;
};

const bringEvidence = async (
	{files, random, mine, theirs, dryRun}: Bring,
	hash: string,
): Promise<boolean> => {
	if ((await checkFile(files, theirs.evidence, hash)) !== 'intact') return false;
	if (!dryRun) await putFile(files, mine.evidence, join(theirs.evidence, hash), random);
	return true;
};

const hashOfEvidence = ({kind, after}: Entry): readonly string[] =>
	kind === 'evidence' && typeof after === 'object' && after !== null && 'sha256' in after
		? [String(after.sha256)]
		: [];

/**
 * Copies the runs and the evidence that `entries` name and this copy lacks, each under the hash of its content and on disk before any
 * entry that names it. What the other copy has altered or lost is left out and said.
 */
export const bringFiles = async (entries: readonly Entry[], bring: Bring): Promise<Brought> => {
	const {files, mine, theirs} = bring;
	const runs: string[] = [];
	const evidence: string[] = [];
	const lost: string[] = [];
	const wantedRuns = new Set(
		entries.flatMap(e => (e.kind === 'run' && e.after !== null ? e.key : [])),
	);
	for (const hash of [...wantedRuns].sort()) {
		if (await isThere(files, join(mine.runs, `${hash}.json`))) continue;
		if (await bringRun(bring, hash)) runs.push(hash);
		else lost.push(relative(theirs.root, join(theirs.runs, `${hash}.json`)));
	}
	for (const hash of [...new Set(entries.flatMap(hashOfEvidence))].sort()) {
		if (await isThere(files, join(mine.evidence, hash))) continue;
		if (await bringEvidence(bring, hash)) evidence.push(hash);
		else lost.push(relative(theirs.root, join(theirs.evidence, hash)));
	}
	return {runs, evidence, lost};
};
