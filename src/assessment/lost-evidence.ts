import type {ControlEvaluation} from '../domain/evaluation.js';
import type {Evidence, KeptEvidence, LostFile} from '../domain/evidence.js';
import type {LostEvidence} from '../domain/target-evaluation.js';
import {documents} from './evidence.js';
import {groupBy, unique, valuesOf} from './order.js';

/** The evidence of a record with what became of its files, in the order of output. */
export const keptEvidence = (
	evidence: Readonly<Record<string, Evidence>>,
	lostEvidence: ReadonlyMap<string, LostFile> | undefined,
): readonly KeptEvidence[] =>
	valuesOf(evidence).map(e => {
		const lost = lostEvidence?.get(e.id);
		return lost === undefined ? e : {...e, lost};
	});

/**
 * The proofs of a target that have lost their files and are missed: they would still be in force, and no other proof
 * documents the control. Without that last condition a proof that was added anew would never end the complaint.
 */
export const lostEvidenceOf = (controls: readonly ControlEvaluation[]): readonly LostEvidence[] => {
	const missed = controls
		.filter(c => c.state !== 'not-applicable' && !c.evidence.some(documents))
		.flatMap(({control, evidence}) =>
			evidence.flatMap(({lost, expired, ...e}) =>
				lost === undefined || expired ? [] : [{...e, lost, control}],
			),
		);
	return [...groupBy(missed, e => e.id).values()].flatMap(same =>
		same.slice(0, 1).map(({id, title, sha256, lost}) => ({
			id,
			title,
			sha256,
			lost,
			controls: unique(same.map(e => e.control)),
		})),
	);
};
