import {access, constants, readdir, stat, statfs} from 'node:fs/promises';
import {join} from 'node:path';
import {count} from '../../domain/count.js';
import {UserError} from '../../domain/errors.js';
import {errorCode, saidOf} from '../../domain/system-error.js';
import {goneProfiles, missingProfiles} from '../../domain/content-gaps.js';
import {faultLines, goneSentence, goneStep, standInSentence} from '../../domain/left-out.js';
import {profileLabel} from '../../domain/own-profile.js';
import {plainText} from '../../domain/text.js';
import {evaluate, loadRuns, type Project} from '../../services/project.js';
import {liveTargets} from '../../services/find-target.js';
import {toAbsolutePaths} from '../../services/workspace-paths.js';
import {openProject, shippedContent, workspaceOf} from '../compose.js';
import type {Globals} from '../globals.js';
import {privateLine} from './doctor-private.js';
import {exposedPlace} from './exposed-place.js';
import {trustFaults} from './trust-files.js';

export type Line = {
	readonly what: string;
	readonly result: 'ok' | 'note' | 'wrong';
	readonly text: string;
};

/** The line of one part; what a person can mend about it is told in that line, and the other parts are still looked at. */
const part = async (what: string, look: () => Promise<Omit<Line, 'what'>>): Promise<Line> => {
	try {
		return {what, ...(await look())};
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return {what, result: 'wrong', text: [error.message, ...error.next].join(' ')};
	}
};

/** Everything about the workspace that could keep a command from doing its work. */
export const workspaceLines = async (globals: Globals): Promise<readonly Line[]> => {
	const root = await workspaceOf(globals);
	if (root === undefined)
		return [{what: 'workspace', result: 'note', text: 'none here (dbvet init makes one)'}];
	let project: Project | undefined;
	const opened = await part('workspace', async () => {
		project = await openProject(globals);
		const {settings} = await project.store.state();
		const entries = (await project.store.history()).length;
		return {
			result: 'ok',
			text: `${root}: ${settings.organisation}, ${count(entries, 'entry', 'entries')}`,
		};
	});
	const torn = await tornLines(root);
	if (project === undefined) return [opened, ...torn];
	const {store} = project;
	const open = project;
	return [
		opened,
		...torn,
		await part('head', async () => ({result: 'ok', text: await store.head()})),
		...contentLines(open, shippedContent().version),
		await part('profiles', () => profilesLine(open)),
		await part('times', () => timesLine(open)),
		await part('writable', () => writableLine(root)),
		await part('private', () => privateLine(root)),
		await part('place', () => placeLine(root)),
		await part('probe runs', async () => {
			const state = await store.state();
			const lost = (await loadRuns(open, state)).flatMap(run => run.lost ?? []);
			if (lost.length > 0)
				return {
					result: 'wrong',
					text: `${lost.length} of ${Object.keys(state.runs).length} cannot be used. ${lost.join(' ')} Bring the files back, or probe again.`,
				};
			await evaluate(open, state);
			const runs = Object.keys(state.runs).length;
			return {result: 'ok', text: runs === 1 ? '1, intact' : `${runs}, all intact`};
		}),
		await part('evidence', async () => {
			const wrong = (await store.verifyEvidence()).filter(r => r.result !== 'intact').length;
			if (wrong === 0) return {result: 'ok', text: 'every artifact is intact'};
			const which = count(wrong, 'artifact is', 'artifacts are');
			return {result: 'wrong', text: `${which} missing or changed: dbvet evidence verify`};
		}),
		...(await trustLines(open)),
		await part('templates', async () => {
			const renderer = await open.documents();
			const {documents} = renderer;
			const faults = [
				...documents.flatMap(({fault}) => fault ?? []),
				...(await renderer.templateFaults()),
			];
			if (faults.length > 0) return {result: 'wrong', text: faults.join(' ')};
			return {result: 'ok', text: documents.map(document => document.id).join(', ')};
		}),
	];
};

const placeLine = async (root: string): Promise<Omit<Line, 'what'>> => {
	const notes = await exposedPlace(root);
	return notes.length === 0
		? {result: 'ok', text: 'in no git repository with a remote, and in no synced folder'}
		: {result: 'note', text: notes.join(' ')};
};

/** Whether the files can be used that targets name: a line for each that cannot, or one for all. */
const trustLines = async ({store}: Project): Promise<readonly Line[]> => {
	const databases = liveTargets(await store.state()).flatMap(target =>
		target.kind === 'database' ? [toAbsolutePaths(target, store.root)] : [],
	);
	const naming = databases.filter(({verification: {ca, clientCert, clientKey}}) =>
		[ca, clientCert, clientKey].some(path => path !== undefined),
	);
	if (naming.length === 0) return [];
	const faults = await Promise.all(
		naming.map(async target =>
			(await trustFaults(target)).map(text => `${target.name}: ${plainText(text)}`),
		),
	);
	return faults.flat().length === 0
		? [
				{
					what: 'CA files',
					result: 'ok',
					text: `those of ${count(naming.length, 'target', 'targets')} can be used`,
				},
			]
		: faults.flat().map(text => ({what: 'CA files', result: 'wrong', text}));
};

