import {relative, join} from 'node:path';
import type {Content} from '../domain/content.js';
import type {ContentTrouble} from '../domain/content-gaps.js';
import {leftOutLines, type LeftOut} from '../domain/left-out.js';
import {printableText} from '../domain/text.js';

/** The files as a person here would open them: by their path from the current folder, if they lie below it. */
const fromHere = (leftOut: readonly LeftOut[], root: string): readonly LeftOut[] =>
	leftOut.map(one => {
		const whole = join(root, one.file);
		const near = relative(process.cwd(), whole);
		return {...one, file: near.startsWith('..') ? whole : near};
	});

/** The note about files of a workspace's own that are left out, one text of several lines. */
export const leftOutNote = ({leftOut, profiles}: ContentTrouble, root: string): string =>
	printableText(leftOutLines(fromHere(leftOut, root), profiles).join('\n'));

/** Writes the note to stderr, where the content was read without an assessment. */
export const noteLeftOut = ({leftOut}: Content, root: string): void => {
	if (leftOut === undefined) return;
	process.stderr.write(`Note: ${leftOutNote({leftOut, profiles: []}, root)}\n`);
};

/** The member of a JSON document that says the same; none where every file counts. */
export const leftOutJson = ({
	leftOut,
}: Pick<Content, 'leftOut'>): {readonly leftOut?: readonly LeftOut[]} =>
	leftOut === undefined ? {} : {leftOut};
