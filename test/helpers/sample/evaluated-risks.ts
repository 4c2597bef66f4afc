import type {ControlEvaluation, RiskEvaluation} from '../../../src/domain/evaluation.js';
import type {RiskDecision} from '../../../src/domain/risk.js';
import {riskLevel} from '../../../src/domain/risk.js';
import {sampleRisks} from './risks.js';
import {ids} from './targets.js';

const at = (likelihood: number, impact: number) => ({
	likelihood,
	impact,
	level: riskLevel(likelihood, impact),
});

const decisions: Readonly<Record<string, RiskDecision>> = {
	interception: {
		target: ids.prod,
		risk: 'interception',
		treatment: 'mitigate',
		owner: 'Ines Ferreira',
		due: '2026-12-15',
		reason: 'clients are moved to TLS in December.',
	},
	'data-loss': {
		target: ids.prod,
		risk: 'data-loss',
		treatment: 'accept',
		owner: 'Tom Weber',
		approver: 'Ines Ferreira',
		until: '2027-06-30',
		reason: 'Point-in-time recovery comes with the next plan.',
	},
};

/** The risks of the first database, two of them decided. */
export const risksOf = (controls: readonly ControlEvaluation[]): readonly RiskEvaluation[] =>
	sampleRisks.map(definition => {
		const scores = {
			interception: [at(4, 5), at(1, 5), at(4, 5)],
			'stolen-account': [at(4, 4), at(3, 2), at(3, 4)],
			'open-server': [at(5, 4), at(1, 4), at(5, 4)],
			'data-loss': [at(3, 5), at(2, 2), at(2, 5)],
		}[definition.id] ?? [at(1, 1), at(1, 1), at(1, 1)];
		const decision = decisions[definition.id];
		return {
			id: `prod-db/${definition.id}`,
			target: ids.prod,
			targetName: 'prod-db',
			risk: definition.id,
			definition,
			inherent: scores[0]!,
			claimed: scores[1]!,
			verified: scores[2]!,
			treatments: definition.treatments.map(t => ({
				controls: t.controls.map(c => {
					const control = controls.find(e => e.control === c && e.target === ids.prod);
					return {
						id: `prod-db/${c}`,
						state: control?.state ?? 'unknown',
						assurance: control?.assurance ?? 'none',
					};
				}),
				lowers: t.lowers,
				by: t.by,
				why: t.why,
				countsAsClaimed: true,
				countsAsVerified: definition.id === 'data-loss',
			})),
			accepted: definition.id === 'data-loss',
			...(decision === undefined ? {} : {decision}),
		};
	});
