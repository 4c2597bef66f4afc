import type {Waiver} from '../domain/answer.js';
import {addDays, dayOf, daysBetween} from '../domain/day.js';
import type {Contradiction} from '../domain/evaluation.js';
import type {TargetEvaluation} from '../domain/target-evaluation.js';
import {Day} from '../domain/id.js';
import type {Evidence} from '../domain/evidence.js';
import type {RiskDecision} from '../domain/risk.js';
import {plainText} from '../domain/text.js';
import {convincesUntil} from './evidence.js';
import {untilOf} from './lapsed.js';
import {byText} from './order.js';
import type {TargetContext} from './target-context.js';

/** Something of a target that runs out on a day; negative days have passed. */
export type Expiry = NonNullable<TargetEvaluation['expires']> & {readonly control?: string};

type Dated = {
	readonly evidence: readonly Evidence[];
	readonly waivers: readonly Waiver[];
	readonly contradictions: readonly Contradiction[];
	readonly decisions: readonly RiskDecision[];
};

/**
 * What runs out on a target, soonest first: evidence, waivers, resolutions, accepted risks, the days until which an answer
 * may stay "partly", and days that were answered to a question about the future, or about the past of something that lasts so long and no longer. Certificates of servers
 * are not among them: the record holds no dates of those.
 */
export const expiriesOf = (
	context: TargetContext,
	{evidence, waivers, contradictions, decisions}: Dated,
): readonly Expiry[] => {
	const {content, kind, now, target} = context;
	/** The first control here that a proof stands beside; one that the content no longer holds is not proven to anybody. */
	const besides = ({links}: Evidence): string | undefined =>
		links.find(l => l.target === target.id && kind.controlById.has(l.control))?.control;
	const at = (what: string, on: string, control?: string): Expiry => ({
		what,
		on,
		inDays: daysBetween(now, on),
		...(control === undefined ? {} : {control}),
	});
	const artifacts = evidence
		.filter(e => !evidence.some(other => replaces(other, e, context)))
		.flatMap(e => {
			const control = besides(e);
			return control === undefined
				? []
				: [at(plainText(e.title, 60), convincesUntil(e, content), control)];
		});
	const accepted = waivers.map(w =>
		at(
			`waiver of ${plainText([...new Set(w.failures.map(f => f.check))].join(', '), 60)}`,
			w.until,
		),
	);
	const resolved = contradictions.flatMap(c =>
		c.resolution === undefined
			? []
			: [at(`resolution on ${c.control}`, c.resolution.until, c.control)],
	);
	const risks = decisions.flatMap(d =>
		d.treatment === 'accept' && d.until !== undefined && content.risks.some(r => r.id === d.risk)
			? [at(`acceptance of ${d.risk}`, d.until)]
			: [],
	);
	return [...artifacts, ...accepted, ...resolved, ...risks, ...answeredDays(context, at)].toSorted(
		(a, b) => byText(a.on, b.on) || byText(a.what, b.what),
	);
};

/** True when evidence of the same kind stands beside the same controls and convinces longer. */
const replaces = (
	newer: Evidence,
	older: Evidence,
	{content, target, now}: TargetContext,
): boolean =>
	newer.kind !== undefined &&
	newer.kind === older.kind &&
	newer.effective <= dayOf(now) &&
	convincesUntil(newer, content) > convincesUntil(older, content) &&
	older.links
		.filter(link => link.target === target.id)
		.every(link => newer.links.some(l => l.target === link.target && l.control === link.control));

const answeredDays = (
	{questions, profile}: TargetContext,
	at: (what: string, on: string, control?: string) => Expiry,
): readonly Expiry[] =>
	questions.flatMap(asked => {
		const {definition, evaluation} = asked;
		const {answer, id, control} = definition;
		const until = untilOf(asked);
		if (until !== undefined) return [at(`exception to ${control ?? id}`, until, control)];
		const value = evaluation.answer?.value;
		if (!evaluation.asked || answer.kind !== 'date' || !Day.safeParse(value).success) return [];
		const rules = [answer.met, answer.partly].filter(r => r !== undefined);
		if (rules.some(r => 'ahead' in r)) return [at(answer.expires ?? id, String(value), control)];
		const {expires, met} = answer;
		if (expires === undefined || met === undefined || !('within' in met)) return [];
		const days = typeof met.within === 'number' ? met.within : profile.thresholds[met.within];
		return days === undefined ? [] : [at(expires, addDays(String(value), days), control)];
	});
