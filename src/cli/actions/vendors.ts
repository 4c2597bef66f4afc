import type {Comparison} from '../../domain/comparison.js';
import {UserError} from '../../domain/errors.js';
import type {Evaluation} from '../../domain/evaluation.js';
import {addVendorStep, chosenVendors, compareVendors} from '../../services/compare-vendors.js';
import {evaluate, type Project} from '../../services/project.js';
import {processOutput, wrap} from '../output.js';
import type {Globals} from '../globals.js';
import {troubleJson} from '../left-out.js';
import {printVendorTable} from './vendor-table.js';

/** Prints vendors side by side, or the same as JSON. */
export const printComparison = async (
	project: Project,
	names: readonly string[],
	weightsFile: string | undefined,
	globals: Globals,
): Promise<void> => {
	const state = await project.store.state();
	const vendors = chosenVendors(state, names);
	const {readWeights} = await import('../../questionnaires/index.js');
	const weights =
		weightsFile === undefined ? undefined : await readWeights(weightsFile, project.content);
	const evaluation = await evaluate(project, state);
	const comparison = compareVendors(evaluation, {vendors, ...(weights && {weights})});
	if (comparison.criteria.every(c => c.weight === 0)) {
		throw new UserError('No control has a weight above 0, so that nothing can be compared.', [
			'Give at least one control of vendors a weight from 1 to 10.',
		]);
	}
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({...comparisonJson(comparison, evaluation), ...troubleJson(evaluation.trouble)});
		return;
	}
	printVendorTable(output, comparison);
	output.line();
	const width = Math.min(output.columns, 110);
	if (vendors.length === 1) {
		const only = evaluation.targets.filter(t => t.target.kind === 'vendor').length === 1;
		output.line(wrap('One vendor alone cannot be compared.', width));
		output.line(wrap(only ? addVendorStep : 'Name another one beside it, or none for all.', width));
		return;
	}
	for (const sentence of comparison.sentences) output.line(wrap(sentence, width, '- ', '  '));
};

const comparisonJson = (comparison: Comparison, evaluation: Evaluation): object => ({
	schema: 'dbvet/vendor-comparison@1',
	at: evaluation.at,
	profiles: evaluation.profiles,
	...comparison,
});
