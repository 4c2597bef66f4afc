import {UserError} from '../domain/errors.js';
import type {
	DocumentFormat,
	DocumentInput,
	DocumentRenderer,
	RenderedFile,
} from '../domain/ports.js';
import {drawHtml} from './html/page.js';
import {drawMarkdown} from './markdown/draw.js';
import {readDefinition, type DocumentDefinition} from './template/definition.js';
import type {Block} from './tree/nodes.js';
import {escapeView} from './view/markup.js';
import {securityBaselineViews} from './view/baseline/index.js';
import {riskAssessmentView} from './view/risk/index.js';
import type {DocumentView} from './view/view.js';

/** What each document shows; a template only arranges it. */
const views: Readonly<
	Record<string, (input: DocumentInput, title: string) => readonly DocumentView[]>
> = {
	'risk-assessment': (input, title) => [riskAssessmentView(input, title)],
	'security-baseline': securityBaselineViews,
};

/** Ids of the documents, in the order they are offered. */
export const documentIds: readonly string[] = Object.keys(views);

export type RendererParts = {
	/** Text of a shipped file below templates/, for example `risk-assessment/template.md.hbs`. */
	readonly readTemplate: (path: string) => string;
	/** Bytes of one of `fontFiles`. */
	readonly readFont: (name: string) => Uint8Array;
	/** Text of the same path in a workspace's own templates/, undefined where it has none. */
	readonly overrides?: (path: string) => string | undefined;
};

/**
 * Builds the renderer of all documents.
 * Rendering rejects with a UserError that names file and line when a template is wrong, and for an unknown document.
 */
export const createRenderer = (parts: RendererParts): DocumentRenderer => {
	const read = (path: string): string => parts.overrides?.(path) ?? parts.readTemplate(path);
	const definitionOf = (id: string): DocumentDefinition =>
		readDefinition(read(`${id}/document.yaml`), `templates/${id}/document.yaml`);
	return {
		get documents() {
			return documentIds.map(id => {
				try {
					const {title, summary} = definitionOf(id);
					return {id, title, summary};
				} catch (error) {
					if (!(error instanceof UserError) || parts.overrides === undefined) throw error;
					// One that a workspace has broken is listed as it was shipped, so that the others can still be drawn.
					const path = `${id}/document.yaml`;
					const {title, summary} = readDefinition(parts.readTemplate(path), `templates/${path}`);
					return {id, title, summary, fault: [error.message, ...error.next].join(' ')};
				}
			});
		},
		templateFaults: async () => {
			const {checkTemplate} = await import('./template/compile.js');
			return documentIds.flatMap(id => {
				try {
					checkTemplate(read(`${id}/template.md.hbs`), `templates/${id}/template.md.hbs`);
					return [];
				} catch (error) {
					if (!(error instanceof UserError)) throw error;
					return [[error.message, ...error.next].join('. ')];
				}
			});
		},
		render: async (document, formats, input) => {
			const viewsOf = Object.hasOwn(views, document) ? views[document] : undefined;
			if (!viewsOf) {
				throw new UserError(`There is no document "${document}".`, [
					`The documents are ${documentIds.join(', ')}.`,
				]);
			}
			const {title} = definitionOf(document);
			// The list of documents is shown at every start; what draws them is loaded only when something is drawn.
			const {fillTemplate, placeIn} = await import('./template/compile.js');
			const {parseDocument} = await import('./tree/parse.js');
			const {withLeftOut} = await import('./view/left-out.js');
			const path = `templates/${document}/template.md.hbs`;
			const source = read(`${document}/template.md.hbs`);
			const files: RenderedFile[] = [];
			const taken = new Set<string>();
			for (const view of viewsOf(input, title)) {
				const markdown = fillTemplate(source, escapeView(view.context), path);
				const blocks = withLeftOut(parseDocument(markdown, placeIn(source, path)), input);
				const wanted = view.suffix === undefined ? document : `${document}-${view.suffix}`;
				const name = freeName(wanted, taken);
				for (const format of formats) {
					const drawn = await draw(format, blocks, view, input, parts.readFont);
					files.push({fileName: `${name}.${format}`, document, format, ...drawn});
				}
			}
			return files;
		},
	};
};

/** A name that no other file of the document has, whatever the case: older records may hold both `P1` and `p1`. */
const freeName = (wanted: string, taken: Set<string>): string => {
	let name = wanted;
	for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${wanted}-${n}`;
	taken.add(name.toLowerCase());
	return name;
};

const draw = async (
	format: DocumentFormat,
	blocks: readonly Block[],
	view: DocumentView,
	input: DocumentInput,
	readFont: (name: string) => Uint8Array,
): Promise<Pick<RenderedFile, 'bytes' | 'missing'>> => {
	const encoder = new TextEncoder();
	switch (format) {
		case 'md': {
			const text = `${drawMarkdown(blocks)}\n---\n\n${view.furniture.origin}\n`;
			return {bytes: encoder.encode(text)};
		}
		case 'html':
			return {bytes: encoder.encode(drawHtml(blocks, view.furniture))};
		case 'pdf': {
			const {drawPdf} = await import('./pdf/render.js');
			const {bytes, missing} = await drawPdf(blocks, {
				furniture: view.furniture,
				paper: input.paper,
				at: input.evaluation.at,
				producer: `dbvet ${input.dbvet}`,
				readFont,
			});
			return missing.length === 0 ? {bytes} : {bytes, missing};
		}
	}
};
