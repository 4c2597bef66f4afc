import type {Typesetter} from './fonts.js';
import type {Table} from '../tree/nodes.js';
import type {Layout} from './layout.js';
import {margin, papers, type Style} from './theme.js';

export type Orientation = 'portrait' | 'landscape';
export type Element = PDFKit.PDFStructureElement;

/** Where the number of a page will be written when all pages are known. */
export type PageSlot = {
	readonly page: number;
	readonly right: number;
	readonly baseline: number;
	readonly heading: string;
	readonly style: Style;
	readonly element: Element;
};

/** The page that is being filled: a cursor, the edges of the text, and how content is tagged. Points from the top left. */
export class Frame {
	y = margin;
	/** How tables and lists are set on the pages that come. */
	tables: 'normal' | 'small' = 'normal';
	/** Page numbers by heading id, known as soon as the heading is drawn; the first page is 1. */
	readonly pageOf = new Map<string, number>();
	readonly slots: PageSlot[] = [];
	/** Tables that are set already, with the width and size they were set for. */
	readonly layouts = new WeakMap<Table, {readonly key: string; readonly layout: Layout}>();
	readonly root: Element;
	#pages = 0;
	#orientation: Orientation = 'portrait';

	constructor(
		readonly doc: PDFKit.PDFDocument,
		readonly set: Typesetter,
		readonly paper: keyof typeof papers,
	) {
		this.root = doc.struct('Document');
		doc.addStructure(this.root);
		this.newPage('portrait');
	}

	get left(): number {
		return margin;
	}
	get width(): number {
		return this.doc.page.width - 2 * margin;
	}
	get bottom(): number {
		return this.doc.page.height - margin;
	}
	/** Height of the text area of a whole page. */
	get pageHeight(): number {
		return this.bottom - margin;
	}
	get page(): number {
		return this.#pages;
	}
	get orientation(): Orientation {
		return this.#orientation;
	}
	/** True while nothing stands on the page. */
	get fresh(): boolean {
		return this.y <= margin + 0.01;
	}

	newPage(orientation: Orientation = this.#orientation): void {
		this.doc.addPage({
			size: [...papers[this.paper]],
			layout: orientation,
			// The frame keeps the margins itself; any other value would make pdfkit add pages on its own.
			margins: {top: 0, bottom: 0, left: 0, right: 0},
		});
		this.#orientation = orientation;
		this.#pages += 1;
		this.y = margin;
	}

	/** Starts a new page when `height` does not fit on this one; a fresh page is never left empty. */
	ensure(height: number): void {
		if (!this.fresh && this.y + height > this.bottom + 0.01) this.newPage();
	}

	/** A child of a structure element. */
	element(type: string, parent: Element, options?: PDFKit.Mixins.StructureElementOptions): Element {
		const element = this.doc.struct(type, options);
		parent.add(element);
		return element;
	}

	/** Draws content that belongs to a structure element. */
	tagged(element: Element, type: string, draw: () => void): void {
		const content = this.doc.markStructureContent(type);
		draw();
		this.doc.endMarkedContent();
		element.add(content);
	}

	/** Draws decoration, which a screen reader leaves out. */
	artifact(draw: () => void): void {
		this.doc.markContent('Artifact', {type: 'Layout'});
		draw();
		this.doc.endMarkedContent();
	}

	rule(x: number, y: number, width: number, colour: string, weight = 0.5): void {
		this.artifact(() => {
			this.doc
				.moveTo(x, y)
				.lineTo(x + width, y)
				.lineWidth(weight)
				.strokeColor(colour)
				.stroke();
		});
	}
}
