import {textOf, type Heading} from '../tree/nodes.js';

/** Bookmarks, nested as the headings are. pdfkit writes no counts, and PDF/A wants them. */
export type Bookmarks = {
	readonly add: (heading: Heading, top: number) => void;
	readonly close: () => void;
};

type Item = PDFKit.PDFOutline & {
	readonly children: readonly Item[];
	readonly outlineData: {Count?: number};
};

export const newBookmarks = (doc: PDFKit.PDFDocument): Bookmarks => {
	const root = doc.outline as Item;
	const path: {level: number; item: Item}[] = [];
	return {
		add: (heading, top) => {
			if (heading.level > 3) return;
			while ((path.at(-1)?.level ?? 0) >= heading.level) path.pop();
			const parent = path.at(-1)?.item ?? root;
			const options = {expanded: false, fit: false, top, left: 0, zoom: 0};
			path.push({
				level: heading.level,
				item: parent.addItem(textOf(heading.runs), options) as Item,
			});
		},
		close: () => {
			root.outlineData.Count = root.children.length;
			const closed = (items: readonly Item[]): void => {
				for (const item of items) {
					if (item.children.length > 0) item.outlineData.Count = -item.children.length;
					closed(item.children);
				}
			};
			closed(root.children);
		},
	};
};