/** Which content counts here, where it is not the shipped one, and a line for each file of it that is left out. */
const contentLines = ({content}: Project, shipped: string): readonly Line[] => [
	...(content.version === shipped
		? []
		: [
				{
					what: 'own content',
					result: 'ok' as const,
					text: `the shipped content with files of this workspace: version ${content.version.slice(0, 12)}, which documents name`,
				},
			]),
	...(content.leftOut ?? []).map(one => ({
		what: 'own content',
		result: 'wrong' as const,
		text: `left out: ${faultLines(one).join('; ')}`,
	})),
];

/** The profiles that hold, and which of them stand in no file, so that a stricter judgement is explained. */
const profilesLine = async ({content, store}: Project): Promise<Omit<Line, 'what'>> => {
	const state = await store.state();
	const {leftOut = []} = content;
	const profiles = missingProfiles(content, state);
	const gone = goneProfiles({leftOut, profiles});
	if (gone.length > 0) return {result: 'wrong', text: `${goneSentence(gone)} ${goneStep(gone)}`};
	if (profiles.length > 0) return {result: 'wrong', text: standInSentence(profiles)};
	return {
		result: 'ok',
		text: `in force: ${state.settings.profiles.map(id => profileLabel(content, id)).join(', ')}`,
	};
};

/** Clocks of several machines differ by seconds, rarely by minutes. */
const toleranceMs = 3_600_000;

/** Whether the record holds changes from a time that has not come yet: then one of the clocks is wrong. */
const timesLine = async ({store, clock}: Project): Promise<Omit<Line, 'what'>> => {
	const state = await store.state();
	const instants = [
		...(await store.history()).map(({at}) => at),
		...Object.values(state.runs).map(run => run.finishedAt),
	].map(at => Date.parse(at));
	const last = Math.max(...instants);
	const now = clock();
	if (last <= now.getTime() + toleranceMs)
		return {result: 'ok', text: 'nothing in the record lies in the future'};
	return {
		result: 'wrong',
		text: `the record holds something of ${new Date(last).toISOString().slice(0, 16)}, and it is ${now.toISOString().slice(0, 16)} here. Set the clock right; what was seen or answered under the wrong one counts as stale until it is probed or answered again.`,
	};
};

/** Folders of a workspace that commands write to; one that is not there yet is made when it is needed. */
const written = ['.', 'history', 'runs', 'evidence', 'documents'];

const writableLine = async (root: string): Promise<Omit<Line, 'what'>> => {
	for (const name of written) {
		const problem = await unwritable(join(root, name));
		if (problem !== undefined) {
			const which = name === '.' ? 'this folder' : `${name}/`;
			return {result: 'wrong', text: `${which} cannot be written: ${problem}`};
		}
	}
	const {bavail, bsize} = await statfs(root);
	return spaceLine(bavail * bsize);
};

const megabyte = 1_048_576;

/** A probe run with its facts and a full set of documents take some megabytes, each written whole before it replaces another. */
const leastBytes = 20 * megabyte;

/** What the free space of the disk, in bytes, means for the next command. */
export const spaceLine = (bytes: number): Omit<Line, 'what'> => {
	const text = `${Math.floor(bytes / megabyte)} MB free`;
	return bytes >= leastBytes
		? {result: 'ok', text}
		: {
				result: 'wrong',
				text: `the disk is full or nearly so: ${text}, and dbvet wants ${leastBytes / megabyte}. Free some space.`,
			};
};

/** Cut ends of history files that were set aside: they count for nothing, and only a person can say whether they are missed. */
const tornLines = async (root: string): Promise<readonly Line[]> => {
	const folder = join(root, 'history');
	const names = await readdir(folder).catch((error: unknown) => {
		// That it cannot be read is said by the line of the workspace.
		if (errorCode(error) === undefined) throw error;
		return [];
	});
	return Promise.all(
		names
			.filter(name => name.includes('.torn-'))
			.sort()
			.map(async name => {
				const {size} = await stat(join(folder, name));
				return {
					what: 'cut end',
					result: 'note' as const,
					text: `history/${plainText(name)}, ${size} bytes: what a write that broke off left behind its last whole line; it does not count. Delete it when no change is missed.`,
				};
			}),
	);
};

const unwritable = async (path: string): Promise<string | undefined> => {
	try {
		if (!(await stat(path)).isDirectory()) return 'it is not a folder';
		await access(path, constants.W_OK | constants.X_OK);
		return undefined;
	} catch (error) {
		return errorCode(error) === 'ENOENT' ? undefined : saidOf(error).what;
	}
};
