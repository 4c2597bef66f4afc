import {UserError} from '../../domain/errors.js';
import type {Severity} from '../../domain/severity.js';
import {nearest} from '../../domain/suggest.js';
import type {DatabaseTarget, Target} from '../../domain/target.js';
import {Name} from '../../domain/id.js';
import type {WorkspaceState} from '../../domain/workspace.js';
import {databaseFrom} from '../../services/add-target.js';
import {findTarget, liveTargets} from '../../services/find-target.js';
import {meantUrl, notAsUrl} from '../../services/mistaken-place.js';
import {isConnectionUrl} from '../../services/parse-connection.js';
import {asksInClear, canProbe, probeable} from '../../services/probeable.js';
import {askPasswords} from '../../services/ask-passwords.js';
import {urlNotes} from '../../services/url-notes.js';
import {runProbes} from '../../services/run-probes.js';
import type {Project} from '../../services/project.js';
import {openProject, workspaceOf} from '../compose.js';
import {toTargetOptions, type ConnectionOptions} from '../connection-options.js';
import {unboundProject} from './unbound-project.js';
import {liveProgress} from './live-progress.js';
import {processOutput, type Output} from '../output.js';
import {createResults} from './probe-results.js';
import {checkClientFiles} from './client-files.js';
import {checkCaFile} from './trust-files.js';
import {interruptible} from '../terminal.js';
import type {Globals} from '../globals.js';
import {wholeNumber} from '../whole-number.js';

export type ProbeOptions = ConnectionOptions & {
	readonly all?: boolean;
	readonly list?: boolean;
	readonly only?: readonly string[];
	readonly timeout: string;
	readonly concurrency: string;
	readonly failOn?: Severity;
	/** False with `--no-record`. */
	readonly record: boolean;
	/** False with `--no-plaintext-test`. */
	readonly plaintextTest: boolean;
	readonly siblingPorts?: boolean;
	readonly allowUnverified?: boolean;
	readonly verbose?: boolean;
};

const checkOnly = (only: readonly string[] | undefined, {checks}: Project): void => {
	const known = checks.map(check => check.id);
	for (const id of only ?? []) {
		if (known.includes(id)) continue;
		const near = nearest(id, known);
		throw new UserError(`There is no check ${JSON.stringify(id)}.`, [
			near === undefined ? 'List them with: dbvet probe --list' : `Did you mean ${near}?`,
		]);
	}
};

/** Probes targets or a URL, prints the result, and returns the exit code. */
export const probeTargets = async (
	names: readonly string[],
	options: ProbeOptions,
	globals: Globals,
): Promise<number> => {
	const limits = {
		timeoutMs: wholeNumber(options.timeout, '--timeout', 100, 600_000),
		concurrency: wholeNumber(options.concurrency, '--concurrency', 1, 64),
	};
	const urls = names.filter(isConnectionUrl);
	if (urls.length > 0 && urls.length < names.length) {
		throw new UserError('Probe either recorded targets by name, or URLs: not both at once.');
	}
	await checkCaFile(options.ca);
	await checkClientFiles(options);
	const recorded = urls.length === 0;
	const root = recorded ? undefined : await workspaceOf(globals);
	const project =
		recorded || root !== undefined ? await openProject(globals) : unboundProject(globals);
	try {
		checkOnly(options.only, project);
		const state = await project.store.state();
		const targets = recorded
			? names.length === 0
				? liveTargets(state).filter(canProbe).map(probeable)
				: names.map(name => probeable(targetNamed(state, name)))
			: urls.map((url, i) => fromUrl(project, url, i, options));
		if (targets.length === 0) {
			throw new UserError('There is no database target to probe yet.', [
				'Add one with: dbvet target add prod postgres://dbvet@HOST:5432/DATABASE --password-env PROD_PW',
			]);
		}
		const output = processOutput(process);
		if (options.plaintextTest && !project.offline && asksInClear(targets, options.only)) {
			output.note(
				'Trying whether plaintext is refused: user and database names are sent in clear (to MySQL a made-up name, to Redis a PING), and the server may log failed logins (--no-plaintext-test skips this).',
			);
		}
		if (project.content.leftOut !== undefined)
			output.note(
				'What is seen is judged without what is left out. Probe again when that is mended.',
			);
		noteIgnored(output, urls, options);
		await askPasswords(project, targets, options.only);
		const progress = liveProgress(process.stderr, targets, () => performance.now());
		const interrupt = interruptible();
		const results = createResults(targets, {
			json: globals.json === true,
			verbose: options.verbose === true,
			failOn: options.failOn,
			recorded,
		});
		try {
			await runProbes(project, state, targets, {
				...limits,
				...(options.only === undefined ? {} : {only: options.only}),
				allowUnverified: options.allowUnverified === true,
				plaintextTest: options.plaintextTest,
				siblingPorts: options.siblingPorts === true,
				record: recorded && options.record,
				signal: interrupt.signal,
				onEvent: progress.event,
				onReport: results.add,
			});
		} finally {
			progress.done();
			interrupt.done();
			results.print(output, project.content);
		}
		return interrupt.code() ?? results.exitCode();
	} finally {
		await project.store.flush();
	}
};

/** The target of that name; what looks like the address of a database is told how it is written instead. */
const targetNamed = (state: WorkspaceState, name: string): Target => {
	const meant = Name.safeParse(name).success ? undefined : meantUrl(name);
	if (meant !== undefined) throw notAsUrl(meant);
	return findTarget(state, name);
};

/** Tells what stands in the URLs and is not taken. */
const noteIgnored = (output: Output, urls: readonly string[], options: ProbeOptions): void => {
	const given = toTargetOptions(connectionOnly(options));
	for (const note of new Set(urls.flatMap(url => urlNotes(url, given)))) output.note(note);
};

const fromUrl = (project: Project, url: string, i: number, options: ProbeOptions): DatabaseTarget =>
	probeable(
		databaseFrom(
			{
				id: project.newTargetId(),
				name: i === 0 ? 'url' : `url-${i + 1}`,
				createdAt: project.clock().toISOString(),
			},
			url,
			toTargetOptions(connectionOnly(options)),
		),
	);

/** The options of a probe that say how to reach the server. */
const connectionOnly = (options: ProbeOptions): ConnectionOptions => ({
	ca: options.ca,
	pin: options.pin,
	clientCert: options.clientCert,
	clientKey: options.clientKey,
	passwordEnv: options.passwordEnv,
	passwordCommand: options.passwordCommand,
	askPassword: options.askPassword,
	as: options.as,
	replica: options.replica,
	pooler: options.pooler,
	platform: options.platform,
	expect: options.expect,
});
