import {baselineDiff} from '../assessment/index.js';
import {type Baseline, inOrderOfApproval} from '../domain/baseline.js';
import type {BaselineDiff} from '../domain/deviation.js';
import type {Content} from '../domain/content.js';
import type {ApprovedBaseline} from '../domain/ports.js';
import {UserError} from '../domain/errors.js';
import type {Evaluation} from '../domain/evaluation.js';
import {quotedWord} from '../domain/hide-logins.js';
import {nearest} from '../domain/suggest.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {approvedByAuthor} from './baseline-authors.js';

/**
 * The baseline of that name, or the one that was approved last.
 * @throws UserError when there is none
 */
export const findBaseline = ({baselines}: WorkspaceState, name?: string): Baseline => {
	const all = inOrderOfApproval(baselines);
	const names = all.map(one => one.name);
	const found = name === undefined ? all.at(-1) : all.find(one => one.name === name);
	if (found !== undefined) return found;
	if (all.length === 0)
		throw new UserError('No baseline was approved yet.', [
			'Approve the present state with: dbvet baseline approve NAME',
		]);
	const near = nearest(name ?? '', names);
	throw new UserError(`There is no baseline ${quotedWord(name ?? '')}.`, [
		near === undefined ? `Baselines: ${names.join(', ')}.` : `Did you mean ${near}?`,
	]);
};

/** A baseline with what deviates from it. */
export type ComparedBaseline = {readonly baseline: Baseline; readonly diff: BaselineDiff};

export const compareBaseline = (baseline: Baseline, evaluation: Evaluation): ComparedBaseline => ({
	baseline,
	diff: baselineDiff(baseline, evaluation),
});

/** The last baseline that holds each live database, compared; each baseline once. */
export const approvalsOf = (
	state: WorkspaceState,
	content: Content,
	evaluation: Evaluation,
): readonly ApprovedBaseline[] => {
	const all = inOrderOfApproval(state.baselines).toReversed();
	const last = evaluation.targets
		.filter(({target}) => target.kind === 'database')
		.flatMap(({target}) => all.find(one => Object.hasOwn(one.targets, target.id)) ?? []);
	return [...new Set(last)].map(baseline => ({
		...compareBaseline(baseline, evaluation),
		byAuthor: approvedByAuthor(baseline, content, state),
	}));
};
