import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {X509Certificate} from 'node:crypto';
import {UserError, exitCode} from '../../domain/errors.js';
import {saidOf} from '../../domain/system-error.js';
import {endpointName, type Target, type TargetKind} from '../../domain/target.js';
import type {WorkspaceState} from '../../domain/workspace.js';
import {newTarget, checkName, type TargetOptions} from '../../services/add-target.js';
import {findTarget, liveTargets} from '../../services/find-target.js';
import {isLocalPath} from '../../services/target-place.js';
import {record, type Project} from '../../services/project.js';
import {toTargetOptions, type ConnectionOptions} from '../connection-options.js';
import {openProject} from '../compose.js';
import {processOutput} from '../output.js';
import type {Globals} from '../globals.js';

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

/** A CA file that cannot be read or holds no certificate is found out at once, not at the first probe. */
export const checkCaFile = async (path: string | undefined): Promise<void> => {
	if (path === undefined) return;
	let text: string;
	try {
		text = await readFile(path, 'utf8');
	} catch (error) {
		const {what, next} = saidOf(error);
		throw new UserError(
			`The CA file ${path} could not be read: ${what}.`,
			[next, 'The path is the one given with --ca.'],
			exitCode.unfinished,
		);
	}
	const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
	const broken = blocks.findIndex(block => {
		try {
			new X509Certificate(block);
			return false;
		} catch {
			return true;
		}
	});
	if (blocks.length === 0 || broken >= 0) {
		throw new UserError(
			blocks.length === 0
				? `${path} holds no certificate in PEM form.`
				: `Certificate ${broken + 1} in ${path} cannot be parsed.`,
			['Give the PEM file of the CA: it begins with -----BEGIN CERTIFICATE-----.'],
		);
	}
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
		const where = place !== undefined && isLocalPath(kind, place) ? resolve(place) : place;
		const target = newTarget(state, identified, where, targetOptions);
		await checkCaFile(targetOptions.ca);
		await record(project, [{kind: 'target', key: target.id, after: target}]);
		const output = processOutput(process);
		if (globals.json === true) output.json(target);
		else {
			output.line(`Added ${target.name}: ${describe(target, namesIn(state))}.`);
			output.line(
				target.kind === 'database' ? `Next: dbvet probe ${target.name}` : 'Next: dbvet assess',
			);
		}
	});
};

const namesIn =
	(state: WorkspaceState) =>
	(ids: readonly string[]): string =>
		ids.map(id => state.targets[id]?.name ?? id).join(', ');

const describe = (target: Target, names: (ids: readonly string[]) => string): string => {
	switch (target.kind) {
		case 'database':
			return [
				`${target.engine} at ${target.endpoints.map(endpointName).join(', ')}`,
				...(target.platform === undefined ? [] : [`on ${target.platform}`]),
				...target.identities.map(
					identity => `${identity.role} ${identity.user}/${identity.database}`,
				),
			].join(', ');
		case 'application':
		case 'infrastructure': {
			const [linked, verb] =
				target.kind === 'application' ? [target.uses, 'uses'] : [target.hosts, 'hosts'];
			return [
				`${target.kind}${target.path === undefined ? '' : ` in ${target.path}`}`,
				...(linked.length === 0 ? [] : [`${verb} ${names(linked)}`]),
			].join(', ');
		}
		case 'backup':
			return [
				`backup${target.of.length === 0 ? '' : ` of ${names(target.of)}`}`,
				...(target.location === undefined ? [] : [`at ${target.location}`]),
			].join(' ');
		case 'vendor':
		case 'organisation':
			return target.kind;
	}
};

export const listTargets = async (globals: Globals): Promise<void> =>
	withProject(globals, async project => {
		const state = await project.store.state();
		const targets = liveTargets(state);
		const output = processOutput(process);
		if (globals.json === true) output.json({targets});
		else {
			const names = namesIn(state);
			output.table(targets.map(target => [target.name, target.kind, describe(target, names)]));
		}
	});

export const showTarget = async (name: string, globals: Globals): Promise<void> =>
	withProject(globals, async project => {
		const target = findTarget(await project.store.state(), name);
		const output = processOutput(process);
		if (globals.json === true) {
			output.json(target);
			return;
		}
		output.line(output.style.bold(target.name));
		for (const [key, value] of Object.entries(target)) {
			if (key === 'name') continue;
			output.line(`  ${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
		}
	});

export const renameTarget = async (
	name: string,
	newName: string,
	globals: Globals,
): Promise<void> =>
	withProject(globals, async project => {
		const state = await project.store.state();
		const target = findTarget(state, name);
		await record(project, [
			{kind: 'target', key: target.id, after: {...target, name: checkName(state, newName)}},
		]);
		processOutput(process).line(`${target.name} is now ${newName}.`);
	});

export const retireTarget = async (name: string, globals: Globals): Promise<void> =>
	withProject(globals, async project => {
		const target = findTarget(await project.store.state(), name);
		if (target.kind === 'organisation') throw new UserError('The organisation cannot be retired.');
		await record(project, [
			{
				kind: 'target',
				key: target.id,
				after: {...target, retiredAt: project.clock().toISOString()},
			},
		]);
		processOutput(process).line(
			`${target.name} is retired: its record stays, it is assessed no longer.`,
		);
	});
