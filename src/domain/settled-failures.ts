import type {CurrentFinding, Evaluation} from './evaluation.js';

/** The failures that a person has called wrong or out of scope, each with the reason; of contradictions whose resolution holds. */
export type Settled = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The settled failures of an evaluation: by control (`target/control`), then by finding. */
export const settledFailures = ({controls}: Pick<Evaluation, 'controls'>): Settled =>
	new Map(
		controls.flatMap(({target, control, contradiction}) => {
			const reason = contradiction?.resolution?.reason;
			return contradiction === undefined || reason === undefined
				? []
				: [
						[
							`${target}/${control}`,
							new Map(contradiction.failures.map(({id}) => [id, reason] as const)),
						] as const,
					];
		}),
	);

/** Why a failure is settled; undefined where a control that it speaks of is not settled: that one is still not met. */
export const settledReason = (
	{id, target, controls}: CurrentFinding,
	settled: Settled,
): string | undefined => {
	const reasons = controls.map(control => settled.get(`${target}/${control}`)?.get(id));
	return reasons.includes(undefined) ? undefined : reasons[0];
};
