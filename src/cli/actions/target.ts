import {UserError} from '../../domain/errors.js';
import type {TargetKind} from '../../domain/target.js';
import {newTarget, checkName, type TargetOptions} from '../../services/add-target.js';
import {changeTarget} from '../../services/change-target.js';
import {findTarget, liveTargets} from '../../services/find-target.js';
import {canProbe} from '../../services/probeable.js';
import {record, type Project} from '../../services/project.js';
import {urlNotes} from '../../services/url-notes.js';
import {farCaNote, toRecordedPaths} from '../../services/workspace-paths.js';
import {toTargetOptions, type ConnectionOptions} from '../connection-options.js';
import {openProject} from '../compose.js';
import {processOutput, type Output} from '../output.js';
import {placeFrom} from './place.js';
import {describeTarget, targetRows} from './describe-target.js';
import type {Globals} from '../globals.js';
import {checkClientFiles} from './client-files.js';
import {checkCaFile} from './trust-files.js';

export type AddOptions = ConnectionOptions & {
	readonly kind?: TargetKind;
	readonly vendor?: string;
	readonly uses?: readonly string[];
	readonly of?: readonly string[];
	readonly profile?: readonly string[];
};

/** Runs an action on an open project and writes the store out afterwards. */
export const withProject = async <T>(
	globals: Globals,
	action: (project: Project) => Promise<T>,
): Promise<T> => {
	const project = await openProject(globals);
	try {
		return await action(project);
	} finally {
		await project.store.flush();
	}
};

const noteFarCa = (options: TargetOptions, output: Output): void => {
	const note = farCaNote(options);
	if (note !== undefined) output.note(note);
};

export const addTarget = async (
	name: string,
	place: string | undefined,
	options: AddOptions,
	globals: Globals,
): Promise<void> => {
	const {kind, vendor, uses, of, profile, ...connection} = options;
	const given = {kind, vendor, uses, of, profiles: profile};
	const targetOptions: TargetOptions = {
		...toTargetOptions(connection),
		...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
	};
	await withProject(globals, async project => {
		const state = await project.store.state();
		const identified = {id: project.newTargetId(), name, createdAt: project.clock().toISOString()};
		const where = await placeFrom(process.cwd(), kind, place);
		await checkCaFile(targetOptions.ca);
		await checkClientFiles(targetOptions);
		const kept = toRecordedPaths(targetOptions, project.store.root);
		const target = newTarget(state, identified, where, kept);
		await record(project, [{kind: 'target', key: target.id, after: target}]);
		const output = processOutput(process);
		if (globals.json === true) output.json(target);
		else {
			output.line(`Added ${target.name}: ${describeTarget(target, state)}.`);
			output.line(canProbe(target) ? `Next: dbvet probe ${target.name}` : 'Next: dbvet assess');
		}
		for (const note of urlNotes(where, kept)) output.note(note);
		noteFarCa(kept, output);
	});
};

export const listTargets = async (globals: Globals): Promise<void> =>
	withProject(globals, async project => {
		const state = await project.store.state();
		const targets = liveTargets(state);
		const output = processOutput(process);
		if (globals.json === true) output.json({targets});
		else
			output.table(
				targets.map(target => [target.name, target.kind, describeTarget(target, state)]),
			);
	});

export const showTarget = async (name: string, globals: Globals): Promise<void> =>
	withProject(globals, async project => {
		const state = await project.store.state();
		const target = findTarget(state, name);
		const output = processOutput(process);
		if (globals.json === true) {
			output.json(target);
			return;
		}
		output.line(output.style.bold(target.name));
		output.table(
			targetRows(target, state, project.content).map(([label, text]) => [`  ${label}`, text]),
		);
	});

/** Changes whom the connection to a database trusts, who logs in, or where the password comes from. */
export const changeConnection = async (
	name: string,
	{user, ...options}: ConnectionOptions & {readonly user?: string},
	globals: Globals,
): Promise<void> => {
	const given = toTargetOptions(options);
	await withProject(globals, async project => {
		await checkCaFile(given.ca);
		await checkClientFiles(given);
		const kept = toRecordedPaths(given, project.store.root);
		const after = changeTarget(findTarget(await project.store.state(), name), kept, user);
		await record(project, [{kind: 'target', key: after.id, after}]);
		const output = processOutput(process);
		if (globals.json === true) output.json(after);
		else {
			output.line(`Changed ${after.name}.`);
			output.line(`Next: dbvet ${canProbe(after) ? `probe ${after.name}` : 'assess'}`);
		}
		noteFarCa(kept, output);
	});
};

export const renameTarget = async (
	name: string,
	newName: string,
	globals: Globals,
): Promise<void> =>
	withProject(globals, async project => {
		const state = await project.store.state();
		const target = findTarget(state, name);
		const after = {...target, name: checkName(state, newName, target.id)};
		await record(project, [{kind: 'target', key: target.id, after}]);
		const output = processOutput(process);
		if (globals.json === true) output.json(after);
		else output.line(`${target.name} is now ${newName}.`);
	});

export const retireTarget = async (name: string, globals: Globals): Promise<void> =>
	withProject(globals, async project => {
		const target = findTarget(await project.store.state(), name);
		if (target.kind === 'organisation') throw new UserError('The organisation cannot be retired.');
		const after = {...target, retiredAt: project.clock().toISOString()};
		await record(project, [{kind: 'target', key: target.id, after}]);
		const output = processOutput(process);
		if (globals.json === true) output.json(after);
		else output.line(`${target.name} is retired: its record stays, it is assessed no longer.`);
	});
