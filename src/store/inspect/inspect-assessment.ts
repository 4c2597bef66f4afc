import {UserError} from '../../domain/errors.js';
import {parseAssessment} from '../assessment-format.js';
import type {Assessment} from '../assessment-format.js';
import {standingOf} from '../assessment-judgement.js';
import {telling} from '../file-trouble.js';
import type {Files} from '../files.js';
import {fold} from '../fold.js';
import type {Paths} from '../paths.js';
import {readWhole} from '../read-file.js';
import {schemaNumber} from '../schema.js';
import type {JudgedHistory} from './judge-history.js';
import type {Fault, Inspection, Unread} from './report.js';
import type {ScannedFile} from './scan-file.js';

/** assessment.json as it was read, before the history was: what it names is in the history then too. */
export type ReadAssessment =
	| {readonly kind: 'missing'}
	| {readonly kind: 'older'}
	| {readonly kind: 'present'; readonly assessment: Assessment}
	| {readonly kind: 'unmerged'; readonly sides: readonly Assessment[]}
	| {readonly kind: 'broken'; readonly found: string}
	| {readonly kind: 'unread'; readonly reason: string};

const newer = 'is from a newer dbvet';

export const readAssessment = async (files: Files, paths: Paths): Promise<ReadAssessment> => {
	const path = paths.assessment;
	let bytes: Uint8Array;
	try {
		const facts = await telling('read', path, async () => files.facts(path));
		if (facts === undefined) return {kind: 'missing'};
		if (facts.kind !== 'file') return {kind: 'broken', found: 'no regular file'};
		({bytes} = await readWhole(files, path));
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {kind: 'unread', reason: error.message};
	}
	try {
		return parseAssessment(bytes, path, undefined, schemaNumber);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return error.message.includes(newer)
			? {kind: 'unread', reason: error.message}
			: {kind: 'broken', found: error.message};
	}
};

export type InspectedAssessment = {
	readonly standing: Inspection['assessment'];
	readonly faults: readonly Fault[];
	readonly unread: readonly Unread[];
	readonly notes: readonly string[];
};

const part = 'assessment';
const place = 'assessment.json';

const wrong = (expected: string, found: string): InspectedAssessment => ({
	standing: 'broken',
	faults: [{part, place, expected, found}],
	unread: [],
	notes: [],
});

const fine = (
	standing: Inspection['assessment'],
	...notes: readonly string[]
): InspectedAssessment => ({
	standing,
	faults: [],
	unread: [],
	notes,
});

const endOf = ({file, entries, tornBytes}: ScannedFile): string =>
	`${file} ends after line ${entries.at(-1)?.line ?? 0}${tornBytes === 0 ? '' : `, with ${tornBytes} bytes of a cut end`}`;

/** The history is shorter than it was: told where it was cut, as far as that shows. */
const cutOff = (lost: readonly string[], scanned: readonly ScannedFile[]): Fault => {
	const torn = scanned.filter(({tornBytes}) => tornBytes > 0);
	const suspects = torn.length > 0 ? torn : scanned;
	const [only, ...others] = torn;
	const ends = suspects.slice(0, 5).map(endOf);
	return {
		part: 'history',
		place:
			only === undefined || others.length > 0
				? 'history/'
				: `history/${only.file}:${(only.entries.at(-1)?.line ?? 0) + 1}`,
		expected: `the ${lost.length === 1 ? 'entry' : 'entries'} ${lost.join(', ')}, from which assessment.json was made`,
		found: ['no file holds what was saved: it was cut off or taken away', ...ends].join('; '),
	};
};

/** What an assessment.json names and no file holds; undefined where nothing is lost. */
const lossOf = (
	named: readonly Assessment[],
	scanned: readonly ScannedFile[],
): InspectedAssessment | undefined => {
	const known = new Set(
		scanned.flatMap(({entries, claimed}) => [...entries.map(({entry}) => entry.id), ...claimed]),
	);
	const lost = [...new Set(named.flatMap(({heads}) => heads))].filter(id => !known.has(id));
	return lost.length === 0 ? undefined : {...fine('broken'), faults: [cutOff(lost, scanned)]};
};

/**
 * Compares assessment.json with the history; where that is broken itself, only the entries that it names. `path`
 * is for messages.
 */
export const judgeAssessment = (
	read: ReadAssessment,
	{ordered, faults}: JudgedHistory,
	path: string,
	scanned: readonly ScannedFile[],
): InspectedAssessment => {
	switch (read.kind) {
		case 'missing':
			return fine(
				'missing',
				'assessment.json is not there; the next command makes it from the history.',
			);
		case 'older':
			return fine(
				'behind',
				'assessment.json is of an older dbvet; the next command makes it anew.',
			);
		case 'unread':
			return {...fine('unread'), unread: [{part, place, reason: read.reason}]};
		case 'broken':
			return wrong('what the history gives', read.found);
		case 'unmerged':
			return (
				lossOf(read.sides, scanned) ??
				fine(
					'behind',
					'assessment.json has the marks of a merge in it; the next command makes it anew from the history.',
				)
			);
		case 'present':
	}
	const {assessment} = read;
	const lost = lossOf([assessment], scanned);
	if (lost !== undefined) return lost;
	const state = faults.length > 0 ? undefined : fold(ordered.entries);
	if (state === undefined) return fine('current');
	try {
		const standing = standingOf(assessment, path, {...ordered, state});
		return standing === 'behind'
			? fine(
					'behind',
					'assessment.json is older than the history; the next command brings it up to date.',
				)
			: fine('current');
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return wrong('what the history gives', error.message);
	}
};
