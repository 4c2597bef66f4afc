import {chips, type ChipId} from '../chips.js';
import type {Run} from '../tree/nodes.js';

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Text for HTML content and attribute values. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, c => entities[c] ?? c);

/** A status chip: the sign is decoration for a screen reader, the word says it all. */
export const chipHtml = (id: ChipId): string => {
	const {sign, word, tone} = chips[id];
	return `<span class="chip ${tone}"><span aria-hidden="true">${sign}</span> ${word}</span>`;
};

/** Runs as HTML; long words in code may break after the joints of an id. */
export const runsHtml = (runs: readonly Run[]): string => runs.map(runHtml).join('');

/** Longer words are names and hashes, which may break anywhere; where a reader's word or a day is broken the page looks wrong. */
const special = /\S{19,}|(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g;

const wordsHtml = (text: string): string => {
	let html = '';
	let at = 0;
	for (const {0: word, index} of text.matchAll(special)) {
		const kind = word.length > 10 ? 'long' : 'day';
		html += `${escapeHtml(text.slice(at, index))}<span class="${kind}">${escapeHtml(word)}</span>`;
		at = index + word.length;
	}
	return html + escapeHtml(text.slice(at));
};

const runHtml = (run: Run): string => {
	if (run.type === 'chip') return chipHtml(run.chip);
	if (run.type === 'break') return '<br>';
	let html = run.code ? escapeHtml(run.text) : wordsHtml(run.text);
	if (run.code) html = `<code>${html.replace(/([/_.:=,-])(?=[A-Za-z0-9])/g, '$1<wbr>')}</code>`;
	if (run.em) html = `<em>${html}</em>`;
	if (run.strong) html = `<strong>${html}</strong>`;
	return run.href ? `<a href="${escapeHtml(run.href)}" rel="noreferrer">${html}</a>` : html;
};
