import {Box} from 'ink';
import type {ReactElement} from 'react';
import {aboutTime} from '../../../domain/effort.js';
import {plainText, wholeText} from '../../../domain/text.js';
import {answerInWords} from '../../model/choices.js';
import {askedOf, isOpen, targetOf, type Asked} from '../../model/questions.js';
import {ago} from '../../model/time.js';
import type {State} from '../../state.js';
import {texts} from '../../texts/texts.js';
import {signs} from '../../theme.js';
import {
	beside,
	blank,
	line,
	Lines,
	paragraph,
	scrolled,
	type Line,
} from '../../widgets/lines/lines.js';
import {besidesLines, choiceLines, markedValue} from './choices.js';
import {allDetails, detailLines} from './detail.js';
import {observedLines, warningLines} from './observed.js';
import {outlineLines} from './outline.js';
import {currentOf, listOf, shownOf} from './state.js';

const t = texts.question;

/** The way to what is in front, and the progress, for the header. */
export const questionsHeader = (state: State): {readonly title: Line; readonly status: Line} => {
	const all = shownOf(state.questions, state);
	const asked = currentOf(state.questions, state);
	const name = targetOf(state.snapshot, state.questions.target)?.name ?? '';
	const section = all.filter(q => q.sectionKey === asked?.sectionKey);
	const place =
		asked === undefined ? '' : `${t.place(section.indexOf(asked) + 1, section.length)} · `;
	const progress = state.snapshot.evaluation.targets.find(
		e => e.target.id === state.questions.target,
	);
	const {filter} = state.questions;
	const only = filter === 'all' ? '' : `${texts.filters.questions[filter]} · `;
	const optional = state.questions.optional ? `${t.withOptional} · ` : '';
	const {questions: open, seconds} = progress?.left ?? {questions: 0, seconds: 0};
	const answered = t.answered(progress?.answered ?? 0, progress?.asked ?? 0);
	const told =
		open === 0
			? answered
			: state.columns < 110
				? t.leftShort(open, Math.ceil(seconds / 60))
				: `${answered} · ${t.left(aboutTime(seconds))}`;
	return {
		title: [
			{text: name, tone: 'strong'},
			{text: asked === undefined ? '' : ` ${signs.into} ${asked.sectionTitle}`},
		],
		status: line(`${only}${optional}${place}${told}`, 'muted'),
	};
};

/** What somebody else answered while this was in front. */
const overtakenLines = (
	{now}: State,
	{question, evaluation: {answer}}: Asked,
	width: number,
): readonly Line[] => {
	const said =
		answer === undefined
			? t.takenAway
			: t.answeredBy(
					plainText(answerInWords(question, answer.value), 60),
					plainText(answer.by, 40),
					ago(answer.at, now),
				);
	return [
		...paragraph(`${signs.contradicted} ${t.overtaken(said)}`, width, 'warn'),
		...(answer?.note === undefined
			? []
			: paragraph(`${t.note}: ${plainText(answer.note, 300)}`, width)),
		...paragraph(t.overtakenYes, width, 'strong'),
	];
};

const askingLines = (state: State, asked: Asked, width: number): readonly Line[] => {
	const {asking} = state.questions;
	const failures = asked.control?.findings.filter(f => f.outcome === 'fail').length ?? 0;
	const clear = asking?.kind === 'clear';
	if (asking?.kind === 'overtaken') return overtakenLines(state, asked, width);
	return [
		...paragraph(
			`${signs.contradicted} ${clear ? t.clear : t.contradicts(failures)}`,
			width,
			'warn',
		),
		...paragraph(clear ? t.clearYes : t.contradictsYes, width, 'strong'),
	];
};

/** Choices at the left and what was observed beside them; below one another where there is no room. */
const answerBlock = (
	state: State,
	asked: Asked,
	width: number,
	height: number,
): readonly Line[] => {
	const twoColumns = width >= 56;
	const left = twoColumns ? Math.min(40, Math.floor(width * 0.42)) : width;
	const right = twoColumns ? width - left - 3 : width;
	const choices = choiceLines(state.questions, asked, left);
	const observed = observedLines(asked, state, right);
	const warning = warningLines(asked, markedValue(state.questions, asked), state, right);
	const room = twoColumns ? Math.max(choices.length, height) : height - choices.length - 1;
	// The warning is always in view; of what was observed only as much as fits beside it.
	const seen = [
		...scrolled(observed, Math.max(1, room - warning.length), 0, t.moreSeen),
		...warning,
	];
	return twoColumns ? beside(choices, seen, left, 3) : [...choices, blank, ...seen];
};

/** Beside both answers that do not fit each other: a person sees one of them at a time. */
const overruledLines = (asked: Asked, {snapshot}: State, width: number): readonly Line[] =>
	snapshot.evaluation.questions
		.filter(q => q.target === asked.evaluation.target)
		.flatMap(({question, overruled}) =>
			overruled !== undefined &&
			(question === asked.question.id || overruled.by === asked.question.id)
				? paragraph(`${signs.contradicted} ${wholeText(overruled.text)}`, width, 'warn')
				: [],
		);

