import {stat} from 'node:fs/promises';
import {basename, join, relative, resolve} from 'node:path';
import {count} from '../../domain/count.js';
import {UserError} from '../../domain/errors.js';
import type {DocumentFormat} from '../../domain/ports.js';
import {renderDocuments, type WrittenDocuments} from '../../services/render-documents.js';
import {lostEvidenceNotes} from '../../services/lost-evidence.js';
import {lostRunNotes} from '../../services/lost-run-notes.js';
import {otherLimitNotes} from '../../services/other-limit-notes.js';
import {evaluate, type Project} from '../../services/project.js';
import {leftOutJson} from '../left-out.js';
import {processOutput} from '../output.js';
import type {Globals} from '../globals.js';

export type RenderOptions = {
	readonly all?: boolean;
	readonly format?: readonly string[];
	readonly out?: string;
	readonly paper: 'a4' | 'letter';
};

const known: readonly DocumentFormat[] = ['md', 'html', 'pdf'];

const formatOf = (text: string): DocumentFormat => {
	const format = known.find(f => f === text);
	if (format === undefined) {
		throw new UserError(`There is no format ${JSON.stringify(text)}.`, [
			`Formats: ${known.join(', ')}.`,
		]);
	}
	return format;
};

/** One sentence, however many files hold them. */
const unshownNotes = (unshown: WrittenDocuments['unshown']): readonly {readonly text: string}[] => {
	const all = [...new Set(unshown.flatMap(({characters}) => characters))];
	const [first] = all;
	if (first === undefined) return [];
	const files = unshown.map(({path}) => basename(path)).join(', ');
	const shown = all.slice(0, 5).join(' ');
	const code = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
	return [
		{
			text: `${files}: the fonts of the PDF have no ${shown}${all.length > 5 ? ` and ${count(all.length - 5, 'more character', 'more characters')}` : ''}, and a number such as [U+${code}] stands in place of each. HTML and Markdown show them.`,
		},
	];
};

/** Writes documents and prints where they lie. */
export const renderAction = async (
	project: Project,
	documents: readonly string[],
	options: RenderOptions,
	globals: Globals,
): Promise<void> => {
	const formats = (options.format ?? known).map(formatOf);
	const renderer = await project.documents();
	const out =
		options.out === undefined ? join(project.store.root, 'documents') : resolve(options.out);
	const named = documents.length > 0;
	const {paths, unshown} = await renderDocuments(project, {
		documents: named ? documents : renderer.documents.map(d => d.id),
		named,
		formats,
		out,
		paper: options.paper,
	});
	const output = processOutput(process);
	const evaluation = await evaluate(project, await project.store.state());
	for (const {text} of [
		...lostRunNotes(evaluation),
		...lostEvidenceNotes(evaluation),
		...otherLimitNotes(evaluation),
		...unshownNotes(unshown),
	])
		output.note(text);
	const files = await Promise.all(
		paths.map(async path => ({path, bytes: (await stat(path)).size})),
	);
	if (globals.json === true) output.json({files, ...leftOutJson(project.content)});
	else {
		output.table(
			files.map(({path, bytes}) => [
				relative(process.cwd(), path),
				`${Math.ceil(bytes / 1024)} KB`,
			]),
			[1],
		);
	}
};
