import type {ControlEvaluation, CurrentFinding} from '../../domain/evaluation.js';
import {assuranceWords} from '../words.js';
import type {Source} from './source.js';
import {longDate} from './text.js';

/** How a state is known: `disputed`, or its assurance; where a failing probe was settled by a person, until when. */
export const knownWords = ({
	state,
	assurance,
	contradiction,
}: Pick<ControlEvaluation, 'state' | 'assurance' | 'contradiction'>): string => {
	if (state === 'contradicted') return 'disputed';
	const until = contradiction?.resolution?.until;
	return until === undefined
		? assuranceWords[assurance]
		: `${assuranceWords[assurance]}; what the probe saw is set aside until ${longDate(until)}`;
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