/** What people answered without knowing of each other; saving any answer settles it. */
const versionLines = (
	{now}: State,
	{question, evaluation: {versions}}: Asked,
	width: number,
): readonly Line[] => {
	if (versions === undefined) return [];
	const said = versions.map(answer =>
		answer === null
			? t.takenAway
			: t.answeredBy(
					plainText(answerInWords(question, answer.value), 60),
					plainText(answer.by, 40),
					ago(answer.at, now),
				),
	);
	return paragraph(`${signs.contradicted} ${t.versions(said.join('; '))}`, width, 'warn');
};

const questionLines = (
	state: State,
	asked: Asked,
	width: number,
	height: number,
	details: boolean,
): readonly Line[] => {
	const {questions} = state;
	const {due, isNew} = asked.evaluation;
	const text = [
		...paragraph(wholeText(asked.question.text), Math.min(width, 96), 'strong'),
		...(isNew ? paragraph(t.isNew, width, 'warn') : []),
		...overruledLines(asked, state, width),
		...versionLines(state, asked, width),
		...(due ? [] : paragraph(t.isOptional, width, 'muted')),
	];
	const besides = besidesLines(questions, asked, state, width);
	const asking = questions.focus === 'asking' ? askingLines(state, asked, width) : undefined;
	const one = details ? detailLines(asked, questions.detail, state, width) : [];
	const below = asking ?? one;
	const airy = height >= 14;
	const gaps = airy ? 3 : 0;
	// Where a long notice leaves few rows, the choices come before the explanations.
	const least = height < 10 ? 0 : 3;
	const kept = asking === undefined ? Math.min(below.length, least) : below.length;
	const room = height - text.length - besides.length - kept - gaps;
	const block = answerBlock(state, asked, width, room).slice(0, Math.max(room, 1));
	const left = height - text.length - besides.length - block.length - gaps;
	const gap = airy ? [blank] : [];
	// Where all explanations fit, none has to be asked for.
	const every = details ? allDetails(asked, state, width) : [];
	return [
		...text,
		...gap,
		...block,
		...gap,
		...besides,
		...gap,
		...(asking === undefined && details && every.length <= left
			? every
			: scrolled(below, left, asking === undefined ? questions.scroll : 0)),
	];
};

const endLines = (state: State, width: number): readonly Line[] => {
	const all = shownOf(state.questions, state);
	const hidden = askedOf(state.snapshot, state.questions.target).length - all.length;
	if (all.length === 0 && hidden === 0) return [blank, ...paragraph(t.noQuestions, width)];
	const open = all.filter(isOpen).length;
	const next = state.snapshot.evaluation.next[0];
	const none = listOf(state.questions, state).length === 0;
	return [
		blank,
		...paragraph(none ? texts.filters.none(state.questions.filter) : t.endTitle, width, 'strong'),
		blank,
		...paragraph(open === 0 ? t.endNone : t.endOpen(open), width),
		...(hidden === 0 ? [] : [blank, ...paragraph(t.endOptional(hidden), width)]),
		...(next === undefined
			? []
			: [blank, ...paragraph(`${t.endNext} ${wholeText(next.text)}`, width)]),
	];
};

type Props = {readonly state: State; readonly width: number; readonly height: number};

/** One question at a time: the list at its left and the explanations at its right where there is room. */
export const QuestionsScreen = ({state, width, height}: Props): ReactElement => {
	const {questions} = state;
	const asked = currentOf(questions, state);
	const list = listOf(questions, state);
	const all = shownOf(questions, state);
	const inOutline = questions.focus === 'outline';
	const outlineWidth =
		width < 108 ? (inOutline ? width : 0) : Math.min(46, Math.floor(width * 0.3));
	const detailWidth =
		width >= 170 && asked !== undefined ? Math.min(70, Math.floor(width * 0.33)) : 0;
	const gap = 3;
	const middle =
		width - (outlineWidth > 0 ? outlineWidth + gap : 0) - (detailWidth > 0 ? detailWidth + gap : 0);
	const marked = inOutline ? questions.outline : questions.question;
	const main =
		asked === undefined
			? endLines(state, middle)
			: questionLines(state, asked, middle, height, detailWidth === 0);
	return (
		<Box width={width} height={height} columnGap={gap}>
			{outlineWidth > 0 && (
				<Lines
					lines={outlineLines(
						list,
						all,
						marked,
						outlineWidth,
						height,
						inOutline,
						texts.filters.none(questions.filter),
					)}
					width={outlineWidth}
					height={height}
				/>
			)}
			{middle >= 30 && <Lines lines={main} width={middle} height={height} />}
			{detailWidth > 0 && asked !== undefined && (
				<Lines
					lines={scrolled(allDetails(asked, state, detailWidth), height, questions.scroll)}
					width={detailWidth}
					height={height}
				/>
			)}
		</Box>
	);
};
