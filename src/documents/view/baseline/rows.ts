import type {ControlEvaluation, CurrentFinding} from '../../../domain/evaluation.js';
import {outcomeOrder, reasonWords, requirementWords} from '../../words.js';
import {answerText} from '../answers.js';
import {stateMarkup} from '../appendix.js';
import {observedText} from '../findings.js';
import {knownWords} from '../known.js';
import {chip, code, line, type ViewValue} from '../markup.js';
import {withRemarks} from '../remarks.js';
import type {Source} from '../source.js';
import {clip, grouped} from '../text.js';

/** The controls of one target, in the order of the questionnaires. */
export const onTarget = (source: Source, target: string): readonly ControlEvaluation[] =>
	source.evaluation.controls.filter(c => c.target === target);

const byOutcome = (findings: readonly CurrentFinding[]): readonly CurrentFinding[] =>
	findings.toSorted((a, b) => outcomeOrder.indexOf(a.outcome) - outcomeOrder.indexOf(b.outcome));

/**
 * What a probe saw of a version, with the number said once: each check tells it by itself, and what does not speak of it
 * belongs to the row of its control.
 */
export const versionOf = (control: ControlEvaluation): string => {
	const texts = [...new Set(byOutcome(control.findings).map(seenText))];
	const number = texts.flatMap(
		text => /\b\d+(?:\.\d+)+(?=(?: \([^)]*\))?; )/.exec(text)?.[0] ?? [],
	)[0];
	if (number === undefined) return observedOf(control);
	// A distribution names its package in brackets after the number, as Debian does.
	const said = texts.flatMap(text => {
		const [, rest] = text.split(
			new RegExp(`\\b${number.replaceAll('.', '[.]')}(?: \\([^)]*\\))?; `),
		);
		return rest === undefined ? [] : [rest];
	});
	return [number, ...said].join('; ');
};

/** What a probe saw, the worst first; what could not be seen says why. */
export const observedOf = (control: ControlEvaluation, count = 2): string => {
	const seen = byOutcome(control.findings).filter(f => f.outcome !== 'not-applicable');
	const [first] = seen;
	if (first === undefined) return 'not observed';
	const texts = [...new Set(seen.map(seenText))];
	const shown = texts.slice(0, count).map(t => clip(t, 160));
	return `${shown.join(' · ')}${texts.length > count ? ` · and ${texts.length - count} more` : ''}`;
};

const seenText = (f: CurrentFinding): string => {
	if (f.reason === undefined) return observedText(f);
	return `${f.object === undefined ? '' : `${f.object}: `}not seen, ${reasonWords[f.reason]}`;
};

/** One row of the baseline table: practice, required by the profile, observed, state, how known, since when. */
export const controlRow = (source: Source, c: ControlEvaluation): ViewValue => {
	const given = c.questions.filter(q => q.answer !== undefined);
	// Of several answers the one that decides is shown, so that the row does not seem to contradict itself.
	const answered = given.find(q => q.claim === c.claim) ?? given[0];
	const answer = answered?.answer === undefined ? '' : answerText(source, answered);
	return {
		title: c.definition.title,
		target: c.targetName,
		id: code(c.id),
		weight: line(chip(c.definition.severity), ` ${requirementWords[c.requirement]}`),
		observed: observedOf(c),
		answer: withRemarks(answer, source, c),
		hasAnswer: answer !== '',
		state: stateMarkup(c),
		known: knownWords(c),
		since: c.since === undefined ? '' : c.since.slice(0, 10),
		because: c.because,
	};
};

/** What was seen on single objects (accounts, tables, certificates) that do not fail; the failing ones are deviations. */
export const objectRows = (controls: readonly ControlEvaluation[]): readonly ViewValue[] => {
	const findings = new Map<string, CurrentFinding>();
	for (const f of controls.flatMap(c => c.findings))
		if (f.object !== undefined && f.outcome !== 'fail') findings.set(f.id, f);
	return grouped(
		byOutcome([...findings.values()]),
		f => `${f.check}\0${f.outcome}\0${f.observed.replaceAll(f.object ?? '\0', '')}`,
	).map(([, list]) => {
		const [first] = list;
		if (!first) throw new TypeError('A group of findings is never empty.');
		return {
			object: list.map(f => f.object ?? '').join('; '),
			check: first.title,
			observed: list.length > 1 ? sharedText(list) : first.observed,
			outcome: chip(first.outcome),
		};
	});
};

/** One sentence for objects that were found alike: theirs with the name of the first left out where it leads it. */
const sharedText = (list: readonly CurrentFinding[]): string => {
	const [first] = list;
	const observed = first?.observed ?? '';
	const name = `${first?.object ?? ''} `;
	return observed.startsWith(name) ? `each ${observed.slice(name.length)}` : observed;
};
