import type {Content} from '../domain/content.js';
import {questionsOf} from '../domain/content-parts.js';
import {aboutTime} from '../domain/effort.js';
import type {QuestionEvaluation} from '../domain/evaluation.js';
import {otherLimitWords} from '../domain/other-limit-words.js';
import type {Requirement} from '../domain/profile.js';
import {plainText} from '../domain/text.js';
import {approvalWords} from './approvals.js';
import type {ProfileChange} from './change-profiles.js';

/** A heading with the lines under it. */
export type WordedPart = {readonly title: string; readonly lines: readonly string[]};

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const requirements: readonly Requirement[] = ['mandatory', 'recommended', 'optional'];

const leftWords = ({questions, seconds}: ProfileChange['left']['from']): string =>
	questions === 0 ? 'none' : `${questions}, ${aboutTime(seconds)}`;

/**
 * What a change of profiles does, in the words that every face uses: which controls are wanted more or less, which limits
 * move, what is asked or no longer asked, and what that does to answers that are there. Parts without lines are left out.
 */
export const profileChangeWords = (
	{
		profiles,
		controls,
		thresholds,
		due,
		notDue,
		claims,
		states,
		stale,
		otherLimits,
		...rest
	}: ProfileChange,
	content: Content,
	targetName: (id: string) => string,
): readonly WordedPart[] => {
	const texts = new Map(questionsOf(content).map(q => [q.id, q.text]));
	const asked = (q: QuestionEvaluation): string =>
		`${targetName(q.target)}: ${plainText(texts.get(q.question) ?? q.question, 220)}`;
	const lost = rest.approvals.filter(({to}) => to !== 'holds');
	const regained = rest.approvals.filter(({to}) => to === 'holds');
	const parts: readonly WordedPart[] = [
		...requirements.map(to => {
			const list = controls.filter(c => c.to === to);
			return {
				title: `${count(list.length, 'control')} ${list.length === 1 ? 'becomes' : 'become'} ${to}`,
				lines: list.map(c => `${plainText(c.title)} (${c.control}; was ${c.from})`),
			};
		}),
		{
			title: `${count(thresholds.length, 'limit')} ${thresholds.length === 1 ? 'changes' : 'change'}`,
			lines: thresholds.map(({name, from, to}) => `${name}: ${from ?? 'none'} -> ${to ?? 'none'}`),
		},
		{
			title: 'Another rule for who approves a waiver or an accepted risk',
			lines:
				rest.approverIsNotAuthor.from === rest.approverIsNotAuthor.to
					? []
					: [
							rest.approverIsNotAuthor.to
								? 'another person than its author; until now its author might'
								: 'its author may, too; until now it had to be another person',
						],
		},
		{
			title: `${count(lost.length, 'approval')} ${lost.length === 1 ? 'holds' : 'hold'} no longer, so that what was accepted counts again`,
			lines: lost.map(one => `${plainText(one.target)}: ${plainText(approvalWords(one), 220)}`),
		},
		{
			title: `${count(regained.length, 'approval')} that did not hold ${regained.length === 1 ? 'holds' : 'hold'} again`,
			lines: regained.map(one => `${plainText(one.target)}: ${plainText(approvalWords(one), 220)}`),
		},
		{
			title: `${count(due.length, 'question')} ${due.length === 1 ? 'is' : 'are'} asked in addition`,
			lines: due.map(asked),
		},
		{
			title: `${count(notDue.length, 'question')} ${notDue.length === 1 ? 'is' : 'are'} no longer asked (answers are kept and count as ever)`,
			lines: notDue.map(asked),
		},
		{
			title: `${count(claims.length, 'answer')} ${claims.length === 1 ? 'says' : 'say'} something else`,
			lines: claims.map(({question, from, to}) => `${asked(question)} ${from} -> ${to}`),
		},
		{
			title: `${count(stale.length, 'answer')} ${stale.length === 1 ? 'becomes' : 'become'} too old`,
			lines: stale.map(asked),
		},
		{
			title:
				otherLimits.length === 1
					? '1 verdict of a probe was judged by another limit: probe again'
					: `${otherLimits.length} verdicts of probes were judged by other limits: probe again`,
			lines: otherLimits.map(
				({target, title, outcome, limits}) =>
					`${targetName(target)}: ${plainText(title)}: ${otherLimitWords(limits)}${outcome === 'fail' ? '; it stays a failure until then' : ''}`,
			),
		},
		{
			title: `${count(states.length, 'control')} ${states.length === 1 ? 'changes its' : 'change their'} state`,
			lines: states.map(({id, from, to}) => `${plainText(id)}: ${from} -> ${to}`),
		},
	];
	const told = parts.filter(({lines}) => lines.length > 0);
	const same = [...profiles.from].sort().join() === [...profiles.to].sort().join();
	const questions = {
		title: 'Questions left',
		lines: [`${leftWords(rest.left.from)} -> ${leftWords(rest.left.to)}`],
	};
	return told.length === 0
		? [
				{
					title: same ? 'These profiles hold already.' : 'Nothing else changes.',
					lines: [],
				},
			]
		: [...told, questions];
};
