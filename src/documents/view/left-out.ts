import {goneProfiles, type ContentTrouble, type Unplaced} from '../../domain/content-gaps.js';
import type {Evaluation} from '../../domain/evaluation.js';
import {faultLines, goneSentence, leftOutSentence, standInSentence} from '../../domain/left-out.js';
import type {DocumentInput} from '../../domain/ports.js';
import {fillTemplate} from '../template/compile.js';
import type {Block} from '../tree/nodes.js';
import {parseDocument} from '../tree/parse.js';
import {code, escapeView, line, type ViewValue} from './markup.js';

/**
 * The chapter about what is left out. It is none of a template's business, because a template of a client's own must not
 * be able to leave it out.
 */
const chapter = `## Left out of this document

{{#if sentence}}
{{sentence}} What these files ask for, and the limits and obligations in them, are not part of this document. It was made with the rest of the content and cannot stand for an assessment with all of it.

{{/if}}
{{#each faults}}
- {{this}}
{{/each}}

{{#if standIn}}
{{standIn}}

{{/if}}
{{#if gone}}
{{gone}} What that profile asks for beyond the others is not part of this document.

{{/if}}
{{#if hasUnplaced}}
Recorded, kept, and not counted here, because what it speaks of is not in the content now:

{{#each unplaced}}
- {{this}}
{{/each}}

{{/if}}
---
`;

const unplacedLine = ({targetName, kind, id, text}: Unplaced): ViewValue =>
	line(targetName, ', ', kind, ' ', code(id), ' recorded as ', text);

const contextOf = (trouble: ContentTrouble, unplaced: readonly Unplaced[]): ViewValue => {
	const gone = goneProfiles(trouble);
	const leftOut = trouble.profiles.filter(id => !gone.includes(id));
	return {
		sentence: trouble.leftOut.length === 0 ? '' : leftOutSentence(trouble.leftOut),
		faults: trouble.leftOut.flatMap(faultLines),
		standIn: leftOut.length === 0 ? '' : standInSentence(leftOut),
		gone: gone.length === 0 ? '' : goneSentence(gone),
		hasUnplaced: unplaced.length > 0,
		unplaced: unplaced.map(unplacedLine),
	};
};

const blocksOf = ({trouble, unplaced = []}: Evaluation): readonly Block[] =>
	trouble === undefined
		? []
		: parseDocument(
				fillTemplate(chapter, escapeView(contextOf(trouble, unplaced)), 'left-out'),
				() => 'left-out',
			);

/** The document with what is left out told before anything else but the cover. */
export const withLeftOut = (
	blocks: readonly Block[],
	{evaluation}: DocumentInput,
): readonly Block[] => {
	const told = blocksOf(evaluation);
	if (told.length === 0) return blocks;
	const cover = blocks.findIndex(b => b.type === 'chart' && b.data.kind === 'cover');
	return [...blocks.slice(0, cover + 1), ...told, ...blocks.slice(cover + 1)];
};
