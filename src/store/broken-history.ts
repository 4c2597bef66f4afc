import {join} from 'node:path';
import {UserError} from '../domain/errors.js';
import type {Ordered} from './causal-order.js';
import {mergeMark} from './entry.js';
import {shown} from './file-trouble.js';

const wayOut = (path: string): readonly string[] => [
	`Put an undamaged ${shown(path)} in its place, from a backup or from a colleague's copy of the workspace.`,
	'Keep the damaged file until the record opens again.',
];

/** A line that cannot be read although others follow it, so that it is damage and not the end of an interrupted write. */
export const brokenLine = (folder: string, file: string, line: number, fault: string): UserError =>
	new UserError(
		`${shown(join(folder, file))}:${line} cannot be read: ${fault}. Nothing was changed.`,
		fault === mergeMark
			? [
					'Keep the lines of both sides, in any order, and delete the lines that begin with <<<<<<<, =======, ||||||| or >>>>>>>.',
					'So that git does this by itself: echo "history/*.jsonl -text merge=union" >> .gitattributes',
				]
			: [
					...wayOut(join(folder, file)),
					'If the line was written by a newer dbvet, update this one.',
				],
	);

/** An entry follows one that no file holds: a history file is missing or was cut. */
export const orphaned = (folder: string, orphan: NonNullable<Ordered['orphan']>): UserError =>
	new UserError(
		`The history is not complete: ${shown(join(folder, orphan.placed.file))}:${orphan.placed.line} follows the entry ${orphan.parent.slice(0, 12)}, which no file in ${shown(folder)} holds. Nothing was changed.`,
		[
			`Bring the missing or shortened .jsonl file back into ${shown(folder)}, from a backup or from a colleague's copy.`,
		],
	);
