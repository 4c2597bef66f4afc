import type {Failure, Waiver} from '../domain/answer.js';
import type {Approval, ApprovalStanding} from '../domain/approval.js';
import {dayOf} from '../domain/day.js';
import {namesNobody, samePerson} from '../domain/person.js';
import {byText} from './order.js';

/** What identifies a failure on its target: check, endpoint and object, kept apart so that none can imitate another. */
export const failureKey = ({check, endpoint, object}: Failure): string =>
	JSON.stringify([check, endpoint, object ?? null]);

/** A waiver holds through the whole of its last day, in UTC. */
export const isExpired = (until: string, now: string): boolean => dayOf(now) > until;

/** Of the profile in force: the approver must be another person than the author. */
export type SecondPerson = {readonly approverIsNotAuthor: boolean};

/** True when the two persons that a profile may want are not there. */
export const lacksSecondPerson = ({approver, by}: Approval, profile: SecondPerson): boolean =>
	profile.approverIsNotAuthor &&
	(approver === undefined ||
		by === undefined ||
		namesNobody(approver) ||
		namesNobody(by) ||
		samePerson(approver, by));

/** Whether an approval counts: the one place that decides it, for waivers and for accepted risks. */
export const approvalStanding = (
	approval: Approval,
	profile: SecondPerson,
	now: string,
): ApprovalStanding =>
	approval.until !== undefined && isExpired(approval.until, now)
		? 'expired'
		: lacksSecondPerson(approval, profile)
			? 'one-person'
			: 'holds';

/** The waivers in force of one target, by failure; of several on one failure the one that lasts longest. */
export const waiversByFailure = (
	waivers: readonly Waiver[],
	profile: SecondPerson,
	now: string,
): ReadonlyMap<string, Waiver> =>
	new Map(
		waivers
			.filter(waiver => approvalStanding(waiver, profile, now) === 'holds')
			.toSorted((a, b) => byText(a.until, b.until) || byText(b.id, a.id))
			.flatMap(waiver => waiver.failures.map(failure => [failureKey(failure), waiver] as const)),
	);
