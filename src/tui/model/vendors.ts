import type {Comparison} from '../../domain/comparison.js';
import type {Responsibilities} from '../../domain/responsibilities.js';
import {compareVendors, vendorDuties} from '../../services/compare-vendors.js';
import type {Snapshot} from '../../services/workbench.js';

export type Vendors = {
	readonly comparison: Comparison;
	readonly duties: readonly Responsibilities[];
};

// A snapshot never changes, so that its vendors are compared once; the map forgets them together with the snapshot.
const known = new WeakMap<Snapshot, Vendors>();

/** The vendors of a snapshot side by side, and who does what. */
export const vendorsOf = (snapshot: Snapshot): Vendors => {
	const before = known.get(snapshot);
	if (before !== undefined) return before;
	const {evaluation, content} = snapshot;
	const fresh = {
		comparison: compareVendors(evaluation),
		duties: vendorDuties(content, evaluation),
	};
	known.set(snapshot, fresh);
	return fresh;
};
