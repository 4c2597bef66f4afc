import type {Face} from './theme.js';

/** Font files by what they are used for; the build copies them beside the program. */
export const fontFiles = {
	regular: 'IBMPlexSans_400Regular.ttf',
	semibold: 'IBMPlexSans_600SemiBold.ttf',
	bold: 'IBMPlexSans_700Bold.ttf',
	italic: 'IBMPlexSans_400Regular_Italic.ttf',
	mono: 'DejaVuSansMono.ttf',
	signs: 'DejaVuSans.ttf',
	signsBold: 'DejaVuSans-Bold.ttf',
} as const;

export type FontName = keyof typeof fontFiles;

/** A stretch of text that one font can show. */
export type Piece = {readonly text: string; readonly font: FontName};

export type Typesetter = {
	/** Splits text so that each piece has glyphs in its font; what no font shows becomes its code point in words. */
	readonly split: (text: string, face: Face) => readonly Piece[];
	/** Width in points. */
	readonly width: (text: string, font: FontName, size: number) => number;
	/** Characters that no font has, as far as they were set. */
	readonly missing: ReadonlySet<string>;
};

type OpenedFont = {readonly hasGlyphForCodePoint: (codePoint: number) => boolean};

/** pdfkit opens a font when it is chosen and keeps the parsed file here; its types do not say so. */
const openedFont = (doc: PDFKit.PDFDocument): OpenedFont =>
	(doc as unknown as {readonly _font: {readonly font: OpenedFont}})._font.font;

const fallbacks: Readonly<Record<Face, readonly FontName[]>> = {
	regular: ['signs'],
	semibold: ['signsBold', 'signs'],
	bold: ['signsBold', 'signs'],
	italic: ['signs'],
	mono: ['signs'],
};

/** A base character with the marks that sit on it: never torn apart. */
const cluster = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * Registers the fonts in a document and measures with them.
 * @param readFont gives the bytes of a font file
 */
export const newTypesetter = (
	doc: PDFKit.PDFDocument,
	readFont: (name: string) => Uint8Array,
): Typesetter => {
	const opened = new Map<FontName, OpenedFont>();
	for (const name of Object.keys(fontFiles) as FontName[]) {
		doc.registerFont(name, Buffer.from(readFont(fontFiles[name])));
		doc.font(name);
		opened.set(name, openedFont(doc));
	}
	const has = (font: FontName, text: string): boolean =>
		Array.from(text).every(
			c => opened.get(font)?.hasGlyphForCodePoint(c.codePointAt(0) ?? 0) ?? false,
		);

	const choices = new Map<string, Piece>();
	const missing = new Set<string>();
	const choose = (text: string, face: Face): Piece => {
		const key = face + text;
		const known = choices.get(key);
		if (known) return known;
		const font = [face, ...fallbacks[face]].find(f => has(f, text));
		if (font === undefined) missing.add(text);
		const piece = font ? {text, font} : {text: substitute(text), font: face};
		choices.set(key, piece);
		return piece;
	};

	const widths = new Map<string, number>();
	return {
		missing,
		split: (text, face) => {
			if (/^[\x20-\x7e]*$/.test(text)) return text === '' ? [] : [{text, font: face}];
			const pieces: Piece[] = [];
			for (const [part] of text.matchAll(cluster)) {
				const piece = choose(part, face);
				const last = pieces.at(-1);
				if (last?.font === piece.font)
					pieces[pieces.length - 1] = {...last, text: last.text + piece.text};
				else pieces.push(piece);
			}
			return pieces;
		},
		width: (text, font, size) => {
			const key = `${font} ${text}`;
			const known = widths.get(key);
			const unit = known ?? doc.font(font).fontSize(1000).widthOfString(text);
			if (known === undefined) widths.set(key, unit);
			return (unit * size) / 1000;
		},
	};
};

/** What stands for a character that no font shows: nothing of a text is lost silently. */
const substitute = (text: string): string =>
	Array.from(text)
		.map(c => `[U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`)
		.join('');
