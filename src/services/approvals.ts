import {type Approval, type ApprovalStanding, onePersonWords} from '../domain/approval.js';
import type {Evaluation} from '../domain/evaluation.js';

/** An accepted failure or an accepted risk of a live target. */
export type ApprovalOf = {
	readonly kind: 'waiver' | 'risk';
	/** Of a waiver its own, of a risk `target/risk`. */
	readonly id: string;
	/** The name of the target. */
	readonly target: string;
	/** The checks of a waiver, or the title of the risk. */
	readonly what: string;
	readonly approver?: string;
};

type Placed = ApprovalOf & {readonly standing: ApprovalStanding; readonly approval: Approval};

const placed = ({waivers, risks}: Evaluation): readonly Placed[] => [
	...waivers.map(w => ({
		kind: 'waiver' as const,
		id: w.id,
		target: w.targetName,
		what: [...new Set(w.failures.map(f => f.check))].join(', '),
		approver: w.approver,
		standing: w.standing,
		approval: w,
	})),
	...risks.flatMap(r =>
		r.decision === undefined || r.standing === undefined
			? []
			: [
					{
						kind: 'risk' as const,
						id: r.id,
						target: r.targetName,
						what: r.definition.title,
						...(r.decision.approver === undefined ? {} : {approver: r.decision.approver}),
						standing: r.standing,
						approval: r.decision,
					},
				],
	),
];

/** Every accepted failure and risk, and whether it counts. */
export const approvalsIn = (
	evaluation: Evaluation,
): readonly (ApprovalOf & {readonly standing: ApprovalStanding})[] =>
	placed(evaluation).map(({approval: _, ...rest}) => rest);

/** A waiver or an accepted risk in words: "waiver w-0123456789 of pg-archiver-health (approved by Bob)". */
export const approvalWords = ({kind, id, what, approver}: ApprovalOf): string =>
	`${kind === 'waiver' ? `waiver ${id} of ${what}` : `acceptance of ${id}`}${approver === undefined ? '' : ` (approved by ${approver})`}`;

/** A sentence for each approval that does not hold because no second person is known, with the step that mends it. */
export const loneApprovalNotes = (
	evaluation: Evaluation,
): readonly {readonly target: string; readonly text: string}[] =>
	placed(evaluation)
		.filter(one => one.standing === 'one-person')
		.map(one => ({
			target: one.target,
			text: `${one.target}: the ${approvalWords(one)} does not hold: it ${onePersonWords(one.approval)}. Let another person approve it: dbvet ${one.kind === 'waiver' ? 'waive' : `decide ${one.id}`} … --approver NAME`,
		}));
