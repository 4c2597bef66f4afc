import type {Content} from '../../src/domain/content.js';
import {controlsOf, questionsOf} from '../../src/domain/content-parts.js';
import type {Profile} from '../../src/domain/profile.js';
import type {Bound, ClaimOrNothing, Question} from '../../src/domain/question.js';
import {riskLevel, type RiskScenario} from '../../src/domain/risk.js';

/**
 * Rules that the content as a whole must keep, beyond what its loader demands of each file. Every function returns
 * its complaints in words, so that an empty list is a pass and a seeded defect can be looked for by name.
 */
const boundIn = (bound: Bound, profile: Profile): number | undefined =>
	typeof bound === 'number' ? bound : profile.thresholds[bound];

const boundsOf = (question: Question): readonly Bound[] => {
	const {answer} = question;
	if (answer.kind !== 'number' && answer.kind !== 'date') return [];
	return [answer.met, answer.partly].flatMap(rule =>
		rule === undefined ? [] : Object.values<Bound>(rule),
	);
};

/** The claims that some answer within the question's own range makes under a profile. */
const reachableClaims = (question: Question, profile: Profile): ReadonlySet<ClaimOrNothing> => {
	const {answer} = question;
	switch (answer.kind) {
		case 'yes-no':
			return new Set(Object.values(answer.claims).filter(claim => claim !== undefined));
		case 'choice':
			return new Set(answer.options.map(option => option.claim));
		case 'text':
			return new Set();
		case 'date':
			return new Set(answer.met === undefined ? [] : ['met', 'not-met']);
		case 'number': {
			const {met, partly, min, max} = answer;
			if (met === undefined) return new Set();
			const holds = (rule: typeof met, value: number): boolean => {
				const [kind, bound] = Object.entries(rule)[0] as ['atLeast' | 'atMost', Bound];
				const limit = boundIn(bound, profile);
				return limit !== undefined && (kind === 'atLeast' ? value >= limit : value <= limit);
			};
			return new Set(
				[min, max].map((value): ClaimOrNothing => {
					if (holds(met, value)) return 'met';
					return partly !== undefined && holds(partly, value) ? 'partly' : 'not-met';
				}),
			);
		}
	}
};

/** Ledger rows that no question's control stands for. */
export const uncoveredRows = (content: Content, rows: readonly string[]): readonly string[] => {
	const asked = new Set(questionsOf(content).map(question => question.control));
	const covered = new Set(
		controlsOf(content)
			.filter(control => asked.has(control.id))
			.flatMap(control => control.requirements),
	);
	return rows.filter(row => !covered.has(row));
};

/** Controls about which nothing is asked that could claim anything. */
export const silentControls = (content: Content): readonly string[] => {
	const asked = new Set(questionsOf(content).flatMap(q => (q.followUp ? [] : [q.control])));
	return controlsOf(content).flatMap(({id}) => (asked.has(id) ? [] : [id]));
};

/** Questions whose control can be neither met nor failed by any answer, in some profile. */
export const oneSidedQuestions = (content: Content): readonly string[] =>
	content.profiles.flatMap(profile =>
		questionsOf(content)
			.filter(question => question.control !== undefined && !question.followUp)
			.flatMap(question => {
				const claims = reachableClaims(question, profile);
				return (['met', 'not-met'] as const)
					.filter(claim => !claims.has(claim))
					.map(claim => `${profile.id}: ${question.id} never says ${claim}`);
			}),
	);

/** Thresholds that a question names and a profile lacks. */
export const missingThresholds = (content: Content): readonly string[] =>
	content.profiles.flatMap(profile =>
		questionsOf(content)
			.flatMap(boundsOf)
			.filter(bound => boundIn(bound, profile) === undefined)
			.map(bound => `${profile.id}: ${bound}`),
	);

/** Controls that a profile names and nobody defined. */
export const strangersInProfiles = (content: Content): readonly string[] => {
	const known = new Set(controlsOf(content).map(({id}) => id));
	return content.profiles.flatMap(profile =>
		[...profile.mandatory, ...profile.recommended]
			.filter(id => !known.has(id))
			.map(id => `${profile.id}: ${id}`),
	);
};

/** References to requirements that their framework does not have, or has withdrawn. */
export const strangeReferences = (content: Content): readonly string[] =>
	controlsOf(content).flatMap(control =>
		control.references
			.filter(({framework, id}) => {
				const found = content.frameworks.find(f => f.id === framework);
				return !(found?.requirements.some(r => r.id === id && !r.withdrawn) ?? false);
			})
			.map(({framework, id}) => `${control.id}: ${framework} ${id}`),
	);

const levels = ['low', 'medium', 'high', 'critical'] as const;

/** What is left of a risk when every treatment that can be met is met. */
const treated = (risk: RiskScenario, reachable: ReadonlySet<string>): number => {
	const strongest = (factor: 'likelihood' | 'impact'): number =>
		Math.max(
			0,
			...risk.treatments
				.filter(t => t.lowers === factor && t.controls.every(id => reachable.has(id)))
				.map(t => t.by),
		);
	const left = (factor: 'likelihood' | 'impact'): number =>
		Math.max(1, risk[factor] - strongest(factor));
	return levels.indexOf(riskLevel(left('likelihood'), left('impact')));
};

/** Risks that no reachable treatment brings down by at least one level. */
export const hopelessRisks = (content: Content): readonly string[] => {
	const silent = new Set(silentControls(content));
	return content.risks.flatMap(risk => {
		const reachable = new Set(
			controlsOf(content)
				.filter(control => control.kind === risk.kind && !silent.has(control.id))
				.map(({id}) => id),
		);
		const before = levels.indexOf(riskLevel(risk.likelihood, risk.impact));
		return treated(risk, reachable) < before ? [] : [risk.id];
	});
};
