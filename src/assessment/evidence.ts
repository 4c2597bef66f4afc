import type {Content} from '../domain/content.js';
import type {Control} from '../domain/control.js';
import {addDays, dayOf} from '../domain/day.js';
import type {EvidenceView} from '../domain/evaluation.js';
import type {Evidence} from '../domain/evidence.js';

/** The last day on which a piece of evidence convinces: its own date, or sooner if its kind ages faster. */
export const convincesUntil = (evidence: Evidence, content: Content): string => {
	const days = content.evidenceKinds.find(kind => kind.id === evidence.kind)?.validDays;
	if (days === undefined) return evidence.validUntil;
	const aged = addDays(evidence.effective, days);
	return aged < evidence.validUntil ? aged : evidence.validUntil;
};

/**
 * Evidence as it counts today.
 * @param changedAt when the answers it stands beside last changed; undefined where nothing is answered
 */
export const viewOf = (
	evidence: Evidence,
	content: Content,
	changedAt: string | undefined,
	now: string,
): EvidenceView => ({
	...evidence,
	expired: dayOf(now) > convincesUntil(evidence, content),
	olderThanAnswer: changedAt !== undefined && evidence.effective < dayOf(changedAt),
});

/** True when the evidence documents the control: not expired, and of an accepted kind where the control lists kinds. */
export const documents = (view: EvidenceView, control: Control): boolean =>
	!view.expired &&
	(control.evidence.length === 0 ||
		(view.kind !== undefined && control.evidence.includes(view.kind)));
