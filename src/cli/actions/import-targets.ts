import {dirname, resolve} from 'node:path';
import type {Target} from '../../domain/target.js';
import {error, readTargets, type PlacedRow, type Problem} from '../../questionnaires/index.js';
import {importTargets, type ImportRow} from '../../services/import-targets.js';
import {record} from '../../services/project.js';
import {urlNotes} from '../../services/url-notes.js';
import {toRecordedPaths} from '../../services/workspace-paths.js';
import {UserError} from '../../domain/errors.js';
import {definedOnly, toTargetOptions} from '../connection-options.js';
import type {Globals} from '../globals.js';
import {noUrl} from '../no-url.js';
import {processOutput} from '../output.js';
import {placeFrom} from './place.js';
import {describeTarget} from './describe-target.js';
import {withProject} from './target.js';
import {checkClientFiles} from './client-files.js';
import {checkCaFile} from './trust-files.js';

type Fault = {readonly problem: Problem; readonly next: readonly string[]};

/** A row with the options of `target add`, or what is wrong with it; paths are those from the folder of the file. */
const toImport = async (
	folder: string,
	root: string,
	placed: PlacedRow,
): Promise<ImportRow | Fault> => {
	const {row, place} = placed;
	const path = (column: 'ca' | 'client-cert' | 'client-key') => {
		const value = row[column];
		return value === undefined ? undefined : resolve(folder, noUrl(column, value));
	};
	try {
		const connection = toTargetOptions({
			ca: path('ca'),
			pin: row.pin,
			clientCert: path('client-cert'),
			clientKey: path('client-key'),
			passwordEnv: row['password-env'],
			passwordCommand: row['password-command'],
			as: row.as,
			replica: row.replica,
			pooler: row.pooler,
			platform: row.platform,
			expect: row.expect,
		});
		await checkClientFiles(connection);
		await checkCaFile(connection.ca);
		const {kind, vendor, uses, of, profile} = row;
		const options = toRecordedPaths(
			{...connection, ...definedOnly({kind, vendor, uses, of, profiles: profile})},
			root,
		);
		return {...placed, options, where: await placeFrom(folder, kind, row.place)};
	} catch (thrown) {
		if (!(thrown instanceof UserError)) throw thrown;
		return {problem: error(place, thrown.message), next: thrown.next};
	}
};

/** Adds all targets of a CSV or YAML file in one change, or none. */
export const importFile = async (
	file: string,
	{skipExisting = false}: {readonly skipExisting?: boolean},
	globals: Globals,
): Promise<void> => {
	const {rows, problems, broken} = await readTargets(file);
	await withProject(globals, async project => {
		const state = await project.store.state();
		const folder = dirname(resolve(file));
		const looked = await Promise.all(rows.map(row => toImport(folder, project.store.root, row)));
		const imports = looked.filter(one => 'row' in one);
		const faults = looked.filter((one): one is Fault => 'problem' in one);
		const stopped = rows.filter((_, at) => !('row' in (looked[at] ?? {})));
		const {added, skipped} = importTargets(state, imports, {
			skipExisting,
			problems: [...problems, ...faults.map(({problem}) => problem)],
			steps: faults.flatMap(({next}) => next),
			broken: [...broken, ...stopped.map(({row}) => row.name)],
			identify: () => ({id: project.newTargetId(), createdAt: project.clock().toISOString()}),
		});
		const after =
			added.length === 0
				? state
				: await record(
						project,
						added.map((target: Target) => ({kind: 'target', key: target.id, after: target})),
					);
		const output = processOutput(process);
		const names = new Set(added.map(({name}) => name));
		for (const {row, options} of imports)
			if (names.has(row.name))
				for (const note of urlNotes(row.place, options)) output.note(`${row.name}: ${note}`);
		if (globals.json === true) {
			output.json({added, skipped});
			return;
		}
		output.table(added.map(target => [target.name, target.kind, describeTarget(target, after)]));
		output.line(
			`${added.length} added${skipped.length === 0 ? '' : `, ${skipped.length} were there already`}.`,
		);
		if (added.some(({kind}) => kind === 'database')) output.line('Next: dbvet probe --all');
	});
};
