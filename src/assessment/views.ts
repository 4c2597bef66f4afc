import type {Waiver} from '../domain/answer.js';
import type {Content} from '../domain/content.js';
import type {ControlEvaluation, Evaluation} from '../domain/evaluation.js';
import type {KeptEvidence} from '../domain/evidence.js';
import type {Target} from '../domain/target.js';
import {failureOf} from './contradictions.js';
import {viewOf} from './evidence.js';
import {unique} from './order.js';
import type {TargetContext} from './target-context.js';
import {approvalStanding, failureKey} from './waivers.js';

/** A waiver of a live target as the record shows it: whether it counts, and which of its failures still fail. */
export const waiverView = (
	waiver: Waiver,
	{target, findings, profile}: TargetContext,
	now: string,
): Evaluation['waivers'][number] => {
	const failing = new Set(findings.filter(f => f.outcome === 'fail').map(failureKey));
	return {
		...waiver,
		targetName: target.name,
		standing: approvalStanding(waiver, profile, now),
		stillFails: waiver.failures.filter(f => failing.has(failureKey(f))).map(failureOf),
	};
};

/** What is true beside some of its controls only says beside which. */
const placedRemarks = (
	beside: readonly {readonly place: string; readonly remarks: readonly string[]}[],
): readonly string[] =>
	unique(beside.flatMap(view => view.remarks)).map(remark => {
		const places = beside.filter(view => view.remarks.includes(remark)).map(({place}) => place);
		return places.length === beside.length ? remark : `${remark} (${places.join(', ')})`;
	});

/** A piece of evidence with the names of the live targets that it is linked to. */
export const evidenceView = (
	evidence: KeptEvidence,
	controls: ReadonlyMap<string, readonly ControlEvaluation[]>,
	targets: ReadonlyMap<string, Target>,
	content: Content,
	now: string,
): Evaluation['evidence'][number] => {
	const beside = evidence.links.flatMap(link => {
		const control = controls.get(link.target)?.find(c => c.control === link.control);
		return (control?.evidence ?? [])
			.filter(view => view.id === evidence.id)
			.map(view => ({...view, place: `${link.control} of ${control?.targetName ?? link.target}`}));
	});
	const own = viewOf(evidence, content, undefined, undefined, now);
	return {
		...own,
		accepted: beside.length === 0 || beside.some(view => view.accepted),
		weaker: beside.some(view => view.weaker),
		olderThanAnswer: beside.some(view => view.olderThanAnswer),
		remarks: unique([...own.remarks, ...placedRemarks(beside)]),
		targets: unique(evidence.links.flatMap(link => targets.get(link.target)?.name ?? [])),
	};
};
