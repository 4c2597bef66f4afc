import type {Token, Tokens} from 'marked';
import {chipOf} from '../chips.js';
import type {Run} from './nodes.js';

type Look = {
	readonly strong?: boolean;
	readonly em?: boolean;
	readonly code?: boolean;
	readonly href?: string;
};

/** Schemes that a document may link to; a javascript: or data: link keeps its text only. */
const safeLink = /^(?:https?:\/\/|mailto:|#)[^\s"<>]*$/i;

/** Inline tokens as flat runs; raw HTML and images are dropped, an image leaves its alternative text. */
export const runsOf = (tokens: readonly Token[] | undefined, look: Look = {}): readonly Run[] =>
	merged((tokens ?? []).flatMap(token => runsOfToken(token as Tokens.Generic, look)));

const text = (value: string, look: Look): readonly Run[] =>
	value === '' ? [] : [{type: 'text', text: value.replace(/\s+/g, ' '), ...look}];

const runsOfToken = (token: Tokens.Generic, look: Look): readonly Run[] => {
	switch (token.type) {
		case 'strong': {
			const chip = chipOf(String(token.text));
			return chip ? [{type: 'chip', chip}] : runsOf(token.tokens, {...look, strong: true});
		}
		case 'em':
			return runsOf(token.tokens, {...look, em: true});
		case 'del':
			return runsOf(token.tokens, look);
		case 'codespan':
			return text(String(token.text), {...look, code: true});
		case 'link': {
			const href = String(token.href);
			return runsOf(token.tokens, safeLink.test(href) ? {...look, href} : look);
		}
		case 'br':
			return [{type: 'break'}];
		case 'html':
			// The one tag that means something: a cell of a table has no other way to begin a new line.
			return /^<br ?\/?>$/.test(token.raw) ? [{type: 'break'}] : [];
		case 'text':
			return token.tokens ? runsOf(token.tokens, look) : text(String(token.text), look);
		// An escaped character and an image's alternative text are text; an unknown token shows its source.
		default:
			return text(String(token.text ?? token.raw), look);
	}
};

const sameLook = (a: Run, b: Run): boolean =>
	a.type === 'text' &&
	b.type === 'text' &&
	a.strong === b.strong &&
	a.em === b.em &&
	a.code === b.code &&
	a.href === b.href;

const merged = (runs: readonly Run[]): readonly Run[] => {
	const out: Run[] = [];
	for (const run of runs) {
		const last = out.at(-1);
		if (last?.type === 'text' && run.type === 'text' && sameLook(last, run)) {
			out[out.length - 1] = {...last, text: last.text + run.text};
		} else out.push(run);
	}
	return out;
};
