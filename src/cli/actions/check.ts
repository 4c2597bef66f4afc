import {isAbsolute, relative, sep} from 'node:path';
import {exitCode, UserError} from '../../domain/errors.js';
import type {Severity} from '../../domain/severity.js';
import {bySeverity} from '../../domain/severity-order.js';
import {staleSentence} from '../../domain/outdated.js';
import type {GateProblem} from '../../domain/gate.js';
import type {checkFormats} from '../../domain/options.js';
import type {Evaluation} from '../../domain/evaluation.js';
import {junit} from '../../exchange/exports/junit.js';
import {sarif} from '../../exchange/exports/sarif.js';
import {checkGate, type GateOptions} from '../../services/check-gate.js';
import {checkAgainst, type BaselineVerdict} from '../../services/check-against.js';
import {approvedByAuthor} from '../../services/baseline-authors.js';
import {compareBaseline, findBaseline} from '../../services/compare-baseline.js';
import {gateReport} from '../../services/gate-report.js';
import {evaluate, type Project} from '../../services/project.js';
import type {WorkspaceState} from '../../domain/workspace.js';
import {gateBaselineJson, gateBaselineLines} from './check-baseline.js';
import {troubleJson} from '../left-out.js';
import {type Output, processOutput, wrap} from '../output.js';
import type {Globals} from '../globals.js';

export type CheckOptions = {
	readonly failOn: Severity;
	readonly maxUnknown: string;
	readonly maxAge?: string;
	readonly format?: CheckFormat;
	/** A name, or true for the last one that was approved. */
	readonly baseline?: string | true;
};

type CheckFormat = (typeof checkFormats)[number];

/** `--json` is `--format json`; beside another format one of the two is a mistake, and nobody knows which. */
const formatOf = ({format}: CheckOptions, {json}: Globals): CheckFormat => {
	if (json !== true) return format ?? 'text';
	if (format === undefined || format === 'json') return 'json';
	throw new UserError(`--json and --format ${format} ask for two formats.`, [
		'Leave one of them out.',
	]);
};

/**
 * Where assessment.json lies, seen from the folder that dbvet was started in: in CI the root of the checkout, to which GitHub matches it. A workspace
 * elsewhere has no such path, and its bare name leads nobody astray.
 */
const fileFrom = (from: string, root: string): string => {
	const inside = relative(from, root);
	const parts = inside.startsWith('..') || isAbsolute(inside) ? [] : inside.split(sep);
	return [...parts, 'assessment.json'].filter(part => part !== '').join('/');
};

const count = (text: string, option: string): number => {
	if (!/^\d{1,6}$/.test(text))
		throw new UserError(`${option} wants a whole number, not ${JSON.stringify(text)}.`);
	return Number(text);
};

/** What fails, what a person and a probe disagree on, and what nobody can say today. */
const signOf = ({kind}: GateProblem, {style}: Output): string => {
	switch (kind) {
		case 'conflict':
		case 'contradiction':
			return style.warn(style.sign.contradicted);
		case 'failure':
		case 'not-met':
		case 'deviation':
			return style.bad(style.sign.fail);
		case 'stale':
			return style.sign.stale;
		case 'content':
		case 'unknown':
		case 'age':
		case 'lost-run':
		case 'lost-evidence':
		case 'empty':
		case 'baseline':
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
	const format = formatOf(options, globals);
	const state = await project.store.state();
	const evaluation = await evaluate(project, state);
	const gate: GateOptions = {
		failOn: options.failOn,
		maxUnknown: count(options.maxUnknown, '--max-unknown'),
		...(options.maxAge === undefined ? {} : {maxAge: count(options.maxAge, '--max-age')}),
	};
	const against = againstOf(project, state, evaluation, gate, options.baseline);
	const problems = against?.problems ?? checkGate(evaluation, gate);
	const report = () =>
		gateReport(
			{evaluation, problems, checks: project.checks, ...(against && {against})},
			{dbvet: project.version, file: fileFrom(process.cwd(), project.store.root)},
		);
	switch (format) {
		case 'text':
			printText(problems, evaluation, against);
			break;
		case 'json':
			printJson(problems, evaluation, options, against);
			break;
		case 'sarif':
			process.stdout.write(sarif(report()));
			break;
		case 'junit':
			process.stdout.write(junit(report()));
			break;
	}
	if (evaluation.trouble !== undefined) return exitCode.usage;
	return problems.length > 0 ? exitCode.findings : exitCode.done;
};

const againstOf = (
	{content}: Project,
	state: WorkspaceState,
	evaluation: Evaluation,
	gate: GateOptions,
	name: CheckOptions['baseline'],
): BaselineVerdict | undefined => {
	if (name === undefined) return undefined;
	const baseline = findBaseline(state, name === true ? undefined : name);
	const compared = compareBaseline(baseline, evaluation);
	return checkAgainst(evaluation, gate, compared, approvedByAuthor(baseline, content, state));
};

const printJson = (
	problems: readonly GateProblem[],
	{score, trouble}: Evaluation,
	{failOn}: CheckOptions,
	against: BaselineVerdict | undefined,
): void => {
	processOutput(process).json({
		pass: problems.length === 0,
		failOn,
		coverage: score.coverage,
		stale: score.stale,
		problems,
		...(against && gateBaselineJson(against)),
		...troubleJson(trouble),
	});
};

const printText = (
	problems: readonly GateProblem[],
	{score}: Evaluation,
	against: BaselineVerdict | undefined,
): void => {
	const output = processOutput(process);
	const {style} = output;
	for (const problem of [...problems].sort((a, b) => bySeverity(a.severity, b.severity))) {
		const sign = signOf(problem, output);
		const word = problem.deviation === undefined ? '' : `  ${problem.deviation}`;
		output.line(`${sign} ${problem.severity}${word}  ${style.bold(problem.id)}`);
		output.line(wrap(problem.text, Math.min(output.columns, 110), '    '));
	}
	if (problems.length > 0) output.line();
	output.line(
		`${problems.length === 0 ? 'Pass' : `Stopped at ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`}: ${score.known} of ${score.applicable} controls that apply are known.`,
	);
	const old = staleSentence(score);
	if (old !== undefined) output.line(old);
	for (const text of against === undefined ? [] : gateBaselineLines(against))
		output.line(wrap(text, Math.min(output.columns, 110), '', '  '));
};
