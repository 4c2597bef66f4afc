import {plainText} from '../../domain/text.js';

/** One line of printable text: control and direction characters visible, halves of surrogate pairs replaced. */
export const flatText = (text: string): string =>
	plainText(text.replace(/\p{Surrogate}/gu, '\ufffd'), Number.MAX_SAFE_INTEGER)
		.replace(/\s+/gu, ' ')
		.trim();

/**
 * Text as one line of Markdown that means nothing but itself: no HTML, emphasis, link, autolink, heading, list, code or
 * table cell can come out of it. Underscores inside words stay as they are, so that `log_connections` can be read.
 */
export const escapeMarkdown = (text: string): string =>
	flatText(text)
		.replace(/[\\`*[\]<>#|~&!@{}]/g, '\\$&')
		.replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
		.replace(/:\/\//g, ':\\//')
		.replace(/\bwww\./gi, m => `${m.slice(0, 3)}\\.`)
		.replace(/^([-+=:])/, '\\$1')
		.replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2');
