import {relative} from 'node:path';
import {controlsOf, questionsOf} from '../../domain/content-parts.js';
import {count} from '../../domain/count.js';
import {exitCode} from '../../domain/errors.js';
import type {Content} from '../../domain/content.js';
import type {Question} from '../../domain/question.js';
import {lintContent, lintWorkspace, loadContent} from '../../questionnaires/index.js';
import {frameworkCoverage} from '../../services/framework-coverage.js';
import {findWorkspace} from '../../store/index.js';
import {known, wholeContent, workspaceOf} from '../compose.js';
import {leftOutJson, noteLeftOut} from '../left-out.js';
import {processOutput} from '../output.js';
import type {Globals} from '../globals.js';

/** The shipped content with the overrides of the workspace, where there is one. */
export const presentContent = async (globals: Globals): Promise<Content> => {
	const base = await wholeContent();
	const root = await workspaceOf(globals);
	if (root === undefined) return base;
	const content = await loadContent(base, root, known);
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
				requirements: frameworkCoverage(content, f).requirements,
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

/** Returns exit code 2 when there are errors. */
export const lint = async (root: string, globals: Globals): Promise<number> => {
	const isWorkspace = (await findWorkspace(root)) === root;
	const problems = isWorkspace
		? await lintWorkspace(await known(), root)
		: await lintContent(root, await known());
	const errors = problems.filter(problem => problem.severity === 'error').length;
	const output = processOutput(process);
	if (globals.json === true) output.json({problems});
	else {
		for (const {file, line, column, severity, message} of problems) {
			output.line(
				`${relative(process.cwd(), file) || file}:${line}:${column} ${severity}: ${message}`,
			);
		}
		output.line(
			`${count(errors, 'error', 'errors')}, ${count(problems.length - errors, 'warning', 'warnings')}.`,
		);
	}
	return errors > 0 ? exitCode.usage : exitCode.done;
};
