import type {ControlEvaluation, CurrentFinding} from '../../../domain/evaluation.js';
import {assuranceWords, outcomeOrder, reasonWords, requirementWords} from '../../words.js';
import {answerText} from '../answers.js';
import {stateMarkup} from '../appendix.js';
import {chip, code, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {clip} from '../text.js';

/** The controls of one target, in the order of the questionnaires. */
export const onTarget = (source: Source, target: string): readonly ControlEvaluation[] =>
	source.evaluation.controls.filter(c => c.target === target);

const byOutcome = (findings: readonly CurrentFinding[]): readonly CurrentFinding[] =>
	findings.toSorted((a, b) => outcomeOrder.indexOf(a.outcome) - outcomeOrder.indexOf(b.outcome));

/** What a probe saw, the worst first; what could not be seen says why. */
export const observedOf = (control: ControlEvaluation): string => {
	const seen = byOutcome(control.findings).filter(f => f.outcome !== 'not-applicable');
	const [first] = seen;
	if (first === undefined) return 'not observed';
	const texts = [...new Set(seen.map(seenText))];
	const shown = texts.slice(0, 2).map(t => clip(t, 160));
	return `${shown.join(' · ')}${texts.length > 2 ? ` · and ${texts.length - 2} more` : ''}`;
};

const seenText = (f: CurrentFinding): string => {
	const object = f.object === undefined ? '' : `${f.object}: `;
	return f.reason === undefined
		? `${object}${f.observed}`
		: `${object}not seen, ${reasonWords[f.reason]}`;
};

/** One row of the baseline table: practice, required by the profile, observed, state, how known, since when. */
export const controlRow = (source: Source, c: ControlEvaluation): ViewValue => {
	const answered = c.questions.find(q => q.answer !== undefined);
	const answer =
		answered?.answer === undefined ? '' : answerText(source, answered.question, answered.answer);
	return {
		title: c.definition.title,
		target: c.targetName,
		id: code(c.id),
		requirement: requirementWords[c.requirement],
		observed: observedOf(c),
		answer,
		hasAnswer: answer !== '',
		state: stateMarkup(c),
		known: assuranceWords[c.assurance],
		since: c.since === undefined ? '' : c.since.slice(0, 10),
		because: c.because,
	};
};

/** What was seen on single objects (accounts, tables, certificates), failures first. */
export const objectRows = (controls: readonly ControlEvaluation[]): readonly ViewValue[] => {
	const findings = new Map<string, CurrentFinding>();
	for (const f of controls.flatMap(c => c.findings))
		if (f.object !== undefined) findings.set(f.id, f);
	return byOutcome([...findings.values()]).map(f => ({
		object: f.object ?? '',
		check: f.title,
		observed: f.observed,
		outcome: chip(f.outcome),
		accepted: f.waiver !== undefined,
	}));
};
