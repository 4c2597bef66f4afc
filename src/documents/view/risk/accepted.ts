import {chip, code, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {listed, longDate} from '../text.js';

/** Accepted failures and accepted risks; an expired acceptance counts as a failure again and says so. */
export const acceptedView = (source: Source): ViewValue => {
	const {waivers, risks, at} = source.evaluation;
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
			status: chip(w.expired ? 'expired' : 'accepted'),
			now:
				w.stillFails.length === 0
					? 'no longer fails'
					: `${w.stillFails.length} of ${w.failures.length} still fail`,
		})),
		hasDecisions: decisions.length > 0,
		decisions: decisions.map(r => ({
			id: code(r.id),
			title: r.definition.title,
			target: r.targetName,
			level: chip(r.verified.level),
			reason: r.decision?.reason ?? 'none given',
			approver: r.decision?.approver ?? 'nobody named',
			until: r.decision?.until === undefined ? 'no expiry' : longDate(r.decision.until),
			expired: r.decision?.until !== undefined && r.decision.until < at.slice(0, 10),
		})),
	};
};
