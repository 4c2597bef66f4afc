import type {Answer} from '../domain/answer.js';
import type {Content} from '../domain/content.js';
import {aboutTime, secondsFor} from '../domain/effort.js';
import type {Evaluation, QuestionEvaluation} from '../domain/evaluation.js';
import {bearingPlatforms} from '../domain/bearing-platforms.js';
import type {Platform} from '../domain/platform.js';
import {leftOutSentence} from '../domain/left-out.js';
import {textsFor} from '../domain/text-for.js';
import type {Question} from '../domain/question.js';
import {wholeText} from '../domain/text.js';
import {allowedAnswers} from './answer-value.js';

type Blank = {
	readonly content: Content;
	readonly evaluation: Evaluation;
	/** Also questions that the profile does not want answered. */
	readonly all?: boolean;
	/** What was answered before a workspace was rolled forward, by `target/question`. */
	readonly suggestions?: Readonly<Record<string, Pick<Answer, 'value' | 'by' | 'at'>>> | undefined;
};

const width = 100;

/** A comment of several lines; the first begins with `head`, the others stand below it. */
const comment = (head: string, text: string): readonly string[] => {
	const lines: string[] = [];
	let line = head;
	for (const word of wholeText(text).split(/\s+/)) {
		if (line.length + word.length + 7 > width && line.trim() !== '') {
			lines.push(line);
			line = ' '.repeat(head.length);
		}
		line = line.trim() === '' || line === head ? `${line}${word}` : `${line} ${word}`;
	}
	return [...lines, line].map(l => `    # ${l}`.trimEnd());
};

/** What each allowed value stands for, where the value alone does not say it. */
const optionLines = ({answer}: Question): readonly string[] =>
	answer.kind === 'choice'
		? answer.options.flatMap(({id, label}) => comment('    ', `${id}: ${label}`))
		: [];

const entry = (
	question: Question,
	{answer, due, isNew, limit}: QuestionEvaluation,
	platforms: readonly Platform[],
	last: Pick<Answer, 'value' | 'by' | 'at'> | undefined,
): readonly string[] => [
	'',
	...comment('', question.text),
	...(due ? [] : comment('  ', 'Optional: the profile does not ask for it.')),
	...(isNew ? comment('  ', 'New since the questions were updated.') : []),
	...comment('  Why: ', question.why),
	...textsFor(question.how, platforms).flatMap((text, at) =>
		comment(at === 0 ? '  How: ' : '       ', text),
	),
	...(question.evidence === undefined ? [] : comment('  Evidence: ', question.evidence)),
	...comment('  Allowed: ', allowedAnswers(question)),
	...(limit === undefined ? [] : comment('  Counts as ', limit)),
	...optionLines(question),
	...(answer === undefined ? [] : comment('  Now: ', String(answer.value))),
	...(answer !== undefined || last === undefined
		? []
		: comment('  Last time: ', `${String(last.value)} (${last.by}, ${last.at.slice(0, 10)})`)),
	`    ${question.id}:`,
];

/** Who fills this in must know that questions may be missing. */
const lacking = ({leftOut = []}: Content): readonly string[] =>
	leftOut.length === 0
		? []
		: [
				`# Questions may be missing here. ${leftOutSentence(leftOut)}`,
				...leftOut.map(({file}) => `#   ${wholeText(file)}`),
			];

/**
 * An answers file to mail, fill in and take back: every question that is due, scoping first, with why it matters, how to
 * find out, what it accepts and the answer it has now as comments. Values are left empty, so that reading the file back
 * unchanged records nothing. Returns YAML text that ends with a line break.
 */
export const blankAnswers = ({content, evaluation, all = false, suggestions}: Blank): string => {
	const questions = new Map(
		content.questionnaires.flatMap(q => q.questions).map(question => [question.id, question]),
	);
	const targets = evaluation.targets.map(({target}) => target);
	const groups = evaluation.targets
		.filter(({target}) => target.retiredAt === undefined)
		.map(({target}) => ({
			target,
			items: evaluation.questions.flatMap(item => {
				const question = questions.get(item.question);
				const wanted = item.target === target.id && (all ? item.asked : item.due);
				return wanted && question !== undefined ? [{question, item}] : [];
			}),
		}))
		.filter(({items}) => items.length > 0);
	const name = wholeText(evaluation.organisation);
	if (groups.length === 0)
		return [`# ${name}: no question is asked here.`, ...lacking(content), 'targets: {}', ''].join(
			'\n',
		);
	const open = groups.flatMap(g => g.items).filter(({item}) => item.answer === undefined);
	const time = aboutTime(secondsFor(open.map(o => o.question)));
	return [
		open.length === 0
			? `# ${name}: nothing is left to answer. The questions stand here with the answers that they have, to look through again.`
			: `# ${name}: ${open.length} ${open.length === 1 ? 'question' : 'questions'} without an answer, ${time}.`,
		'# Write each answer behind its colon, in one of the allowed forms. Leave empty what is not known yet.',
		'# With a note:  question-id: {value: partly, note: "the pooler is missing"}',
		'# Some answers bring further questions: read the file back, and ask for a new one.',
		...lacking(content),
		'targets:',
		...groups.flatMap(({target, items}) => [
			// A target may be called "1.5" or "yes"; in quotes it stays a name.
			`  ${JSON.stringify(target.name)}:`,
			...items.flatMap(({question, item}) =>
				entry(
					question,
					item,
					bearingPlatforms(target, targets),
					suggestions?.[`${target.id}/${question.id}`],
				),
			),
		]),
		'',
	].join('\n');
};
