import type {Observed} from '../../engine/check.js';
import type {RedisFacts} from '../facts.js';
import {settingOf} from '../kit.js';

/** What the settings say of the use: a cache may forget, a store may not. */
export type Usage = {
	readonly policy: string;
	/** A limit of memory is set, so that the policy has an effect. */
	readonly limited: boolean;
	readonly snapshots: boolean;
	readonly appendOnly: boolean;
	/** It evicts any key and keeps nothing: set up as a cache on purpose. */
	readonly cache: boolean;
};

/** Reads the use off the settings; the first of them that was not seen decides. */
export const usageOf = (facts: RedisFacts): Observed<Usage> => {
	const [save, append, maxmemory, policy] = (
		['save', 'appendonly', 'maxmemory', 'maxmemory-policy'] as const
	).map(name => settingOf(facts, name));
	if (
		save?.seen !== true ||
		append?.seen !== true ||
		maxmemory?.seen !== true ||
		policy?.seen !== true
	)
		return (
			[save, append, maxmemory, policy].find(one => one?.seen === false) ?? {
				seen: false,
				reason: 'internal-error',
			}
		);
	const snapshots = save.value.trim() !== '';
	const appendOnly = append.value !== 'no';
	const limited = maxmemory.value !== '0';
	return {
		seen: true,
		value: {
			policy: policy.value,
			limited,
			snapshots,
			appendOnly,
			cache: limited && policy.value.startsWith('allkeys-') && !snapshots && !appendOnly,
		},
	};
};
