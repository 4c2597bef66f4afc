import {randomBytes} from 'node:crypto';
import {open, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {UserError, exitCode} from '../domain/errors.js';
import {nearest} from '../domain/suggest.js';
import {saidOf} from '../domain/system-error.js';
import type {DocumentFormat, RenderedFile} from '../domain/ports.js';
import {approvalsOf} from './compare-baseline.js';
import {makeFolder} from './make-folder.js';
import {evaluate, loadRuns, type Project} from './project.js';

export type RenderOptions = {
	readonly documents: readonly string[];
	/** The documents were asked for by name: one of which there is nothing to write is told. */
	readonly named?: boolean;
	readonly formats: readonly DocumentFormat[];
	/** Absolute folder to write to. */
	readonly out: string;
	readonly paper: 'a4' | 'letter';
	/** Ends it when it fires: what is not yet written stays as it was. */
	readonly signal?: AbortSignal;
};

export type WrittenDocuments = {
	/** Absolute, in the order of the documents. */
	readonly paths: readonly string[];
	/** Files with characters that their format cannot show. */
	readonly unshown: readonly {readonly path: string; readonly characters: readonly string[]}[];
};

/** Writes a file whole or not at all: beside its place first, then renamed over it. */
const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
	const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
	try {
		const file = await open(beside, 'wx', 0o600);
		try {
			await file.writeFile(bytes);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(beside, path);
	} catch (error) {
		await rm(beside, {force: true});
		throw error;
	}
};

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
	error instanceof Error && 'code' in error && 'syscall' in error;

/**
 * Renders documents from the present state and writes them.
 * @throws UserError for an unknown document, a folder that cannot be written (exit 3), and, when all others are written, for
 * documents whose template is wrong, or that were asked for by name where there is nothing to write one about.
 */
export const renderDocuments = async (
	project: Project,
	options: RenderOptions,
): Promise<WrittenDocuments> => {
	const renderer = await project.documents();
	const known = renderer.documents.map(document => document.id);
	for (const id of options.documents) {
		if (known.includes(id)) continue;
		const near = nearest(id, known);
		throw new UserError(`There is no document ${JSON.stringify(id)}.`, [
			near === undefined ? `Documents: ${known.join(', ')}.` : `Did you mean ${near}?`,
		]);
	}
	const state = await project.store.state();
	const content = await project.wholeContent();
	const evaluation = await evaluate({...project, content}, state);
	const input = {
		evaluation,
		content,
		state,
		checks: project.checks,
		runs: await loadRuns(project, state),
		head: await project.store.head(),
		dbvet: project.version,
		fixedClock: project.fixedClock,
		approvals: approvalsOf(state, content, evaluation),
		paper: options.paper,
	};
	const paths: string[] = [];
	const unshown: WrittenDocuments['unshown'][number][] = [];
	const troubles: UserError[] = [];
	try {
		await makeFolder(options.out);
		for (const id of options.documents) {
			const drawn = await drawing(renderer.render(id, options.formats, input, options.signal));
			if (drawn instanceof UserError) {
				troubles.push(drawn);
				continue;
			}
			if (drawn.length === 0 && options.named === true) troubles.push(nothingFor(id));
			for (const file of drawn) {
				options.signal?.throwIfAborted();
				const path = join(options.out, file.fileName);
				await writeWhole(path, file.bytes);
				paths.push(path);
				if (file.missing !== undefined) unshown.push({path, characters: file.missing});
			}
		}
	} catch (error) {
		if (!isSystemError(error)) throw error;
		throw new UserError(
			`The documents could not be written to ${options.out}: ${saidOf(error).what}.`,
			[saidOf(error).next, 'Another folder is chosen with --out.'],
			exitCode.unfinished,
		);
	}
	const [first] = troubles;
	if (first === undefined) return {paths, unshown};
	throw new UserError(
		[...new Set(troubles.map(({message}) => message))].join('\n'),
		[
			...new Set(troubles.flatMap(({next}) => next)),
			...(paths.length === 0 ? [] : [`The other documents were written to ${options.out}.`]),
		],
		first.exitCode,
	);
};

/** A document about each database, where there is none. */
const nothingFor = (document: string): UserError =>
	new UserError(`No ${document} was written: there is no database to write one about.`, [
		'Add one with: dbvet target add prod postgres://dbvet@HOST:5432/DATABASE --password-env PROD_PW',
	]);

/** The files of a document, or what a person can mend about its template, which keeps no other document from being written. */
const drawing = async (
	files: Promise<readonly RenderedFile[]>,
): Promise<readonly RenderedFile[] | UserError> => {
	try {
		return await files;
	} catch (error) {
		if (error instanceof UserError) return error;
		throw error;
	}
};
