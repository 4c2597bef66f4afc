import {onePersonWords} from '../../../domain/approval.js';
import type {RiskEvaluation, RiskScore} from '../../../domain/evaluation.js';
import {scaleWord} from '../../../domain/risk.js';
import {agedWords, assuranceWords} from '../../words.js';
import {chip, code, line, newLine, type Markup, type ViewValue} from '../markup.js';
import type {Source} from '../source.js';
import {counted, ended, grouped, listed, longDate, sentence} from '../text.js';
import {byRemainder} from './summary.js';

/**
 * The register, the greatest remainder first: scenario, likelihood and impact, what lowers it, what is left, treatment.
 * Targets on which a risk stands exactly alike share a block.
 */
export const risksView = (source: Source): ViewValue => {
	const risks = byRemainder(source.evaluation.risks);
	const alike = grouped(risks, likenessOf).map(([, group]) => group);
	return {
		hasAny: risks.length > 0,
		undecided: undecidedText(risks),
		shared:
			alike.length === risks.length
				? ''
				: `The ${risks.length} risks stand in ${counted(alike.length, 'row')}: one that is the same on several targets is told once, and counted for each of them.`,
		list: alike.flatMap(([first, ...rest], i) =>
			first === undefined
				? []
				: [
						{
							number: `R${i + 1}`,
							title: first.definition.title,
							target: [first, ...rest].map(r => r.targetName).join(', '),
							before: scored(first.inherent),
							claimed: scored(first.claimed),
							now: scored(first.verified),
						},
					],
		),
		items: alike.flatMap((group, i) => itemOf(source, group, i)),
	};
};

/** Everything that a block says of a risk but its target. */
const likenessOf = (r: RiskEvaluation): string =>
	JSON.stringify([
		r.risk,
		r.inherent,
		r.claimed,
		r.verified,
		r.treatments.map(t => ({...t, controls: t.controls.map(c => ({...c, id: controlOf(c.id)}))})),
		r.decision ?? null,
		r.accepted,
	]);

/** The control of a record id `target/control`. */
const controlOf = (id: string): string => id.split('/').at(-1) ?? id;

const scored = (s: RiskScore): Markup => line(chip(s.level), ` ${s.likelihood * s.impact}`);

/** Said once for the register instead of once for each risk. */
const undecidedText = (risks: readonly RiskEvaluation[]): string => {
	// What ran out or lacks a second person decides nothing.
	const open = risks.filter(
		r => r.decision === undefined || (r.standing !== undefined && r.standing !== 'holds'),
	).length;
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

const itemOf = (
	source: Source,
	group: readonly RiskEvaluation[],
	i: number,
): readonly ViewValue[] => {
	const [risk] = group;
	if (risk === undefined) return [];
	return [
		{
			number: `R${i + 1}`,
			title: risk.definition.title,
			target: listed(group.map(r => r.targetName)),
			id: line(...group.flatMap((r, n) => [n > 0 ? ', ' : '', code(r.id)])),
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
			decision: risk.accepted ? ended(decisionOf(risk)) : decisionOf(risk),
			accepted: risk.accepted,
		},
	];
};

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
			` ${source.controlTitle(controlOf(c.id))}`,
			...knownAs(c),
		]),
	);
};

/** In brackets how a control is known, or was before that grew too old. */
const knownAs = ({assurance, agedFrom}: Treatment['controls'][number]): readonly string[] => {
	if (agedFrom !== undefined && agedFrom !== assurance) return [` (${agedWords[agedFrom]})`];
	return assurance === 'none' ? [] : [` (${assuranceWords[assurance]})`];
};

const verbs = {
	mitigate: 'Lower the risk',
	accept: 'Accept the risk',
	transfer: 'Transfer the risk',
	avoid: 'Avoid the risk',
} as const;

const decisionOf = ({decision, standing}: RiskEvaluation): string => {
	if (decision === undefined) return 'none decided';
	const doubt =
		standing === 'expired'
			? ' It has run out and does not count.'
			: standing === 'one-person'
				? ` It does not count: it ${onePersonWords(decision)}.`
				: '';
	const parts = [
		decision.owner === undefined ? 'no owner named' : `owner ${decision.owner}`,
		decision.due === undefined ? 'no date set' : `due ${longDate(decision.due)}`,
		...(decision.approver === undefined ? [] : [`approved by ${decision.approver}`]),
		...(decision.until === undefined ? [] : [`until ${longDate(decision.until)}`]),
	];
	const reason = decision.reason === undefined ? '' : ` Reason: ${sentence(decision.reason)}`;
	return `${verbs[decision.treatment]}; ${ended(listed(parts))}${doubt}${reason}`;
};
