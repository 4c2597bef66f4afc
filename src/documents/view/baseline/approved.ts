import {deviationWords, isBad, type Unseen} from '../../../domain/deviation.js';
import type {DatabaseTarget} from '../../../domain/target.js';
import {chip, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {clip, counted, ended, listed, sentence} from '../text.js';

/** What a page has room for; the rest is one command away. */
const most = 12;

/** The last approved baseline of a database, and what deviates from it. */
export const approvedView = (
	{approvals = []}: Source,
	{id}: DatabaseTarget,
): Readonly<Record<string, ViewValue>> => {
	const found = approvals.findLast(({baseline}) => Object.hasOwn(baseline.targets, id));
	if (found === undefined) return {hasAny: false};
	const {baseline, diff, byAuthor} = found;
	const own = diff.deviations.filter(d => d.target === id);
	const unseen = diff.unseen.filter(u => u.target === id);
	const bad = own.filter(d => isBad(d.word) && d.saidBy.length === 0);
	const counts = deviationWords.map(word => `${own.filter(d => d.word === word).length} ${word}`);
	const then = baseline.targets[id];
	return {
		hasAny: true,
		name: baseline.name,
		at: baseline.at.slice(0, 10),
		approver: baseline.approver,
		note: baseline.note === undefined ? '' : ended(clip(baseline.note, 400)),
		hasNote: baseline.note !== undefined,
		byAuthor,
		held: ended(
			`It holds ${counted(then?.failures.length ?? 0, 'observation that deviates', 'observations that deviate')} from what is expected`,
		),
		since: own.length === 0 ? 'Nothing deviates from it.' : ended(`Since then: ${listed(counts)}`),
		unseen: unseenWords(unseen),
		hasUnseen: unseen.length > 0,
		hasRows: bad.length > 0,
		rows: bad.slice(0, most).map(d => ({
			severity: chip(d.severity),
			what: d.title,
			word: d.word,
			text: clip(d.kind === 'control' ? sentence(d.text) : d.text, 160),
		})),
		more: `${counted(bad.length - most, 'more', 'more')}, told by dbvet baseline diff.`,
		hasMore: bad.length > most,
	};
};

const unseenWords = (unseen: readonly Unseen[]): string => {
	if (unseen.length === 0) return '';
	const failures = unseen.reduce((sum, one) => sum + one.failures, 0);
	const lost =
		failures === 0
			? ''
			: `, with ${counted(failures, 'deviation')} of which nobody knows whether they are still there`;
	return `${counted(unseen.length, 'check')} could be looked at then and cannot be now${lost}.`;
};
