import {rm, writeFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {shellWord} from '../../src/cli/shell-word.js';
import {dayOf} from '../../src/domain/day.js';
import {exitCode} from '../../src/domain/errors.js';
import {artifacts} from './artifacts.js';
import {offerUi} from './offer-ui.js';
import {createPlayer, Stopped} from './play.js';
import {startDemoServers, type DemoServers} from './server.js';
import {storyOf, type Step} from './story.js';
import {workspaceFolder} from './workspace-folder.js';

const program = fileURLToPath(new URL('../cli/main.js', import.meta.url));

const ending: readonly Step[] = [
	{day: 0, by: 'Mara Lind', args: ['render', '--format', 'md,html,pdf']},
	{day: 0, by: 'Mara Lind', args: ['check'], expected: [0, 1]},
];

/**
 * The whole job on real PostgreSQL servers: starts them, makes a workspace, probes, answers, renders, prints where things
 * are, and stops them. Returns the exit code. Each step is a command that a person could type. With `clock`, each step
 * believes in the day that the story gives it, and nothing is rendered: that is how evidence/example is recorded.
 */
export const runDemo = async (
	dir: string | undefined,
	clock?: (day: number) => string,
): Promise<number> => {
	let servers: DemoServers | undefined;
	const folder = await workspaceFolder(dir);
	const player = createPlayer(program, folder);
	process.on('SIGINT', player.stop);
	process.on('SIGTERM', player.stop);
	try {
		process.stdout.write('Starting PostgreSQL on loopback, half hardened on purpose …\n');
		servers = await startDemoServers();
		player.guard();
		const today = dayOf(clock === undefined ? new Date().toISOString() : clock(0));
		const files = {'ca.pem': servers.ca, ...artifacts(today)};
		for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
		const story = storyOf({
			today,
			prodPort: servers.prod.port,
			reportPort: servers.reporting.port,
		});
		for (const step of [...story, ...(clock === undefined ? ending : [])]) {
			await player.play(step, {
				DEMO_PW: servers.password,
				...(clock === undefined ? {} : {DBVET_NOW: clock(step.day)}),
			});
		}
		player.guard();
		await servers.stop();
		servers = undefined;
		if (clock !== undefined) return exitCode.done;
		const shown = relative(process.cwd(), folder);
		const place = shown.startsWith('..') ? folder : shown;
		process.stdout.write(
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
		if (process.stdin.isTTY && process.stdout.isTTY) return await offerUi(program, folder);
		process.stdout.write(`Open it with: cd ${shellWord(place)} && node ${shellWord(program)}\n`);
		return exitCode.done;
	} catch (error) {
		if (dir === undefined) await rm(folder, {recursive: true, force: true});
		if (!(error instanceof Stopped)) throw error;
		process.stdout.write('\nStopped.\n');
		return exitCode.cancelled;
	} finally {
		await servers?.stop();
		process.off('SIGINT', player.stop);
		process.off('SIGTERM', player.stop);
	}
};
