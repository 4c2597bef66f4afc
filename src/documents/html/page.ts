import {textOf, type Block} from '../tree/nodes.js';
import {blocksHtml} from './blocks.js';
import {styleSheet} from './style.js';
import {escapeHtml} from './text.js';

/** What stands around the text of a document. */
export type Furniture = {
	readonly title: string;
	/** The organisation, or the organisation and the database. */
	readonly subject: string;
	/** Who prepared it, or else the organisation. */
	readonly author: string;
	readonly confidentiality: string;
	/** Where the document comes from: record head and versions, one line. */
	readonly origin: string;
};

/**
 * One self-contained HTML file: it runs no script and asks for nothing over the network, and its policy says so to the
 * browser. The cover is the banner, the rest the main part.
 */
export const drawHtml = (blocks: readonly Block[], furniture: Furniture): string => {
	const isCover = (b: Block): boolean => b.type === 'chart' && b.data.kind === 'cover';
	const cover = blocks.filter(isCover);
	const rest = blocks.filter(b => !isCover(b));
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="author" content="${escapeHtml(furniture.author)}">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(`${furniture.title}: ${furniture.subject}`)}</title>
<style>${styleSheet}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header>${blocksHtml(cover)}</header>
<main id="main">
${sectionsOf(rest)
	.map(s => sectionHtml(s, rest))
	.join('\n')}
</main>
<footer><p>${escapeHtml(furniture.origin)}</p></footer>
</body>
</html>
`;
};

/** Cuts the blocks before each heading of the second level. */
const sectionsOf = (blocks: readonly Block[]): readonly (readonly Block[])[] => {
	const sections: Block[][] = [[]];
	for (const block of blocks) {
		if (block.type === 'heading' && block.level === 2) sections.push([]);
		sections.at(-1)?.push(block);
	}
	return sections.filter(s => s.length > 0);
};

const sectionHtml = (section: readonly Block[], all: readonly Block[]): string => {
	const [first] = section;
	const name =
		first?.type === 'heading' && textOf(first.runs) !== '' ? ` aria-labelledby="${first.id}"` : '';
	return `<section${name}>\n${blocksHtml(section, all)}\n</section>`;
};
