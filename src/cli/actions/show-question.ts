import {allowedAnswers} from '../../questionnaires/index.js';
import {controlsOf} from '../../domain/content-parts.js';
import type {Content} from '../../domain/content.js';
import {aboutTime, secondsFor} from '../../domain/effort.js';
import {UserError} from '../../domain/errors.js';
import {limitWords} from '../../domain/limit-words.js';
import {platforms} from '../../domain/options.js';
import type {Question} from '../../domain/question.js';
import {nearest} from '../../domain/suggest.js';
import {profileLabel} from '../../domain/own-profile.js';
import {plainText} from '../../domain/text.js';
import {platformTexts} from '../../domain/text-for.js';
import {evaluate} from '../../services/project.js';
import {openProject, shippedChecks, workspaceOf} from '../compose.js';
import {leftOutJson} from '../left-out.js';
import {processOutput, wrap, type Output} from '../output.js';
import type {Globals} from '../globals.js';
import {presentContent} from './questionnaire.js';

/** Names by what they share, for example the profiles that have the same limit. */
const shared = (pairs: readonly (readonly [name: string, limit: string])[]): readonly string[] => {
	const names = new Map<string, string[]>();
	for (const [name, limit] of pairs) names.set(limit, [...(names.get(limit) ?? []), name]);
	return names.size === 1
		? [...names.keys()]
		: [...names].map(([limit, all]) => `${limit} (${all.join(', ')})`);
};

/** The limits in force: of each target that is asked, or of each profile where nothing is asked yet. */
const limitLines = async (
	question: Question,
	content: Content,
	globals: Globals,
): Promise<readonly string[]> => {
	if (limitWords(question, {}) === undefined) return [];
	if ((await workspaceOf(globals)) !== undefined) {
		// What the store and the content have to tell was told when the content was loaded.
		const project = await openProject(globals, () => undefined);
		const {questions, targets} = await evaluate(project, await project.store.state());
		const names = new Map(targets.map(({target}) => [target.id, plainText(target.name, 60)]));
		const inForce = questions.flatMap(({question: id, target, limit}) =>
			id === question.id && limit !== undefined
				? [[names.get(target) ?? target, limit] as const]
				: [],
		);
		if (inForce.length > 0) return shared(inForce);
	}
	return shared(
		content.profiles.map(({id, thresholds}) => [
			profileLabel(content, id),
			limitWords(question, thresholds) ?? '',
		]),
	);
};

const answerParts = (
	question: Question,
	limits: readonly string[],
	output: Output,
	width: number,
): void => {
	const {answer} = question;
	output.line();
	output.line(output.style.bold(`Allowed answers, ${aboutTime(secondsFor([question]))}`));
	output.line(wrap(allowedAnswers(question), width, '  '));
	if (answer.kind === 'choice')
		for (const {id, label} of answer.options) output.line(wrap(`${id}: ${label}`, width, '    '));
	for (const limit of limits) output.line(wrap(`Counts as ${limit}`, width, '    '));
};

const askedBy = (content: Content, control: string, output: Output, width: number): void => {
	for (const {id, text, followUp, control: of} of content.questionnaires.flatMap(q => q.questions))
		if (of === control && !followUp)
			output.line(wrap(`asked by ${id}: ${text}`, width, '  ', '    '));
};

/** Prints a question as it will be asked, and the control behind it; or a control alone. */
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
	const limits = question === undefined ? [] : await limitLines(question, content, globals);
	if (globals.json === true) {
		output.json({question, control, limits, ...leftOutJson(content)});
		return;
	}
	const width = Math.min(output.columns, 100);
	let first = true;
	const part = (title: string, text: string | undefined): void => {
		if (text === undefined) return;
		if (!first) output.line();
		first = false;
		output.line(output.style.bold(title));
		output.line(wrap(text, width, '  '));
	};
	if (question !== undefined) {
		output.line(output.style.bold(question.text));
		first = false;
		part('Why it matters', question.why);
		part('How to find out', question.how.all);
		for (const {names, text} of platformTexts(question.how, platforms))
			if (text !== question.how.all) part(`On ${names}`, text);
		part('What convinces an auditor', question.evidence);
		part('Red flags', question.redFlags);
		answerParts(question, limits, output, width);
		for (const [value, meaning] of Object.entries(question.meaning))
			part(`Answer ${value}`, meaning);
		const {remediation} = question;
		if (remediation !== undefined)
			part(`If it falls short (${remediation.effort})`, remediation.text);
	}
	if (control === undefined) return;
	part(
		'Control',
		`${control.id}: ${control.title} (${control.severity}; ${control.requirements.join(', ')})`,
	);
	if (question === undefined) askedBy(content, control.id, output, width);
	const known = new Set(shippedChecks().map(check => check.id));
	for (const {check, role} of control.checks) {
		output.line(`  ${role}: ${check}${known.has(check) ? '' : ' (planned)'}`);
	}
	for (const reference of control.references) {
		output.line(`  supports ${reference.framework} ${reference.id} (${reference.strength})`);
	}
};
