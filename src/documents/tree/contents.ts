import type {Block, Heading} from './nodes.js';

export type Chapter = {readonly chapter: Heading; readonly sections: readonly Heading[]};

/** A chapter with more sections than this lists them itself, so the contents stay on one page. */
const most = 8;

/** Chapters with their sections, as a list of contents shows them; what stands before the list needs no sections in it. */
export const contentsOf = (blocks: readonly Block[]): readonly Chapter[] => {
	const start = blocks.findIndex(isContents);
	const chapters: {chapter: Heading; sections: Heading[]}[] = [];
	let listed = false;
	blocks.forEach((block, i) => {
		if (block.type !== 'heading') return;
		if (block.level === 2) {
			listed = i > start;
			chapters.push({chapter: block, sections: []});
		} else if (block.level === 3 && listed) chapters.at(-1)?.sections.push(block);
	});
	return chapters.map(c => (c.sections.length > most ? {...c, sections: []} : c));
};

const isContents = (block: Block): boolean =>
	block.type === 'chart' && block.data.kind === 'contents';
