import type {Observed} from '../../engine/check.js';
import type {RedisFacts} from '../facts.js';
import {settingOf} from '../kit.js';

/** What the settings say of the use: a cache may forget, a store may not. */
export type Usage = {
	readonly policy: string;
	/** A limit of memory is set, so that the policy has an effect. */
	readonly limited: boolean;
	readonly snapshots: boolean;
	/** A rule makes a snapshot within a day, after no more changes than redis.conf has in its own rules. */
	readonly daily: boolean;
	readonly appendOnly: boolean;
	/** It evicts any key and keeps nothing: set up as a cache on purpose. */
	readonly cache: boolean;
};

/** Rules of `save` stand in pairs: seconds, and changes within them. */
const isDaily = (save: string): boolean => {
	const words = save.trim().split(/\s+/).map(Number);
	return words.some((seconds, at) => {
		const changes = words[at + 1] ?? Number.NaN;
		return at % 2 === 0 && seconds <= 86_400 && changes <= 10_000;
	});
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
			daily: isDaily(save.value),
			appendOnly,
			cache: limited && policy.value.startsWith('allkeys-') && !snapshots && !appendOnly,
		},
	};
};
