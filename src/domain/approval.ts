/** What stands behind an accepted failure or risk. */
export type Approval = {
	readonly approver?: string | undefined;
	/** Who recorded it; not known of a decision that an earlier dbvet recorded. */
	readonly by?: string | undefined;
	/** The last day on which it holds, ISO. */
	readonly until?: string | undefined;
};

/**
 * Whether an approval counts today. `one-person`: the profile wants an approver who is another person than the author, and
 * no second person is known.
 */
export type ApprovalStanding = 'holds' | 'expired' | 'one-person';

/** Why an approval by one person does not hold, as the end of a sentence about it. */
export const onePersonWords = ({approver, by}: Approval): string =>
	approver === undefined
		? 'names no approver, and the profile wants one besides its author'
		: by === undefined
			? 'does not tell who recorded it, and the profile wants another person than the approver'
			: 'was approved by its own author, and the profile wants another approver';
