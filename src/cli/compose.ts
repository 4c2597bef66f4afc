import {execFileSync} from 'node:child_process';
import {randomBytes} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {hostname, userInfo} from 'node:os';
import {resolve} from 'node:path';
import {UserError} from '../domain/errors.js';
import type {CheckInfo} from '../domain/check.js';
import type {Content} from '../domain/content.js';
import type {Clock, ProbeRunner} from '../domain/ports.js';
import {missingProfiles} from '../domain/content-gaps.js';
import {hideLogins} from '../domain/hide-logins.js';
import {namesNobody} from '../domain/person.js';
import {redactedSentence} from '../domain/secrets/words.js';
import type {FrameworkLists} from '../questionnaires/framework-lists.js';
import {loadContent} from '../questionnaires/load-content.js';
import type {Known} from '../questionnaires/own-files.js';
import {deriveQuestions} from '../questionnaires/partly-questions.js';
import {findWorkspace, openStore, writerName} from '../store/index.js';
import type {Project} from '../services/project.js';
import {clockFrom} from './clock.js';
import {leftOutNote} from './left-out.js';
import {dbvetVersion} from './version.js';
import {createSecrets} from './secrets.js';
import type {Globals} from './globals.js';

const contentFolder = new URL('../content/', import.meta.url);

/** What the build compiled is JSON in ASCII. It is read at once: to wait for a file of the program takes longer than to read it. */
const compiled = (name: string): unknown =>
	JSON.parse(readFileSync(new URL(name, contentFolder), 'latin1'));

/**
 * What the build compiled; validated there, and read as it is. Without requirements and references: they are half of the
 * bytes, and most commands do not need them.
 */
export const shippedContent = (): Content =>
	deriveQuestions(compiled('content.json') as Content).content;

/** The shipped content with the requirements of the frameworks and the references to them. */
export const wholeContent = async (): Promise<Content> => {
	const {joinContent} = await import('../questionnaires/framework-lists.js');
	return joinContent(shippedContent(), compiled('frameworks.json') as FrameworkLists);
};

export const shippedChecks = (): readonly CheckInfo[] => compiled('checks.json') as CheckInfo[];

/** Ids of the catalogue that are not built yet. */
const plannedChecks = (): readonly string[] => compiled('planned-checks.json') as string[];

/** What a workspace's own files are judged by, the same wherever they are read. */
export const known = async (): Promise<Known> => ({
	content: await wholeContent(),
	checks: shippedChecks().map(({id}) => id),
	planned: plannedChecks(),
});

/** Who makes a change: `--by`, else DBVET_USER, else git's user.name, else the login name. */
export const authorFrom = (
	by: string | undefined,
	env: NodeJS.ProcessEnv,
): (() => Promise<string>) => {
	let known: string | undefined;
	const find = (): string => {
		for (const name of [by, env.DBVET_USER, gitName(), loginName()]) {
			const trimmed = name?.trim() ?? '';
			if (!namesNobody(trimmed)) return hideLogins(trimmed).slice(0, 120);
		}
		return 'unknown';
	};
	return () => Promise.resolve((known ??= find()));
};

const gitName = (): string | undefined => {
	try {
		return execFileSync('git', ['config', 'user.name'], {
			stdio: ['ignore', 'pipe', 'ignore'],
			timeout: 2000,
		}).toString();
	} catch {
		// Git is missing or knows no name: the next source is asked.
		return undefined;
	}
};

const loginName = (): string | undefined => {
	try {
		return userInfo().username;
	} catch {
		// Some containers have no entry for the user that runs them.
		return undefined;
	}
};

/** A target id: `t-` and 10 hex digits. */
export const newTargetId = (): string => `t-${randomBytes(5).toString('hex')}`;

export const writer = (): string => writerName({host: hostname(), user: loginName() ?? 'unknown'});

/** The workspace folder that a command works on. */
export const workspaceOf = (globals: Globals): Promise<string | undefined> =>
	globals.workspace === undefined
		? findWorkspace(process.cwd())
		: Promise.resolve(resolve(globals.workspace));

/** Looks at databases; what an engine needs is loaded with its first target. */
export const probeRunner = async (clock: Clock): Promise<ProbeRunner> => {
	const {createProbeRunner, familiesFor} = await import('../probes/index.js');
	return {
		probe: async request =>
			createProbeRunner({families: await familiesFor(request.target.engine), clock}).probe(request),
	};
};

/** Looks through a file for secrets; loaded with its first file, because only evidence needs it. */
export const screenFile: Project['screen'] = async bytes => {
	const {screenBytes} = await import('../secrets/index.js');
	return screenBytes(bytes);
};

/**
 * Opens the workspace that the options name, with everything that services need. What the store noticed goes to `tell`.
 * @throws UserError when there is none, or it cannot be read.
 */
export const openProject = async (
	globals: Globals,
	tell: (note: string) => void = note => process.stderr.write(`Note: ${note}\n`),
): Promise<Project> => {
	const root = await workspaceOf(globals);
	if (root === undefined) {
		throw new UserError('There is no dbvet workspace here.', [
			'Create one with: dbvet init',
			'Or name one with: --workspace DIR',
		]);
	}
	const {clock, fixed} = clockFrom(process.env);
	const store = await openStore({root, writer: writer()});
	for (const {text} of store.notices()) tell(text);
	const shipped = shippedContent();
	const content = await loadContent(shipped, root, known);
	const {leftOut = []} = content;
	const trouble = {leftOut, profiles: missingProfiles(content, await store.state())};
	if (leftOut.length > 0 || trouble.profiles.length > 0) tell(leftOutNote(trouble, root));
	return {
		store,
		content,
		wholeContent: () => (content === shipped ? wholeContent() : Promise.resolve(content)),
		checks: shippedChecks(),
		clock,
		fixedClock: fixed,
		by: authorFrom(globals.by, process.env),
		newTargetId,
		probes: () => probeRunner(clock),
		documents: async () => {
			const {documentRenderer} = await import('./document-renderer.js');
			return documentRenderer(root);
		},
		screen: screenFile,
		onRedacted: redacted => {
			process.stderr.write(`${redactedSentence(redacted)}\n`);
		},
		...createSecrets(process.env),
		version: dbvetVersion(),
		offline: globals.offline === true,
		runCache: new Map(),
	};
};
