import {wholeText} from '../../domain/text.js';

/** What neither JSON readers nor XML 1.0 take, however it is escaped: halves of surrogate pairs and two noncharacters. */
const unwritable = /[\p{Surrogate}\ufffe\uffff]/gu;

/**
 * Text from anywhere in one line that every reader of a report takes: control, bidirectional and invisible characters become visible marks, as on
 * the terminal.
 */
export const clean = (text: string): string => wholeText(text).replace(unwritable, '\ufffd');

/** At most `max` UTF-16 units of a text, without half a character; what is cut ends in an ellipsis. */
export const cut = (text: string, max: number): string => {
	if (text.length <= max) return text;
	return `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
};

/** Joins sentences of which some lack the full stop at their end. */
export const sentences = (parts: readonly (string | undefined)[]): string =>
	parts
		.filter(part => part !== undefined && part.trim() !== '')
		.map(part => (/[.!?;]$/.test(part?.trim() ?? '') ? part : `${part ?? ''}.`))
		.join(' ');
