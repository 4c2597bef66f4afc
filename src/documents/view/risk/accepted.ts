import {type ApprovalStanding, onePersonWords} from '../../../domain/approval.js';
import type {RiskEvaluation} from '../../../domain/evaluation.js';
import type {ChipId} from '../../chips.js';
import {chip, code, line, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {listed, longDate} from '../text.js';

const standingChips: Readonly<Record<ApprovalStanding, ChipId>> = {
	holds: 'accepted',
	expired: 'expired',
	'one-person': 'not-counted',
};

/** The last day of an accepted risk, and why it does not count where nobody but its author approved it. */
const untilOf = ({decision, standing}: RiskEvaluation): ViewValue => {
	const day = decision?.until === undefined ? 'no expiry' : longDate(decision.until);
	return standing === 'one-person'
		? line(`${day} `, chip('not-counted'), ` It ${onePersonWords(decision ?? {})}`)
		: day;
};

/** Accepted failures and accepted risks; one that ran out or that one person alone approved does not count, and says so. */
export const acceptedView = (source: Source): ViewValue => {
	const {waivers, risks} = source.evaluation;
	const decisions = risks.filter(r => r.decision?.treatment === 'accept');
	return {
		hasAny: waivers.length + decisions.length > 0,
		hasWaivers: waivers.length > 0,
		waivers: waivers.map(w => ({
			id: code(w.id),
			target: w.targetName,
			what: listed(
				w.failures.map(f => (f.object === undefined ? f.check : `${f.check} (${f.object})`)),
			),
			reason: w.reason,
			approver: w.approver,
			until: longDate(w.until),
			status: chip(standingChips[w.standing]),
			now: [
				...(w.standing === 'one-person' ? [`It ${onePersonWords(w)}`] : []),
				w.stillFails.length === 0
					? 'no longer fails'
					: `${w.stillFails.length} of ${w.failures.length} still fail`,
			].join('; '),
		})),
		hasDecisions: decisions.length > 0,
		decisions: decisions.map(r => ({
			id: code(r.id),
			title: r.definition.title,
			target: r.targetName,
			level: chip(r.verified.level),
			reason: r.decision?.reason ?? 'none given',
			approver: r.decision?.approver ?? 'nobody named',
			until: untilOf(r),
			expired: r.standing === 'expired',
		})),
	};
};
