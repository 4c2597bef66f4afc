import {rm, writeFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {shellWord} from '../../src/cli/shell-word.js';
import {dayOf} from '../../src/domain/day.js';
import {exitCode} from '../../src/domain/errors.js';
import {artifacts} from './artifacts.js';
import {offerUi} from './offer-ui.js';
import {playStep} from './play.js';
import {openRunFolder, sweepRuns} from './run-folder.js';
import {startDemoServers} from './server.js';
import {listenForStop, say} from './stop.js';
import {storyOf, type Step} from './story.js';
import {removeUnfinished, workspaceFolder} from './workspace-folder.js';

const program = fileURLToPath(new URL('../cli/main.js', import.meta.url));

const ending: readonly Step[] = [
	{day: 0, by: 'Mara Lind', args: ['render', '--format', 'md,html,pdf']},
	{day: 0, by: 'Mara Lind', args: ['check'], expected: [0, 1], problems: 5},
];

type Clock = ((day: number) => string) | undefined;

/** Starts the servers below `run`, plays the story in `folder`, and stops the servers, whatever happens. */
const playStory = async (
	folder: string,
	run: string,
	signal: AbortSignal,
	clock: Clock,
): Promise<void> => {
	const servers = await startDemoServers(run, signal);
	try {
		const today = dayOf(clock === undefined ? new Date().toISOString() : clock(0));
		const files = {'ca.pem': servers.ca, ...artifacts(today)};
		for (const [name, text] of Object.entries(files)) {
			signal.throwIfAborted();
			await writeFile(join(folder, name), text);
		}
		const story = storyOf({
			today,
			prodPort: servers.prod.port,
			reportPort: servers.reporting.port,
		});
		for (const step of [...story, ...(clock === undefined ? ending : [])]) {
			const day = clock === undefined ? {} : {DBVET_NOW: clock(step.day)};
			const env = {DEMO_PW: servers.password, ...day};
			await playStep(step, {program, folder, env, signal});
		}
	} finally {
		await servers.stop();
	}
	signal.throwIfAborted();
};

/**
 * The whole job on real PostgreSQL servers: starts them, makes a workspace, probes, answers, renders, prints where things
 * are, and stops them. Returns the exit code. Each step is a command that a person could type. With `clock`, each step
 * believes in the day that the story gives it, and nothing is rendered: that is how evidence/example is recorded.
 *
 * Whatever ends it, no process, no temporary folder and no half-written file stays; what only SIGKILL can leave is swept
 * by the next run.
 */
export const runDemo = async (dir: string | undefined, clock?: Clock): Promise<number> => {
	const stop = listenForStop();
	let folder: string | undefined;
	let run: string | undefined;
	try {
		await sweepRuns();
		folder = await workspaceFolder(dir);
		run = await openRunFolder(dir === undefined ? folder : undefined);
		say('Starting PostgreSQL on loopback, half hardened on purpose …\n');
		await playStory(folder, run, stop.signal, clock);
	} catch (error) {
		if (dir === undefined && folder !== undefined)
			await rm(folder, {recursive: true, force: true, maxRetries: 5});
		// Whatever broke after the person stopped the demo broke because of that.
		if (!stop.signal.aborted) throw error;
		if (dir !== undefined && folder !== undefined && (await removeUnfinished(folder)))
			say(`What was made so far lies in ${folder}\n`);
		say('Stopped.\n');
		return stop.exitCode();
	} finally {
		if (run !== undefined) await rm(run, {recursive: true, force: true, maxRetries: 5});
		stop.done();
	}
	if (clock !== undefined) return exitCode.done;
	const shown = relative(process.cwd(), folder);
	const place = shown.startsWith('..') ? folder : shown;
	say(
		[
			'',
			'The servers are stopped. What was made:',
			`  ${place}`,
			'    assessment.json, history/, runs/, evidence/: the workspace',
			`  ${join(place, 'documents')}`,
			'    risk-assessment.pdf first, then security-baseline-prod-db.pdf',
			'',
		].join('\n'),
	);
	if (process.stdin.isTTY && process.stdout.isTTY) return offerUi(program, folder);
	say(`Open it with: cd ${shellWord(place)} && node ${shellWord(program)}\n`);
	return exitCode.done;
};
