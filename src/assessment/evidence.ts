import type {Content} from '../domain/content.js';
import type {Control} from '../domain/control.js';
import {addDays, dayOf} from '../domain/day.js';
import type {EvidenceView} from '../domain/evaluation.js';
import {lostFileWords} from '../domain/evidence.js';
import type {Evidence, EvidenceKind, KeptEvidence} from '../domain/evidence.js';
import {accepts, weakness} from '../domain/evidence-kinds.js';

const kindOf = (evidence: Evidence, content: Content): EvidenceKind | undefined =>
	content.evidenceKinds.find(kind => kind.id === evidence.kind);

/** The last day on which a piece of evidence convinces: its own date, or sooner if its kind ages faster. */
export const convincesUntil = (evidence: Evidence, content: Content): string => {
	const days = kindOf(evidence, content)?.validDays;
	if (days === undefined) return evidence.validUntil;
	const aged = addDays(evidence.effective, days);
	return aged < evidence.validUntil ? aged : evidence.validUntil;
};

const isAccepted = (
	evidence: Evidence,
	kind: EvidenceKind | undefined,
	control: Control | undefined,
): boolean =>
	control === undefined ||
	control.evidence.length === 0 ||
	(evidence.kind !== undefined && control.evidence.includes(evidence.kind)) ||
	(kind !== undefined && accepts(control, kind));

/** What a person must know about it besides its dates, the gravest first. */
const remarksOn = (
	view: Omit<EvidenceView, 'remarks' | 'weaker'>,
	kind: EvidenceKind | undefined,
	weak: string | undefined,
): readonly string[] => {
	const aged = view.until < view.validUntil && kind?.validDays !== undefined;
	return [
		...(view.lost === undefined ? [] : [`proves nothing: its file ${lostFileWords[view.lost]}`]),
		...(view.notYet ? [`does not count before ${view.effective}, the day that it speaks of`] : []),
		...(view.expired
			? [
					`expired on ${view.until}${aged ? `: this kind convinces for ${kind.validDays} days` : ''}`,
				]
			: []),
		...(view.accepted
			? []
			: [
					view.kind === undefined
						? 'does not count: nobody said of what kind it is'
						: 'does not count: the control accepts other kinds',
				]),
		...(weak === undefined ? [] : [weak]),
		...(view.olderThanAnswer ? ['added before the answer was last given'] : []),
		...(view.redacted === undefined ? [] : ['a redacted copy']),
	];
};

/**
 * Evidence as it counts today, beside one control or (without a control) for itself.
 * @param changedAt when the answers it stands beside last changed; undefined where nothing is answered
 */
export const viewOf = (
	evidence: KeptEvidence,
	content: Content,
	control: Control | undefined,
	changedAt: string | undefined,
	now: string,
): EvidenceView => {
	const kind = kindOf(evidence, content);
	const until = convincesUntil(evidence, content);
	const view = {
		...evidence,
		until,
		expired: dayOf(now) > until,
		notYet: evidence.effective > dayOf(now),
		accepted: isAccepted(evidence, kind, control),
		// A proof usually speaks of days before the answer; only what it was not added for can be the wrong one.
		olderThanAnswer: changedAt !== undefined && evidence.at < changedAt,
	};
	const weak =
		kind === undefined || control === undefined || !view.accepted
			? undefined
			: weakness(kind, control, content.evidenceKinds);
	return {...view, weaker: weak !== undefined, remarks: remarksOn(view, kind, weak)};
};

/** True when the evidence documents the control that it stands beside: its file is there, it is in force, and of a kind that the control accepts. */
export const documents = ({lost, expired, notYet, accepted}: EvidenceView): boolean =>
	lost === undefined && !expired && !notYet && accepted;
