import {requirementWords, reasonWords} from '../../words.js';
import {chip, code, line, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {bySeverity} from '../../../domain/severity.js';

const rank = {mandatory: 0, recommended: 1, optional: 2} as const;

/** What is not known, with the grant or the answer that would settle each; mandatory controls first. */
export const unknownsView = (source: Source): ViewValue => {
	const controls = source.applicable
		.filter(c => c.state === 'unknown')
		.toSorted(
			(a, b) =>
				rank[a.requirement] - rank[b.requirement] ||
				bySeverity(a.definition.severity, b.definition.severity),
		);
	const grants = source.evaluation.findings.filter(
		f => (f.outcome === 'unknown' || f.outcome === 'error') && f.grant !== undefined,
	);
	return {
		hasAny: controls.length > 0,
		controls: controls.map(c => ({
			title: c.definition.title,
			target: c.targetName,
			id: code(c.id),
			severity: chip(c.definition.severity),
			requirement: requirementWords[c.requirement],
			because: c.because,
			settledBy: c.settledBy.length > 0 ? c.settledBy.join(' · ') : 'Answer the question.',
		})),
		hasGrants: grants.length > 0,
		grants: grants.map(f => ({
			check: f.title,
			target: f.targetName,
			reason: f.reason === undefined ? '' : reasonWords[f.reason],
			grant: code(f.grant ?? ''),
			id: line(code(f.id)),
		})),
	};
};
