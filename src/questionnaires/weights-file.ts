import type {Content} from '../domain/content.js';
import {controlsOf} from '../domain/content-parts.js';
import {exitCode, UserError} from '../domain/errors.js';
import {isGroup, unknownKeys, type Reporter} from './answer-entry.js';
import {error, fileLine, problemsError, type Problem} from './problem.js';
import {readText} from './read-text.js';
import {didYouMean} from './suggest.js';
import {parseYaml} from './yaml-source.js';

const next = [
	'A file of weights looks like this, with a whole number from 0 (leave out) to 10 for each control:',
	'  weights:',
	'    vendor-iso-27001: 5',
];
const most = 10;

type Report = Pick<Reporter, 'source' | 'no'>;

/**
 * Reads a file of weights for the comparison of vendors (`weights: {vendor-iso-27001: 5}`): UTF-8 YAML of at most 2 MiB.
 * @throws UserError with everything that is wrong as `file:line:column`
 */
export const readWeights = async (
	path: string,
	content: Content,
): Promise<ReadonlyMap<string, number>> => {
	const read = await readText(path, path);
	if (!read.ok) throw new UserError(fileLine(read.problem), next, exitCode.unfinished);
	return parseWeights(read.text, path, content);
};

/** As readWeights, on text that is at hand. */
export const parseWeights = (
	text: string,
	file: string,
	content: Content,
): ReadonlyMap<string, number> => {
	const parsed = parseYaml(text, file);
	if (!parsed.ok) throw problemsError('the weights', parsed.problems, next);
	const {source} = parsed;
	const problems: Problem[] = [];
	const report: Report = {
		source,
		no: (path, message, what) => problems.push(error(source.place(path, what), message)),
	};
	const weights = readGroup(report, content);
	if (problems.length > 0) throw problemsError('the weights', problems, next);
	return weights;
};

const readGroup = (report: Report, content: Content): ReadonlyMap<string, number> => {
	const {source, no} = report;
	const given = isGroup(source.data) ? source.data.weights : undefined;
	if (!isGroup(source.data) || !isGroup(given)) {
		no([], 'expected the key "weights" with a number for each control under it');
		return new Map();
	}
	unknownKeys(report, source.data, [], ['weights']);
	const known = controlsOf(content).filter(c => c.kind === 'vendor');
	const weights = new Map<string, number>();
	for (const [id, weight] of Object.entries(given)) {
		const path = ['weights', id];
		if (!known.some(c => c.id === id)) {
			const near = didYouMean(
				id,
				known.map(c => c.id),
			);
			no(path, `there is no control "${id}" of vendors${near}`, 'key');
		} else if (
			typeof weight !== 'number' ||
			!Number.isInteger(weight) ||
			weight < 0 ||
			weight > most
		) {
			no(path, `${id}: expected a whole number from 0 to ${most}`);
		} else weights.set(id, weight);
	}
	return weights;
};
