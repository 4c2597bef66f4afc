import type {ControlState} from '../domain/evaluation.js';
import type {Claim, ClaimOrNothing} from '../domain/question.js';
import {byText, unique} from './order.js';
import {type Asked, combinedClaim} from './questions.js';
import {judge} from './state.js';

const worstFirst: readonly ControlState[] = [
	'contradicted',
	'not-met',
	'unknown',
	'partly',
	'not-applicable',
	'met',
];

/** So many ways to choose are gone through; beyond them nobody knows. */
const maxWays = 256;

/** Every way to choose one version of each question that has several. */
const waysToChoose = (questions: readonly Asked[]): readonly (readonly Asked[])[] =>
	questions.reduce<readonly (readonly Asked[])[]>(
		(ways, asked) => {
			const claims = asked.readings === undefined ? [undefined] : unique(asked.readings);
			return ways.flatMap(way =>
				claims.map(claim => [
					...way,
					claim === undefined ? asked : {...asked, evaluation: {...asked.evaluation, claim}},
				]),
			);
		},
		[[]],
	);

/**
 * What the answers claim, as `combinedClaim`. Where people answered differently, the claim of the versions that give the least
 * favourable state beside what was observed: which that is depends on it, because a probe may have seen better than "partly".
 */
export const cautiousClaim = (
	questions: readonly Asked[],
	observed: Claim | undefined,
): ClaimOrNothing => {
	const several = questions.filter(q => q.readings !== undefined);
	if (several.length === 0) return combinedClaim(questions, observed);
	const count = several.reduce((ways, q) => ways * unique(q.readings ?? []).length, 1);
	if (count > maxWays)
		return several.some(q => q.readings?.includes('not-met')) ? 'not-met' : 'nothing';
	const claims = unique(waysToChoose(questions).map(way => combinedClaim(way, observed)));
	const stateOf = (claim: ClaimOrNothing): number =>
		worstFirst.indexOf(judge(claim, observed).state);
	const [worst = 'nothing'] = claims.toSorted((a, b) => stateOf(a) - stateOf(b) || byText(a, b));
	const {state} = judge(worst, observed);
	// Whether it holds or does not apply at all, people do not agree on: then only what was observed counts.
	const unsure = state === 'not-applicable' || (state === 'partly' && observed === undefined);
	return unsure && claims.length > 1 && claims.includes('not-applicable') ? 'nothing' : worst;
};
