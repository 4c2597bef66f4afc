import type {RiskEvaluation, RiskScore} from '../../../domain/evaluation.js';
import {scaleWord} from '../../../domain/risk.js';
import {assuranceWords} from '../../words.js';
import {chip, code, line, newLine, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {listed, longDate, sentence} from '../text.js';
import {byRemainder} from './summary.js';

/** The register, the greatest remainder first: scenario, likelihood and impact, what lowers it, what is left, treatment. */
export const risksView = (source: Source): ViewValue => {
	const risks = byRemainder(source.evaluation.risks);
	return {
		hasAny: risks.length > 0,
		list: risks.map(r => ({
			title: r.definition.title,
			target: r.targetName,
			id: code(r.id),
			now: chip(r.verified.level),
			before: chip(r.inherent.level),
		})),
		items: risks.map(r => itemOf(source, r)),
	};
};

const step = (value: number): string => `${scaleWord(value)} (${value})`;

const row = (name: string, s: RiskScore): ViewValue => ({
	name,
	likelihood: step(s.likelihood),
	impact: step(s.impact),
	product: s.likelihood * s.impact,
	level: chip(s.level),
});

const itemOf = (source: Source, risk: RiskEvaluation): ViewValue => ({
	title: risk.definition.title,
	target: risk.targetName,
	id: code(risk.id),
	scenario: risk.definition.scenario,
	scores: [
		row('Before controls', risk.inherent),
		row('Now, if the answers hold', risk.claimed),
		row('Now, as verified', risk.verified),
	],
	hasTreatments: risk.treatments.length > 0,
	treatments: risk.treatments.map(t => ({
		why: t.why,
		effect: `${t.lowers} by ${t.by}`,
		controls: line(
			...t.controls.flatMap((c, i) => [
				...(i > 0 ? [newLine] : []),
				chip(c.state),
				` ${source.controlTitle(c.id.split('/').at(-1) ?? c.id)} (${assuranceWords[c.assurance]})`,
			]),
		),
		counts: t.countsAsVerified
			? 'counts as verified'
			: t.countsAsClaimed
				? 'counts only if the answers hold'
				: 'does not count',
	})),
	decision: decisionOf(risk),
	accepted: risk.accepted,
});

const verbs = {
	mitigate: 'Lower the risk',
	accept: 'Accept the risk',
	transfer: 'Transfer the risk',
	avoid: 'Avoid the risk',
} as const;

const decisionOf = ({decision}: RiskEvaluation): string => {
	if (decision === undefined)
		return 'No decision is recorded yet: who owns this risk, and by when, is open.';
	const parts = [
		decision.owner === undefined ? 'no owner named' : `owner ${decision.owner}`,
		decision.due === undefined ? 'no date set' : `due ${longDate(decision.due)}`,
		...(decision.approver === undefined ? [] : [`approved by ${decision.approver}`]),
		...(decision.until === undefined ? [] : [`until ${longDate(decision.until)}`]),
	];
	const reason = decision.reason === undefined ? '' : ` Reason: ${sentence(decision.reason)}`;
	return `${verbs[decision.treatment]}; ${listed(parts)}.${reason}`;
};
