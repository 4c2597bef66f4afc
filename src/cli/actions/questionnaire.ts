import {relative} from 'node:path';
import {controlsOf, questionsOf} from '../../domain/content-parts.js';
import {exitCode, UserError} from '../../domain/errors.js';
import {nearest} from '../../domain/suggest.js';
import {platformTexts} from '../../domain/text-for.js';
import {platforms} from '../../domain/options.js';
import type {Content} from '../../domain/content.js';
import type {Question} from '../../domain/question.js';
import {lintContent, lintWorkspace, loadContent} from '../../questionnaires/index.js';
import {findWorkspace} from '../../store/index.js';
import {plannedChecks, shippedChecks, wholeContent, workspaceOf} from '../compose.js';
import {leftOutJson, noteLeftOut} from '../left-out.js';
import {processOutput, wrap} from '../output.js';
import type {Globals} from '../globals.js';

/** The shipped content with the overrides of the workspace, where there is one. */
export const presentContent = async (globals: Globals): Promise<Content> => {
	const base = await wholeContent();
	const root = await workspaceOf(globals);
	if (root === undefined) return base;
	const content = await loadContent(base, root);
	noteLeftOut(content, root);
	return content;
};

/** False for what is derived from `partly.yaml`, which would fill most of the list. */
const isWritten = ({derived}: Question): boolean => derived !== true;

export const listQuestions = async (globals: Globals): Promise<void> => {
	const content = await presentContent(globals);
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({
			questions: content.questionnaires.flatMap(q =>
				q.questions.map(question => ({questionnaire: q.id, kind: q.kind, ...question})),
			),
			controls: controlsOf(content),
			frameworks: content.frameworks.map(f => ({
				id: f.id,
				title: f.title,
				requirements: f.requirements.length,
			})),
			...leftOutJson(content),
		});
		return;
	}
	for (const questionnaire of content.questionnaires) {
		output.line(output.style.bold(`${questionnaire.title} (${questionnaire.kind})`));
		output.table(questionnaire.questions.filter(isWritten).map(q => [`  ${q.id}`, q.text]));
		output.line();
	}
	const all = questionsOf(content);
	const own = all.filter(isWritten);
	output.line(`${own.length} questions over ${controlsOf(content).length} controls.`);
	if (all.length > own.length)
		output.line(
			`After an answer that means "partly" come what makes up for the missing part, who answers for it and until when: ${all.length - own.length} follow-ups more, such as ${all.find(q => !isWritten(q))?.id ?? ''}.`,
		);
};

export const showQuestion = async (id: string, globals: Globals): Promise<void> => {
	const content = await presentContent(globals);
	const output = processOutput(process);
	const all = content.questionnaires.flatMap(q => q.questions);
	const question = all.find(q => q.id === id);
	const control = controlsOf(content).find(c => c.id === (question?.control ?? id));
	if (question === undefined && control === undefined) {
		const near = nearest(id, [...all.map(q => q.id), ...controlsOf(content).map(c => c.id)]);
		throw new UserError(`There is no question or control ${JSON.stringify(id)}.`, [
			near === undefined ? 'List them with: dbvet questionnaire list' : `Did you mean ${near}?`,
		]);
	}
	if (globals.json === true) {
		output.json({question, control, ...leftOutJson(content)});
		return;
	}
	const width = Math.min(output.columns, 100);
	const part = (title: string, text: string | undefined): void => {
		if (text === undefined) return;
		output.line();
		output.line(output.style.bold(title));
		output.line(wrap(text, width, '  '));
	};
	if (question !== undefined) {
		output.line(output.style.bold(question.text));
		part('Why it matters', question.why);
		part('How to find out', question.how.all);
		for (const {names, text} of platformTexts(question.how, platforms))
			if (text !== question.how.all) part(`On ${names}`, text);
		part('What convinces an auditor', question.evidence);
		part('Red flags', question.redFlags);
		for (const [value, meaning] of Object.entries(question.meaning))
			part(`Answer ${value}`, meaning);
		part('If it falls short', question.remediation?.text);
	}
	if (control === undefined) return;
	part(
		'Control',
		`${control.id}: ${control.title} (${control.severity}; ${control.requirements.join(', ')})`,
	);
	const known = new Set((await shippedChecks()).map(check => check.id));
	for (const {check, role} of control.checks) {
		output.line(`  ${role}: ${check}${known.has(check) ? '' : ' (planned)'}`);
	}
	for (const reference of control.references) {
		output.line(`  supports ${reference.framework} ${reference.id} (${reference.strength})`);
	}
};

/** Returns exit code 2 when there are errors. */
export const lint = async (root: string, globals: Globals): Promise<number> => {
	const checks = (await shippedChecks()).map(check => check.id);
	const options = {checks, planned: await plannedChecks()};
	const isWorkspace = (await findWorkspace(root)) === root;
	const problems = isWorkspace
		? await lintWorkspace(await wholeContent(), root, options)
		: await lintContent(root, options);
	const errors = problems.filter(problem => problem.severity === 'error').length;
	const output = processOutput(process);
	if (globals.json === true) output.json({problems});
	else {
		for (const {file, line, column, severity, message} of problems) {
			output.line(
				`${relative(process.cwd(), file) || file}:${line}:${column} ${severity}: ${message}`,
			);
		}
		output.line(`${errors} errors, ${problems.length - errors} warnings.`);
	}
	return errors > 0 ? exitCode.usage : exitCode.done;
};
