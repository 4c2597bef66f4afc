import type {RiskEvaluation, RiskScore} from '../../../domain/evaluation.js';
import {scaleWord} from '../../../domain/risk.js';
import {assuranceWords} from '../../words.js';
import {chip, code, line, newLine, type Markup, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {listed, longDate, sentence} from '../text.js';
import {byRemainder} from './summary.js';

/** The register, the greatest remainder first: scenario, likelihood and impact, what lowers it, what is left, treatment. */
export const risksView = (source: Source): ViewValue => {
	const risks = byRemainder(source.evaluation.risks);
	return {
		hasAny: risks.length > 0,
		undecided: undecidedText(risks),
		list: risks.map((r, i) => ({
			number: i + 1,
			title: r.definition.title,
			target: r.targetName,
			id: code(r.id),
			before: scored(r.inherent),
			claimed: scored(r.claimed),
			now: scored(r.verified),
		})),
		items: risks.map((r, i) => itemOf(source, r, i)),
	};
};

const scored = (s: RiskScore): Markup => line(chip(s.level), ` ${s.likelihood * s.impact}`);

/** Said once for the register instead of once for each risk. */
const undecidedText = (risks: readonly RiskEvaluation[]): string => {
	const open = risks.filter(r => r.decision === undefined).length;
	if (open === 0) return 'A treatment is decided for each of them.';
	return open === risks.length
		? 'No treatment is decided for any of them yet: who owns each risk, and by when, is open.'
		: `For ${open} of ${risks.length} no treatment is decided yet: who owns them, and by when, is open.`;
};

const step = (value: number): string => `${value} ${scaleWord(value)}`;

const scoreCell = (s: RiskScore): Markup =>
	line(
		chip(s.level),
		newLine,
		`${step(s.likelihood)} × ${step(s.impact)} = ${s.likelihood * s.impact}`,
	);

const itemOf = (source: Source, risk: RiskEvaluation, i: number): ViewValue => ({
	number: i + 1,
	title: risk.definition.title,
	target: risk.targetName,
	id: code(risk.id),
	scenario: risk.definition.scenario,
	before: scoreCell(risk.inherent),
	claimed: scoreCell(risk.claimed),
	verified: scoreCell(risk.verified),
	hasTreatments: risk.treatments.length > 0,
	treatments: risk.treatments.map((t, n) => ({
		why: t.why,
		effect: `${sentence(t.lowers)} −${t.by}, ${
			t.countsAsVerified ? 'verified' : t.countsAsClaimed ? 'if the answers hold' : 'not yet'
		}.`,
		controls: controlsOf(source, t, risk.treatments[n - 1]),
	})),
	decision: decisionOf(risk),
	accepted: risk.accepted,
});

type Treatment = RiskEvaluation['treatments'][number];

/** A measure that builds on the one above names only what it adds to it. */
const controlsOf = (source: Source, t: Treatment, above: Treatment | undefined): Markup => {
	const ids = new Set(t.controls.map(c => c.id));
	const builds = above?.controls.every(c => ids.has(c.id)) ?? false;
	const known = new Set(builds ? above?.controls.map(c => c.id) : []);
	const added = t.controls.filter(c => !known.has(c.id));
	return line(
		...(builds ? [added.length > 0 ? 'The above, and:' : 'The above'] : []),
		...added.flatMap((c, i) => [
			...(i > 0 || builds ? [newLine] : []),
			chip(c.state),
			` ${source.controlTitle(c.id.split('/').at(-1) ?? c.id)}`,
			...(c.assurance === 'none' ? [] : [` (${assuranceWords[c.assurance]})`]),
		]),
	);
};

const verbs = {
	mitigate: 'Lower the risk',
	accept: 'Accept the risk',
	transfer: 'Transfer the risk',
	avoid: 'Avoid the risk',
} as const;

const decisionOf = ({decision}: RiskEvaluation): string => {
	if (decision === undefined) return 'none decided';
	const parts = [
		decision.owner === undefined ? 'no owner named' : `owner ${decision.owner}`,
		decision.due === undefined ? 'no date set' : `due ${longDate(decision.due)}`,
		...(decision.approver === undefined ? [] : [`approved by ${decision.approver}`]),
		...(decision.until === undefined ? [] : [`until ${longDate(decision.until)}`]),
	];
	const reason = decision.reason === undefined ? '' : ` Reason: ${sentence(decision.reason)}`;
	return `${verbs[decision.treatment]}; ${listed(parts)}.${reason}`;
};
