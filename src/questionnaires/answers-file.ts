import type {AnswerValue} from '../domain/answer.js';
import type {Content} from '../domain/content.js';
import {exitCode, UserError} from '../domain/errors.js';
import type {Question} from '../domain/question.js';
import type {Target, TargetKind} from '../domain/target.js';
import type {WorkspaceState} from '../domain/workspace.js';
import {isGroup, readEntry, unknownKeys, type Reporter} from './answer-entry.js';
import {error, fileLine, problemsError, type Place, type Problem} from './problem.js';
import {readText} from './read-text.js';
import {didYouMean} from './suggest.js';
import {gluedKey, missingSpace} from './yaml-slips.js';
import {parseYaml, type Path} from './yaml-source.js';

/** One answer of an answers file; `target` is the immutable id. */
export type FileAnswer = {
	readonly target: string;
	readonly question: string;
	readonly value: AnswerValue;
	readonly note?: string;
};

/** What an answers file is read against. */
type AnswersContext = {
	readonly content: Content;
	readonly state: WorkspaceState;
	/** ISO instant: a day that has not come yet is no answer to a question about the past. */
	readonly now: string;
};

type Asked = {readonly question: Question; readonly kind: TargetKind};

const findTarget = (
	{no}: Reporter,
	key: string,
	targets: readonly Target[],
	path: Path,
): Target | undefined => {
	const found = targets.find(t => t.name === key && t.retiredAt === undefined);
	const byId = targets.find(t => t.id === key);
	const target = found ?? byId ?? targets.find(t => t.name === key);
	if (target === undefined) {
		const names = targets.filter(t => t.retiredAt === undefined).map(t => t.name);
		const list = names.length === 0 ? 'none are recorded yet' : names.join(', ');
		no(path, `there is no target "${key}"; targets: ${list}${didYouMean(key, names)}`, 'key');
		return undefined;
	}
	if (target.retiredAt === undefined) return target;
	no(path, `the target "${key}" is retired and takes no answers`, 'key');
	return undefined;
};

const findQuestion = (
	{no}: Reporter,
	key: string,
	target: Target,
	asked: ReadonlyMap<string, Asked>,
	path: Path,
): Asked | undefined => {
	const glued = gluedKey(key);
	if (glued !== undefined && asked.has(glued)) {
		no(path, `${missingSpace} in "${key}"`, 'key');
		return undefined;
	}
	const found = asked.get(key);
	if (found?.kind === target.kind) return found;
	if (found !== undefined) {
		const message = `"${key}" is asked of ${found.kind} targets, and ${target.name} is of kind ${target.kind}`;
		no(path, message, 'key');
		return undefined;
	}
	const fitting = [...asked].filter(([, a]) => a.kind === target.kind).map(([id]) => id);
	no(path, `there is no question "${key}"${didYouMean(key, fitting)}`, 'key');
	return undefined;
};

const readAll = (
	report: Reporter & {readonly at: (place: Place, message: string) => void},
	asked: ReadonlyMap<string, Asked>,
	targets: readonly Target[],
): readonly FileAnswer[] => {
	const {source, no} = report;
	if (!isGroup(source.data)) {
		no([], 'expected the key "targets" with the name of each target under it');
		return [];
	}
	const groups = source.data.targets;
	const outside = Object.keys(source.data).filter(key => targets.some(t => t.name === key));
	outside.forEach(key => no([key], `indent the target "${key}" further than "targets"`, 'key'));
	if (outside.length > 0) return [];
	unknownKeys(report, source.data, [], ['targets']);
	if (!isGroup(groups)) {
		no(['targets'], 'targets: expected the name of each target with its answers under it');
		return [];
	}
	const seen = new Set<string>();
	return Object.entries(groups).flatMap(([name, answers]) => {
		const path = ['targets', name];
		if (asked.has(name) && !targets.some(t => t.name === name)) {
			no(path, `"${name}" is a question; indent it further than the name of its target`, 'key');
			return [];
		}
		const target = findTarget(report, name, targets, path);
		if (target === undefined || answers === null) return [];
		if (seen.has(target.id)) no(path, `the target ${target.name} stands here twice`, 'key');
		seen.add(target.id);
		if (!isGroup(answers)) {
			const glued = source.gluedPlaces(path);
			glued.forEach(place => report.at(place, missingSpace));
			if (glued.length === 0)
				no(path, `${name}: expected question ids with their answers, as in "some-question: yes"`);
			return [];
		}
		return Object.entries(answers).flatMap(([key, given]) => {
			const at = [...path, key];
			const question = findQuestion(report, key, target, asked, at);
			const answer = question && readEntry(report, question.question, given, at);
			return answer === undefined ? [] : [{target: target.id, question: key, ...answer}];
		});
	});
};

const next = ['Nothing was recorded. Mend these places and run the command again.'];

/**
 * Reads the answers file at a path, which must be UTF-8 text of at most 2 MiB, and parses it as parseAnswers does. A file
 * that cannot be read is a UserError as well.
 */
export const readAnswers = async (
	path: string,
	context: AnswersContext,
): Promise<readonly FileAnswer[]> => {
	const read = await readText(path, path);
	if (!read.ok) throw new UserError(fileLine(read.problem), next, exitCode.unfinished);
	return parseAnswers(read.text, path, context);
};

/**
 * Reads an answers file: `targets: {prod: {some-question: yes, another: {value: 35, note: …}}}`, by the name or the id of
 * each target. An empty value leaves its question open. Throws one UserError that lists everything that is wrong as
 * `file:line:column`, with what is allowed; then no answer is returned.
 */
export const parseAnswers = (
	text: string,
	fileName: string,
	{content, state, now}: AnswersContext,
): readonly FileAnswer[] => {
	const parsed = parseYaml(text.replace(/^\ufeff/, ''), fileName);
	if (!parsed.ok) throw problemsError('the answers', parsed.problems, next);
	const problems: Problem[] = [];
	const asked = new Map(
		content.questionnaires.flatMap(({kind, questions}) =>
			questions.map(question => [question.id, {question, kind}] as const),
		),
	);
	const targets = Object.values(state.targets).toSorted((a, b) => (a.name < b.name ? -1 : 1));
	const answers = readAll(
		{
			source: parsed.source,
			now,
			isQuestion: word => asked.has(word),
			at: (place, message) => problems.push(error(place, message)),
			no: (path, message, what) => problems.push(error(parsed.source.place(path, what), message)),
		},
		asked,
		targets,
	);
	if (problems.length > 0) throw problemsError('the answers', problems, next);
	return answers;
};
