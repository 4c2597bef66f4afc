import * as z from 'zod';
import {UserError} from '../domain/errors.js';
import {canonicalJson, Sha256, sha256} from '../domain/id.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {shown} from './file-trouble.js';
import {jsonFault} from './json-fault.js';
import {sidesOf} from './merge-marks.js';
import type {Sides} from './merge-marks.js';
import {nestsDeeper} from './nesting.js';
import {schemaNumber} from './schema.js';

const family = 'dbvet/assessment@';

/** What assessment.json holds: the state, and which history it was made from. */
export const Assessment = z
	.strictObject({
		schema: z.literal(`${family}${schemaNumber}`),
		/** Hash over `heads`; what documents print. */
		head: Sha256,
		/** Ids of the entries that nothing had followed. */
		heads: z.array(Sha256).min(1).readonly(),
		/** Not checked here: it counts only where it equals what the history gives. */
		state: z.record(z.string(), z.unknown()),
	})
	.readonly();
export type Assessment = z.infer<typeof Assessment>;

/** The hash over the heads of a history: names everything that happened up to them. */
export const headHash = (heads: readonly string[]): string => sha256(heads.toSorted().join('\n'));

export const assessmentOf = (heads: readonly string[], state: WorkspaceState): Assessment => ({
	schema: `${family}${schemaNumber}`,
	head: headHash(heads),
	heads: heads.toSorted(),
	state,
});

/** The text of assessment.json: sorted keys, two blanks of indent; the same content gives the same bytes. */
export const assessmentText = (assessment: Assessment): string =>
	`${JSON.stringify(JSON.parse(canonicalJson(assessment)), null, 2)}\n`;

/** How to get out when only assessment.json is at fault: the history is the truth. */
export const rebuild = (path: string): readonly string[] => [
	`Move ${shown(path)} away; dbvet rebuilds it from history/, which holds every change.`,
];

const Header = z.object({schema: z.string().startsWith(family)});

/**
 * What was found in assessment.json: the content; or what is rebuilt from the history, one of an older schema or one with the marks of a
 * merge.
 */
export type FoundAssessment =
	| {readonly kind: 'present'; readonly assessment: Assessment}
	/** git could not merge two of them; `sides` are those that could be read. */
	| {readonly kind: 'unmerged'; readonly sides: readonly Assessment[]}
	| {readonly kind: 'older'; readonly schema: number};

/**
 * Reads the text of assessment.json. Rejects what is not JSON (with line and column), not ours, from a newer dbvet, or not as
 * we write it, with a UserError. `path` is for messages, `backup` names a copy in the present schema if there is one.
 */
export const parseAssessment = (
	bytes: Uint8Array,
	path: string,
	backup: string | undefined,
	current: number = schemaNumber,
): FoundAssessment => {
	const sides = unmergedSides(bytes);
	if (sides !== undefined)
		return {
			kind: 'unmerged',
			sides: sides.flatMap(side => readableSide(Buffer.from(side), path, current)),
		};
	const raw = parseJson(bytes, path);
	if (nestsDeeper(raw)) throw edited(path, '');
	const header = Header.safeParse(raw);
	if (!header.success)
		throw new UserError(
			`${shown(path)} is not an assessment of dbvet; it seems to belong to another program. Nothing was changed.`,
			['Use another folder for the workspace, or move the file away if nobody needs it.'],
		);
	const number = schemaIn(header.data.schema);
	if (number === undefined) throw edited(path, 'schema');
	if (number > current) throw newer(path, number, current, backup);
	if (number < current) return {kind: 'older', schema: number};
	const known = Assessment.safeParse(raw);
	if (!known.success) throw edited(path, known.error.issues[0]?.path.map(String).join('.') ?? '');
	if (headHash(known.data.heads) !== known.data.head) throw edited(path, 'head');
	return {kind: 'present', assessment: known.data};
};

/** Both sides of a file that git could not merge. Only one that is no JSON: a text inside an answer may look like marks. */
const unmergedSides = (bytes: Uint8Array): Sides | undefined => {
	const text = Buffer.from(bytes).toString('utf8');
	return text.includes('<<<<<<< ') && jsonFault(text) !== undefined ? sidesOf(text) : undefined;
};

/** Where git put parts of both sides together by itself, what is left of one may be no whole assessment any more. */
const readableSide = (side: Uint8Array, path: string, current: number): readonly Assessment[] => {
	refuseNewer(side, path, current);
	try {
		const found = parseAssessment(side, path, undefined, current);
		return found.kind === 'present' ? [found.assessment] : [];
	} catch (error) {
		if (error instanceof UserError) return [];
		throw error;
	}
};

const schemaIn = (schema: string): number | undefined => {
	const number = /^[1-9][0-9]{0,8}$/.exec(schema.slice(family.length))?.[0];
	return number === undefined ? undefined : Number(number);
};

const newer = (path: string, number: number, current: number, backup?: string): UserError =>
	new UserError(
		`${shown(path)} is from a newer dbvet (schema ${number}, this one reads up to ${current}). Nothing was changed.`,
		['Update dbvet.', ...(backup === undefined ? [] : [`Or open the copy in ${shown(backup)}.`])],
	);

/**
 * Refuses an assessment.json of a newer dbvet, and nothing else: in another copy of the workspace the history is what counts.
 * @throws UserError
 */
export const refuseNewer = (
	bytes: Uint8Array,
	path: string,
	current: number = schemaNumber,
): void => {
	let raw: unknown;
	try {
		raw = JSON.parse(Buffer.from(bytes).toString('utf8'));
	} catch {
		return;
	}
	const header = Header.safeParse(raw);
	const number = header.success ? schemaIn(header.data.schema) : undefined;
	if (number !== undefined && number > current) throw newer(path, number, current);
};

/** assessment.json says something that the history does not: somebody edited it, or another program did. */
export const edited = (path: string, place: string): UserError =>
	new UserError(
		`${shown(path)} was changed outside dbvet${place === '' ? '' : ` (at ${shown(place)})`}: it does not fit the history. Nothing was changed.`,
		[
			...rebuild(path),
			'Make the change again with dbvet, so that the history knows who made it and when.',
		],
	);

const parseJson = (bytes: Uint8Array, path: string): unknown => {
	let text: string;
	try {
		text = new TextDecoder('utf-8', {fatal: true}).decode(bytes);
	} catch {
		throw new UserError(
			`${shown(path)} is damaged: it is not UTF-8 text. Nothing was changed.`,
			rebuild(path),
		);
	}
	if (text.trim() === '')
		throw new UserError(`${shown(path)} is empty. Nothing was changed.`, rebuild(path));
	try {
		return JSON.parse(text);
	} catch {
		throw new UserError(
			`${shown(path)}:${jsonFault(text) ?? '1:1'} is damaged: the text is not JSON from there on. Nothing was changed.`,
			rebuild(path),
		);
	}
};
