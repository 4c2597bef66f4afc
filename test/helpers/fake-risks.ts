import type {Content} from '../../src/domain/content.js';
import type {ControlEvaluation, RiskEvaluation} from '../../src/domain/evaluation.js';
import {riskLevel} from '../../src/domain/risk.js';
import type {Target} from '../../src/domain/target.js';

/** The risks of the databases among some targets; TLS lowers each of them by three. */
export const fakeRisksOf = (
	targets: readonly Target[],
	content: Content,
	controls: readonly ControlEvaluation[],
): readonly RiskEvaluation[] =>
	targets
		.filter(t => t.kind === 'database')
		.flatMap(target =>
			content.risks.map(definition => {
				const tls = controls.find(c => c.target === target.id && c.control === 'tls-required');
				const score = (lowered: boolean) => {
					const likelihood = lowered ? definition.likelihood - 3 : definition.likelihood;
					return {
						likelihood,
						impact: definition.impact,
						level: riskLevel(likelihood, definition.impact),
					};
				};
				return {
					id: `${target.name}/${definition.id}`,
					target: target.id,
					targetName: target.name,
					risk: definition.id,
					definition,
					inherent: score(false),
					claimed: score(tls?.state === 'met'),
					verified: score(tls?.assurance === 'verified'),
					treatments: [],
					accepted: false,
				};
			}),
		);
