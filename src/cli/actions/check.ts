import {exitCode, UserError} from '../../domain/errors.js';
import type {Severity} from '../../domain/severity.js';
import {bySeverity} from '../../domain/severity-order.js';
import {staleSentence} from '../../domain/outdated.js';
import {checkGate, type GateProblem} from '../../services/check-gate.js';
import {evaluate, type Project} from '../../services/project.js';
import {troubleJson} from '../left-out.js';
import {type Output, processOutput, wrap} from '../output.js';
import type {Globals} from '../globals.js';

export type CheckOptions = {
	readonly failOn: Severity;
	readonly maxUnknown: string;
	readonly maxAge?: string;
};

const count = (text: string, option: string): number => {
	if (!/^\d{1,6}$/.test(text))
		throw new UserError(`${option} wants a whole number, not ${JSON.stringify(text)}.`);
	return Number(text);
};

/** What fails, what a person and a probe disagree on, and what nobody can say today. */
const signOf = ({kind}: GateProblem, {style}: Output): string => {
	switch (kind) {
		case 'contradiction':
			return style.warn(style.sign.contradicted);
		case 'failure':
		case 'not-met':
			return style.bad(style.sign.fail);
		case 'stale':
			return style.sign.stale;
		case 'content':
		case 'unknown':
		case 'age':
		case 'lost-run':
		case 'lost-evidence':
		case 'empty':
			return style.sign.unknown;
	}
};

/**
 * Prints what the gate stops at; returns 1 when there is anything, and 2 when files of the workspace's own content are left
 * out or a profile in force is gone: then the result is no verdict about the databases alone, and somebody has to mend a file first.
 */
export const runGate = async (
	project: Project,
	options: CheckOptions,
	globals: Globals,
): Promise<number> => {
	const evaluation = await evaluate(project, await project.store.state());
	const problems = checkGate(evaluation, {
		failOn: options.failOn,
		maxUnknown: count(options.maxUnknown, '--max-unknown'),
		...(options.maxAge === undefined ? {} : {maxAge: count(options.maxAge, '--max-age')}),
	});
	const output = processOutput(process);
	const {score} = evaluation;
	if (globals.json === true) {
		output.json({
			pass: problems.length === 0,
			failOn: options.failOn,
			coverage: score.coverage,
			stale: score.stale,
			problems,
			...troubleJson(evaluation.trouble),
		});
	} else {
		const {style} = output;
		for (const problem of [...problems].sort((a, b) => bySeverity(a.severity, b.severity))) {
			const sign = signOf(problem, output);
			output.line(`${sign} ${problem.severity}  ${style.bold(problem.id)}`);
			output.line(wrap(problem.text, Math.min(output.columns, 110), '    '));
		}
		if (problems.length > 0) output.line();
		output.line(
			`${problems.length === 0 ? 'Pass' : `Stopped at ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`}: ${score.known} of ${score.applicable} controls that apply are known.`,
		);
		const old = staleSentence(score);
		if (old !== undefined) output.line(old);
	}
	if (evaluation.trouble !== undefined) return exitCode.usage;
	return problems.length > 0 ? exitCode.findings : exitCode.done;
};
