import type {ReactElement} from 'react';
import type {ConflictVersion} from '../../../domain/open-conflict.js';
import {plainText, wholeText} from '../../../domain/text.js';
import {fit} from '../../cells.js';
import {texts} from '../../texts/texts.js';
import {signs} from '../../theme.js';
import {blank, line, Lines, paragraph, type Line} from '../lines/lines.js';
import {fieldLines} from '../text-field/text-field.js';
import {decisions, partsOf, type FieldName, type FormState} from './state.js';

const t = texts.form;
const labelCells = 15;

const choiceLines = (text: string, on: boolean, form: FormState, width: number): readonly Line[] =>
	paragraph(text, width - 6).map((l, row): Line => [
		{
			text:
				row > 0
					? ' '.repeat(6)
					: `${on && form.focus === 'decision' ? signs.cursor : ' '} ${on ? '(x)' : '( )'} `,
			tone: on ? 'focus' : 'plain',
		},
		...l,
	]);

const versionText = ({text, by, at, note}: ConflictVersion): string =>
	wholeText(t.version(text, by.join(', '), at.slice(0, 16).replace('T', ' '), note));

const decisionLines = (form: FormState, width: number): readonly Line[] =>
	form.purpose.kind === 'choose'
		? form.purpose.conflict.versions.flatMap((version, at) =>
				choiceLines(versionText(version), form.version === at, form, width),
			)
		: decisions.flatMap(decision =>
				choiceLines(t.choices[decision], form.decision === decision, form, width),
			);

const partLines = (form: FormState, field: FieldName, width: number): readonly Line[] => {
	const active = form.focus === field;
	const text = fieldLines(form.fields[field], width - labelCells, active, 3);
	const problem = form.problem?.field === field ? form.problem.text : undefined;
	const hint = problem ?? (active ? t.hints[field] : undefined);
	return [
		...text.map((l, row): Line => [
			{
				text:
					row === 0
						? `${active ? signs.cursor : ' '} ${fit(t.fields[field], labelCells - 2)}`
						: ' '.repeat(labelCells),
				tone: active ? 'focus' : 'muted',
			},
			...l,
		]),
		...(hint === undefined
			? []
			: paragraph(
					problem === undefined ? hint : `${signs.fail} ${hint}`,
					width,
					problem === undefined ? 'muted' : 'bad',
					labelCells,
				)),
	];
};

const aboutLines = (form: FormState, width: number): readonly Line[] => {
	const {purpose} = form;
	if (purpose.kind === 'resolve') return paragraph(plainText(purpose.text, 1_000), width);
	if (purpose.kind === 'choose') {
		const {targetName, title, meanwhile} = purpose.conflict;
		const place = targetName === undefined ? '' : `${targetName}: `;
		return [
			...paragraph(wholeText(`${place}${title}`), width, 'strong'),
			...paragraph(meanwhile, width, 'muted'),
		];
	}
	const object = purpose.object === undefined ? '' : `: ${plainText(purpose.object)}`;
	return paragraph(`${plainText(purpose.title)}${object} (${purpose.severity})`, width);
};

const footnote = ({purpose, decision}: FormState): string => {
	switch (purpose.kind) {
		case 'waive':
			return t.note;
		case 'choose':
			return t.chooseNote;
		case 'resolve':
			return decision === 'take-observation' ? t.takeNote : '';
	}
};

type Props = {readonly form: FormState; readonly width: number; readonly height: number};

/** A form in place of the screen: what it is about, its fields, and what is wrong or under way. */
export const Form = ({form, width: full, height}: Props): ReactElement => {
	const width = Math.min(full, 100);
	const status: readonly Line[] = form.saving
		? [blank, line(t.saving, 'strong')]
		: form.trouble === undefined
			? [blank, ...paragraph(footnote(form), width, 'muted')]
			: [
					blank,
					...[form.trouble.message, ...form.trouble.next].flatMap((text, at) =>
						paragraph(
							at === 0 ? `${signs.fail} ${wholeText(text)}` : wholeText(text),
							width,
							at === 0 ? 'bad' : 'plain',
							at === 0 ? 0 : 2,
						),
					),
				];
	return (
		<Lines
			lines={[
				blank,
				...aboutLines(form, width),
				blank,
				...partsOf(form).flatMap(part =>
					part === 'decision' ? decisionLines(form, width) : partLines(form, part, width),
				),
				...status,
			]}
			width={full}
			height={height}
		/>
	);
};
