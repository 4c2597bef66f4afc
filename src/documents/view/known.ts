import type {ControlEvaluation, CurrentFinding} from '../../domain/evaluation.js';
import {assuranceWords} from '../words.js';
import type {Source} from './source.js';
import {longDate} from './text.js';

type Known = Pick<
	ControlEvaluation,
	'state' | 'assurance' | 'agedFrom' | 'contradiction' | 'findings' | 'questions'
>;

/** How a state is known: `disputed`, or its assurance; where a failing probe was settled by a person, until when. */
export const knownWords = (control: Known): string => {
	if (control.state === 'contradicted') return 'disputed';
	const known = agedText(control) ?? assuranceWords[control.assurance];
	const until = control.contradiction?.resolution?.until;
	return until === undefined
		? known
		: `${known}; what the probe saw is set aside until ${longDate(until)}`;
};

/** The oldest of what has grown too old and bears on the state. */
const agedOn = ({state, agedFrom, findings, questions}: Known): string | undefined => {
	const instants =
		agedFrom === 'verified'
			? findings
					.filter(f => f.stale && f.role !== 'informs')
					.filter(f => f.outcome === 'fail' || (state !== 'not-met' && state !== 'partly'))
					.map(f => f.at)
			: questions.flatMap(q => (q.stale && q.answer !== undefined ? [q.answer.at] : []));
	return instants.toSorted((a, b) => (a < b ? -1 : 1))[0];
};

/** By what a stale state was known and when, in place of a word that would claim evidence nobody gave; undefined where it is fresh. */
const agedText = (control: Known): string | undefined => {
	const {agedFrom, assurance} = control;
	if (agedFrom === undefined || agedFrom === assurance) return undefined;
	const on = agedOn(control);
	const when = on === undefined ? 'longer ago than the profile allows' : `on ${longDate(on)}`;
	switch (agedFrom) {
		case 'verified':
			return `last probed ${when}, too old to count as verified`;
		case 'documented':
			return `answered ${when} with valid evidence, too old to count as documented`;
		case 'claimed':
			return on === undefined
				? `answered ${when}`
				: `answered ${when}, longer ago than the profile allows`;
		case 'none':
			return undefined;
	}
};

/** That a failure was set aside when its contradiction was settled, with the reason; empty where it was not. */
export const setAside = (source: Source, failure: CurrentFinding): string => {
	const settled = source.evaluation.contradictions.find(
		c => c.resolution !== undefined && c.failures.some(f => f.id === failure.id),
	);
	return settled?.resolution === undefined
		? ''
		: ` Set aside until ${longDate(settled.resolution.until)}, the answer kept: ${settled.resolution.reason}`;
};
