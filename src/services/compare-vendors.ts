import {
	compareVendors as compare,
	responsibilitiesOf,
	type CompareOptions,
} from '../assessment/index.js';
import type {Comparison} from '../domain/comparison.js';
import type {Content} from '../domain/content.js';
import {UserError} from '../domain/errors.js';
import type {Evaluation} from '../domain/evaluation.js';
import type {Responsibilities} from '../domain/responsibilities.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {findTarget, liveTargets} from './find-target.js';

/** How to get a vendor into a workspace that has none, or only one. */
export const addVendorStep = 'Add one with: dbvet target add NAME --kind vendor';

/**
 * The ids of the vendors with these names; of all vendors without names.
 * @throws UserError when there is no vendor at all, a name is unknown, or it is another kind of target
 */
export const chosenVendors = (
	state: WorkspaceState,
	names: readonly string[],
): readonly string[] => {
	const vendors = liveTargets(state).filter(t => t.kind === 'vendor');
	if (vendors.length === 0) {
		throw new UserError('This workspace has no vendor yet.', [
			addVendorStep,
			'Then answer the questions about it: dbvet assess',
		]);
	}
	if (names.length === 0) return vendors.map(t => t.id);
	const chosen = names.map(name => {
		const target = findTarget(state, name);
		if (target.kind === 'vendor') return target.id;
		throw new UserError(`${target.name} is of kind ${target.kind}; only vendors are compared.`, [
			`Vendors: ${vendors.map(t => t.name).join(', ')}.`,
		]);
	});
	return [...new Set(chosen)];
};

/** The vendors of an evaluation side by side. */
export const compareVendors = (evaluation: Evaluation, options: CompareOptions = {}): Comparison =>
	compare(evaluation, options);

/** Who does what towards each vendor. */
export const vendorDuties = (
	content: Content,
	evaluation: Evaluation,
	vendors?: readonly string[],
): readonly Responsibilities[] => responsibilitiesOf(content, evaluation, vendors);
