import type {ReactElement} from 'react';
import {plainText, wholeText} from '../../../domain/text.js';
import {cells, fit, wrap} from '../../cells.js';
import type {DocumentInfo} from '../../../services/workbench.js';
import type {State} from '../../state.js';
import {texts} from '../../texts/texts.js';
import {signs, spinnerAt} from '../../theme.js';
import {blank, line, Lines, paragraph, type Line} from '../../widgets/lines/lines.js';
import {clamp} from '../../widgets/list/state.js';
import {chosenDocuments, formats} from './state.js';

const t = texts.documents;

const box = (on: boolean): string => (on ? '[x] ' : '[ ] ');

const documentLines = (
	state: State,
	documents: readonly DocumentInfo[],
	cursor: number,
	width: number,
): readonly Line[] => {
	const chosen = chosenDocuments(state.documentsScreen, state);
	const names = Math.min(36, Math.max(10, ...documents.map(d => cells(d.title))) + 2);
	return documents.flatMap((document, at) => {
		const marked = at === cursor;
		const indent = 6 + names;
		return wrap(wholeText(document.summary), Math.max(20, width - indent)).map(
			(text, row): Line => {
				if (row > 0) return [{text: ' '.repeat(indent)}, {text, tone: 'muted'}];
				return [
					{text: marked ? `${signs.cursor} ` : '  ', tone: 'focus'},
					{text: box(chosen.includes(document.id))},
					{text: fit(document.title, names), tone: marked ? 'strong' : 'plain'},
					{text, tone: 'muted'},
				];
			},
		);
	});
};

/** Names by the folder that they lie in: a folder said once leaves room for all of them on a small screen. */
const byFolder = (paths: readonly string[]): readonly (readonly [string, readonly string[]])[] => {
	const folders = new Map<string, string[]>();
	for (const path of paths) {
		const end = path.lastIndexOf('/') + 1;
		const names = folders.get(path.slice(0, end)) ?? [];
		folders.set(path.slice(0, end), [...names, path.slice(end)]);
	}
	return [...folders];
};

const resultLines = (state: State, width: number): readonly Line[] => {
	const {writing, written, trouble} = state.documentsScreen;
	if (writing) return paragraph(`${spinnerAt(state.now)} ${t.writing}`, width, 'strong');
	if (trouble !== undefined) {
		return [
			...paragraph(`${signs.fail} ${wholeText(trouble.message)}`, width, 'bad'),
			...trouble.next.flatMap(text => paragraph(wholeText(text), width, 'plain', 2)),
		];
	}
	if (written !== undefined) {
		return [
			...paragraph(`${signs.pass} ${t.written(written.length)}`, width, 'good'),
			...byFolder(written).flatMap(([folder, names]) => [
				...paragraph(wholeText(folder), width, 'plain', 2),
				...paragraph(names.map(wholeText).join(', '), width, 'muted', 4),
			]),
		];
	}
	return state.documentsDir === undefined
		? []
		: paragraph(t.into(plainText(state.documentsDir)), width, 'muted');
};

type Props = {readonly state: State; readonly width: number; readonly height: number};

/** Which documents in which formats, and where they were written. */
export const DocumentsScreen = ({state, width, height}: Props): ReactElement => {
	const {documents} = state;
	if (documents === undefined || documents.length === 0) {
		const told =
			documents === undefined && state.documentsScreen.trouble === undefined
				? paragraph(t.loading, width, 'muted')
				: documents === undefined
					? resultLines(state, width)
					: paragraph(t.none, width);
		return <Lines lines={[blank, ...told]} width={width} height={height} />;
	}
	const cursor = clamp(state.documentsScreen.cursor, documents.length + formats.length);
	const choice = formats.map((format, at): Line => {
		const marked = cursor === documents.length + at;
		return [
			{text: marked ? `${signs.cursor} ` : '  ', tone: 'focus'},
			{text: box(state.documentsScreen.formats.includes(format))},
			{text: t.formats[format], tone: marked ? 'strong' : 'plain'},
		];
	});
	return (
		<Lines
			lines={[
				blank,
				line(t.which),
				blank,
				...documentLines(state, documents, cursor, width),
				blank,
				line(t.formatsTitle, 'muted'),
				...choice,
				blank,
				...resultLines(state, width),
			]}
			width={width}
			height={height}
		/>
	);
};
