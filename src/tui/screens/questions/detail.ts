import {acceptedKinds, strengthWords} from '../../../domain/evidence-kinds.js';
import {bearingPlatforms} from '../../../domain/bearing-platforms.js';
import {textsFor} from '../../../domain/text-for.js';
import type {World} from '../../messages.js';
import {choicesOf} from '../../model/choices.js';
import {targetOf, type Asked} from '../../model/questions.js';
import {texts} from '../../texts/texts.js';
import {blank, line, paragraph, type Line} from '../../widgets/lines/lines.js';
import type {Detail} from './state.js';

const t = texts.question;

/** Texts are read best in lines of at most so many cells. */
const readable = 96;

const meaningLines = ({question}: Asked, width: number): readonly Line[] => {
	const labels = new Map(
		choicesOf(question).flatMap(c => (c.kind === 'value' ? [[c.value, c.label]] : [])),
	);
	return Object.entries(question.meaning).flatMap(([value, meaning]) =>
		paragraph(`${labels.get(value) ?? value}: ${meaning}`, width),
	);
};

/** The kinds of proof that the control accepts, with strength and freshness. */
const kindLines = ({control}: Asked, {snapshot}: World, width: number): readonly Line[] =>
	control === undefined
		? []
		: acceptedKinds(control.definition, snapshot.content.evidenceKinds).flatMap(kind =>
				paragraph(t.kind(kind.title, strengthWords[kind.strength], kind.validDays), width, 'muted'),
			);

const body = (asked: Asked, detail: Detail, world: World, width: number): readonly Line[] => {
	const {question} = asked;
	const {snapshot} = world;
	const target = targetOf(snapshot, asked.evaluation.target);
	const platforms =
		target === undefined ? [] : bearingPlatforms(target, Object.values(snapshot.state.targets));
	switch (detail) {
		case 'why':
			return paragraph(question.why, width);
		case 'how':
			return [
				...textsFor(question.how, platforms).flatMap(text => paragraph(text, width)),
				...(question.remediation === undefined
					? []
					: paragraph(
							`${t.fallsShort(question.remediation.effort)} ${question.remediation.text}`,
							width,
							'muted',
						)),
			];
		case 'evidence':
			return [
				...(question.evidence === undefined ? [] : paragraph(question.evidence, width)),
				...kindLines(asked, world, width),
				...(question.redFlags === undefined
					? []
					: paragraph(`${t.redFlags} ${question.redFlags}`, width, 'warn')),
			];
		case 'meaning':
			return meaningLines(asked, width);
	}
};

/** One of the texts that explain a question, under its heading. */
export const detailLines = (
	asked: Asked,
	detail: Detail,
	world: World,
	width: number,
): readonly Line[] => {
	const lines = body(asked, detail, world, Math.min(width, readable));
	return [
		line(t.details[detail], 'strong'),
		...(lines.length === 0 ? [line(t.noDetail, 'muted')] : lines),
	];
};

/** All texts that explain a question, one below the other, for a window with room. */
export const allDetails = (asked: Asked, world: World, width: number): readonly Line[] =>
	(['why', 'how', 'evidence', 'meaning'] as const)
		.filter(d => body(asked, d, world, width).length > 0)
		.flatMap((d, at) => [...(at === 0 ? [] : [blank]), ...detailLines(asked, d, world, width)]);
