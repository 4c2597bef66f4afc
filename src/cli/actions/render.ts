import {stat} from 'node:fs/promises';
import {join, relative, resolve} from 'node:path';
import {UserError} from '../../domain/errors.js';
import type {DocumentFormat} from '../../domain/ports.js';
import {renderDocuments} from '../../services/render-documents.js';
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
	const paths = await renderDocuments(project, {
		documents: documents.length > 0 ? documents : renderer.documents.map(d => d.id),
		formats,
		out,
		paper: options.paper,
	});
	if (paths.length === 0)
		throw new UserError('Nothing was written: there is no database to write a document about.', [
			'Add one with: dbvet target add prod postgres://dbvet@HOST:5432/DATABASE --password-env PROD_PW',
		]);
	const output = processOutput(process);
	const evaluation = await evaluate(project, await project.store.state());
	for (const {text} of [
		...lostRunNotes(evaluation),
		...lostEvidenceNotes(evaluation),
		...otherLimitNotes(evaluation),
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
