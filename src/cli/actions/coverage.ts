import {count} from '../../domain/count.js';
import type {Evaluation} from '../../domain/evaluation.js';
import {scopeWords} from '../../domain/framework-scope.js';
import {citedFrameworks} from '../../domain/content-parts.js';
import {citeFrameworks} from '../../services/cite-frameworks.js';
import {
	findFramework,
	frameworkCoverage,
	frameworkSummaries,
	type FrameworkCoverage,
	type FrameworkSummary,
	type Supporter,
} from '../../services/framework-coverage.js';
import {evaluate, type Project} from '../../services/project.js';
import {openProject, wholeContent, workspaceOf} from '../compose.js';
import type {Globals} from '../globals.js';
import {leftOutJson} from '../left-out.js';
import {processOutput, wrap, type Output} from '../output.js';
import {withProject} from './target.js';

/** What goes into a file or a pipe is read at 80 columns. */
const widthOfPage = (output: Output): number =>
	output.isTerminal ? Math.min(output.columns, 100) : 80;

const stateOf = (state: NonNullable<Supporter['states']>[number]): string => {
	const known = state.state === 'met' || state.state === 'partly';
	const {assurance, agedFrom} = state;
	// What a probe verified once and nobody documented is not "documented" because it grew old.
	const aged = agedFrom !== undefined && agedFrom !== assurance;
	const marks = [
		...(known && aged ? [`last ${agedFrom} too long ago`] : []),
		...(known && !aged && assurance !== 'none' ? [assurance] : []),
		...(state.stale ? ['stale'] : []),
		...(state.waived ? ['accepted'] : []),
	];
	const word = state.state.replace('-', ' ');
	return `${state.target} ${word}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`;
};

const supporterLine = ({control, title, strength, states}: Supporter): string => {
	const name = strength === 'related' ? control : `${control} (${strength})`;
	if (states === undefined) return `${name}: ${title}`;
	return `${name}: ${states.length === 0 ? 'no such target' : states.map(stateOf).join('; ')}`;
};

const edition = ({version, published}: FrameworkCoverage | FrameworkSummary): string =>
	`version ${version}${published === undefined ? '' : `, published ${published}`}`;

const keepTogether = (id: string): string => id.replaceAll(' ', '\u00a0');

const printCoverage = (output: Output, coverage: FrameworkCoverage, stated: boolean): void => {
	const width = widthOfPage(output);
	const {style} = output;
	const say = (text: string, indent = '', hanging = indent): void => {
		output.line(wrap(text, width, indent, hanging).replaceAll('\u00a0', ' '));
	};
	output.line(style.bold(wrap(coverage.title, width)));
	const {publisher, checked, note, newer, supported, requirements, references} = coverage;
	say(
		`${publisher}, ${edition(coverage)}.${checked === undefined ? '' : ` List checked on ${checked}.`}`,
	);
	if (note !== undefined) say(note);
	if (newer !== undefined) say(newer);
	const about = scopeWords(coverage);
	if (about !== undefined) say(about);
	output.line();
	say(
		`dbvet has controls that support ${supported} of ${requirements} requirements, by ${count(references, 'reference', 'references')}.${stated ? '' : ' No workspace here, so their states are not shown.'}`,
	);
	for (const group of coverage.groups) {
		if (group.supported.length === 0) continue;
		output.line();
		if (group.title !== undefined) output.line(style.bold(wrap(group.title, width)));
		for (const {id, title, supporters} of group.supported) {
			say(`${keepTogether(id)} ${title}`, '  ', '    ');
			for (const supporter of supporters) {
				say(supporterLine(supporter), '    - ', '      ');
				if (supporter.why !== undefined)
					output.line(style.dim(wrap(supporter.why, width, '      ')));
			}
		}
	}
	output.line();
	const left = requirements - supported;
	output.line(
		style.bold(`What dbvet does not cover: ${count(left, 'requirement', 'requirements')}`),
	);
	for (const {title, uncovered} of coverage.groups) {
		if (uncovered.length === 0) continue;
		const ids = uncovered.map(r => keepTogether(r.id)).join(', ');
		say(`${title === undefined ? '' : `${title} (${uncovered.length}): `}${ids}`, '  ', '    ');
	}
	output.line();
	say(
		'This is no statement of compliance. A control supports a requirement and does not satisfy it; whether a requirement is met, an auditor decides.',
	);
};

const printSummaries = (output: Output, summaries: readonly FrameworkSummary[]): void => {
	const width = widthOfPage(output);
	for (const summary of summaries) {
		const {id, title, requirements, supported, references, checked, cited} = summary;
		output.line(output.style.bold(id));
		output.line(wrap(`${title}, ${edition(summary)}`, width, '  '));
		const listed = checked === undefined ? '' : `; list checked on ${checked}`;
		output.line(
			wrap(
				`${count(requirements, 'requirement', 'requirements')}, ${supported} supported by ${count(references, 'reference', 'references')}${listed}${cited ? '; cited in documents' : ''}`,
				width,
				'  ',
			),
		);
	}
	output.line();
	output.line('One of them: dbvet questionnaire coverage --framework ID');
	output.line('Cite others in documents: dbvet questionnaire cite ID …');
};

const present = async (
	globals: Globals,
): Promise<{readonly project?: Project; readonly evaluation?: Evaluation}> => {
	if ((await workspaceOf(globals)) === undefined) return {};
	const project = await openProject(globals);
	return {project, evaluation: await evaluate(project, await project.store.state())};
};

/** `dbvet questionnaire coverage`: all frameworks, or one with its requirements, controls, their states, and what is not covered. */
export const printFrameworks = async (id: string | undefined, globals: Globals): Promise<void> => {
	const {project, evaluation} = await present(globals);
	const content = await (project?.wholeContent() ?? wholeContent());
	const output = processOutput(process);
	if (id === undefined) {
		const chosen = (await project?.store.state())?.settings.frameworks;
		const summaries = frameworkSummaries(content, chosen);
		if (globals.json === true) output.json({frameworks: summaries, ...leftOutJson(content)});
		else printSummaries(output, summaries);
		return;
	}
	const coverage = frameworkCoverage(content, findFramework(content, id), evaluation);
	if (globals.json === true) output.json({...coverage, ...leftOutJson(content)});
	else printCoverage(output, coverage, evaluation !== undefined);
};

/** `dbvet questionnaire cite`: the frameworks that documents refer to from now on. */
export const cite = async (ids: readonly string[] | undefined, globals: Globals): Promise<void> =>
	withProject(globals, async project => {
		const {frameworks} = await citeFrameworks(project, ids);
		const cited = citedFrameworks(await project.wholeContent(), frameworks).map(f => f.id);
		const output = processOutput(process);
		if (globals.json === true) output.json({cited});
		else output.line(wrap(`Documents refer to: ${cited.join(', ')}.`, widthOfPage(output)));
	});
