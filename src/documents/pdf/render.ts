import PDFDocument from 'pdfkit';
import type {Furniture} from '../html/page.js';
import {escapeHtml} from '../html/text.js';
import type {Block} from '../tree/nodes.js';
import {drawBlocks} from './blocks.js';
import {fillContents} from './contents.js';
import {newTypesetter} from './fonts.js';
import {Frame} from './frame.js';
import {drawFurniture} from './furniture.js';
import {newBookmarks} from './outline.js';

export type PdfOptions = {
	readonly furniture: Furniture;
	readonly paper: 'a4' | 'letter';
	/** ISO instant of the evaluation: the dates in the file, so that equal input gives equal bytes. */
	readonly at: string;
	/** Who made it, for the file's metadata. */
	readonly producer: string;
	readonly readFont: (name: string) => Uint8Array;
};

export type DrawnPdf = {
	readonly bytes: Uint8Array;
	/** Characters that no font of the PDF has; their code points stand in for them. */
	readonly missing: readonly string[];
};

/** Draws a document as a tagged PDF; equal input gives equal bytes. */
export const drawPdf = async (blocks: readonly Block[], options: PdfOptions): Promise<DrawnPdf> => {
	const {furniture} = options;
	const date = new Date(options.at);
	const doc = new PDFDocument({
		autoFirstPage: false,
		bufferPages: true,
		compress: true,
		pdfVersion: '1.7',
		subset: 'PDF/A-2a',
		tagged: true,
		lang: 'en-GB',
		displayTitle: true,
		info: {
			Title: `${furniture.title}: ${furniture.subject}`,
			Author: furniture.author,
			Subject: furniture.title,
			Keywords: furniture.origin,
			Creator: options.producer,
			Producer: options.producer,
			CreationDate: date,
			ModDate: date,
		},
	});
	escapeMetadata(doc);
	const bytes = collected(doc);
	const typesetter = newTypesetter(doc, options.readFont);
	const frame = new Frame(doc, typesetter, options.paper);
	const bookmarks = newBookmarks(doc);
	drawBlocks(frame, blocks, bookmarks);
	fillContents(frame);
	drawFurniture(
		frame,
		furniture,
		blocks.some(b => b.type === 'chart' && b.data.kind === 'cover'),
	);
	bookmarks.close();
	frame.root.end();
	doc.end();
	return {bytes: await bytes, missing: [...typesetter.missing]};
};

type WithMetadata = {info: Record<string, unknown>; _addInfo: () => void};

/**
 * pdfkit copies the document's information into XML without escaping it. The XML is written last, so the escaped texts
 * take the place of the plain ones just before; an organisation named "A & B" would leave a broken file otherwise.
 */
const escapeMetadata = (doc: PDFKit.PDFDocument): void => {
	const inner = doc as unknown as WithMetadata;
	const addInfo = inner._addInfo.bind(inner);
	inner._addInfo = () => {
		const plain = inner.info;
		inner.info = Object.fromEntries(
			Object.entries(plain).map(([k, v]) => [
				k,
				typeof v === 'string' || v instanceof String ? escapeHtml(String(v)) : v,
			]),
		);
		addInfo();
		inner.info = plain;
	};
};

const collected = (doc: PDFKit.PDFDocument): Promise<Uint8Array> =>
	new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		doc.on('data', (chunk: Buffer) => chunks.push(chunk));
		doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
		doc.on('error', reject);
	});
