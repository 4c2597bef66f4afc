import {relative, join} from 'node:path';
import type {Content} from '../domain/content.js';
import {goneProfiles, type ContentTrouble} from '../domain/content-gaps.js';
import {leftOutLines, type LeftOut} from '../domain/left-out.js';
import {printableText} from '../domain/text.js';

/** The files as a person here would open them: by their path from the current folder, if they lie below it. */
const fromHere = (leftOut: readonly LeftOut[], root: string): readonly LeftOut[] =>
	leftOut.map(one => {
		const whole = join(root, one.file);
		const near = relative(process.cwd(), whole);
		return {...one, file: near.startsWith('..') ? whole : near};
	});

/** The note about files of a workspace's own that are left out, and profiles that are gone, one text of several lines. */
export const leftOutNote = (trouble: ContentTrouble, root: string): string => {
	const gone = goneProfiles(trouble);
	const leftOut = trouble.profiles.filter(id => !gone.includes(id));
	return printableText(leftOutLines(fromHere(trouble.leftOut, root), leftOut, gone).join('\n'));
};

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

/** The same with the profiles in force that the content does not hold, where an assessment knows them. */
export const troubleJson = (
	trouble: ContentTrouble | undefined,
): {readonly leftOut?: readonly LeftOut[]; readonly missingProfiles?: readonly string[]} => ({
	...(trouble === undefined || trouble.leftOut.length === 0 ? {} : {leftOut: trouble.leftOut}),
	...(trouble === undefined || trouble.profiles.length === 0
		? {}
		: {missingProfiles: trouble.profiles}),
});
