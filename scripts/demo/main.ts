import {spawn, type ChildProcess} from 'node:child_process';
import {constants} from 'node:fs';
import {access, mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {addDays, dayOf} from '../../src/domain/day.js';
import {UserError, exitCode} from '../../src/domain/errors.js';
import {saidOf} from '../../src/domain/system-error.js';
import {makeFolder} from '../../src/services/make-folder.js';
import {shellWord} from '../../src/cli/shell-word.js';
import {answersFile, restoreDrillRecord} from './answers.js';
import {startDemoServer, type DemoServer} from './server.js';

const program = fileURLToPath(new URL('../cli/main.js', import.meta.url));

class Stopped extends Error {}

/** The folder to work in: the given one, when it is new or empty, or a temporary one. */
const workspaceFolder = async (dir: string | undefined): Promise<string> => {
	if (dir === undefined) return mkdtemp(join(tmpdir(), 'dbvet-demo-'));
	const folder = resolve(dir);
	const inside = await readdir(folder).catch((error: unknown) => {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
		throw new UserError(
			`${folder} cannot be used for the demo: it is not a folder that can be read.`,
			['Give a new folder: npm run demo -- DIR'],
		);
	});
	if (inside.length > 0) {
		throw new UserError(`${folder} is not empty.`, ['Give a new folder: npm run demo -- DIR']);
	}
	try {
		await makeFolder(folder);
		await access(folder, constants.W_OK | constants.X_OK);
	} catch (error) {
		if (!(error instanceof Error && 'code' in error)) throw error;
		throw new UserError(
			`${folder} cannot be used for the demo: ${saidOf(error).what}.`,
			['Give a folder of yours: npm run demo -- DIR'],
			exitCode.unfinished,
		);
	}
	return folder;
};

/**
 * The whole job on a real PostgreSQL: starts it, makes a workspace, probes, answers, renders, prints where things are,
 * and stops it. Returns the exit code. Each step is a command that a person could type.
 */
export const runDemo = async (dir: string | undefined): Promise<number> => {
	let server: DemoServer | undefined;
	let child: ChildProcess | undefined;
	let stopped = false;
	const folder = await workspaceFolder(dir);
	const stop = (): void => {
		stopped = true;
		child?.kill('SIGTERM');
	};
	process.on('SIGINT', stop);
	process.on('SIGTERM', stop);
	const guard = (): void => {
		if (stopped) throw new Stopped();
	};
	const run = (
		args: readonly string[],
		expected: readonly number[],
		extra: NodeJS.ProcessEnv = {},
	): Promise<void> =>
		new Promise((done, fail) => {
			guard();
			process.stdout.write(`\n$ dbvet ${args.map(shellWord).join(' ')}\n`);
			child = spawn(process.execPath, [program, ...args], {
				cwd: folder,
				stdio: ['ignore', 'inherit', 'inherit'],
				env: {...process.env, DBVET_USER: 'Demo Author', ...extra},
			});
			child.once('error', fail);
			child.once('exit', code => {
				if (stopped) fail(new Stopped());
				else if (code !== null && expected.includes(code)) done();
				else fail(new Error(`dbvet ${args.join(' ')} ended with ${String(code)}`));
			});
		});
	try {
		process.stdout.write('Starting a PostgreSQL on loopback, half hardened on purpose …\n');
		server = await startDemoServer();
		guard();
		const {port} = server.postgres;
		const today = dayOf(new Date().toISOString());
		await writeFile(join(folder, 'ca.pem'), server.ca);
		await writeFile(join(folder, 'answers.yaml'), answersFile(today));
		await writeFile(join(folder, 'restore-drill.txt'), restoreDrillRecord(today));
		const secret = {DEMO_PW: server.password};
		await run(
			[
				'init',
				'.',
				'--yes',
				'--organisation',
				'Example Health',
				'--profile',
				'regulated',
				'--prepared-by',
				'Demo Author',
				'--fact',
				'personal-data=yes,health-data=yes,card-data=no,multi-tenant=yes,eu-customers=yes,kubernetes=no',
			],
			[0],
		);
		await run(['target', 'add', 'aiven', '--kind', 'vendor'], [0]);
		await run(
			[
				'target',
				'add',
				'prod-db',
				`postgres://dbvet@127.0.0.1:${port}/shop`,
				'--ca',
				'ca.pem',
				'--password-env',
				'DEMO_PW',
				'--as',
				'application=app/shop',
				'--as',
				'reporting=report/shop',
				'--vendor',
				'aiven',
			],
			[0],
		);
		await run(['target', 'add', 'shop-api', '--kind', 'application', '--uses', 'prod-db'], [0]);
		await run(['probe', 'prod-db'], [0], secret);
		await run(['assess', '--answers', 'answers.yaml'], [0]);
		await run(
			[
				'evidence',
				'add',
				'restore-drill.txt',
				'--for',
				'restore-drill',
				'--kind',
				'restore-drill-record',
				'--target',
				'prod-db',
				'--effective',
				addDays(today, -157),
				'--valid-until',
				addDays(today, 208),
			],
			[0],
		);
		await run(['status'], [0]);
		await run(['render', '--format', 'md,html,pdf'], [0]);
		await run(['check'], [0, 1]);
		guard();
		await server.postgres.stop();
		server = undefined;
		const shown = relative(process.cwd(), folder);
		const place = shown.startsWith('..') ? folder : shown;
		process.stdout.write(
			[
				'',
				'The server is stopped. What was made:',
				`  ${place}`,
				'    assessment.json, history/, runs/, evidence/: the workspace',
				`  ${join(place, 'documents')}`,
				'    risk-assessment.pdf first, then security-baseline-prod-db.pdf',
				'',
			].join('\n'),
		);
		if (process.stdin.isTTY && process.stdout.isTTY) return await offerUi(folder);
		process.stdout.write(`Open it with: cd ${shellWord(place)} && node ${shellWord(program)}\n`);
		return exitCode.done;
	} catch (error) {
		if (dir === undefined) await rm(folder, {recursive: true, force: true});
		if (!(error instanceof Stopped)) throw error;
		process.stdout.write('\nStopped.\n');
		return exitCode.cancelled;
	} finally {
		await server?.postgres.stop();
		process.off('SIGINT', stop);
		process.off('SIGTERM', stop);
	}
};

const offerUi = async (folder: string): Promise<number> => {
	const {default: inquirer} = await import('inquirer');
	try {
		const {open} = await inquirer.prompt<{open: boolean}>([
			{
				type: 'confirm',
				name: 'open',
				message: 'Open the terminal UI on this workspace?',
				default: true,
			},
		]);
		if (!open) return exitCode.done;
	} catch (error) {
		if (error instanceof Error && error.name === 'ExitPromptError') return exitCode.done;
		throw error;
	}
	return new Promise((done, fail) => {
		const ui = spawn(process.execPath, [program], {cwd: folder, stdio: 'inherit'});
		ui.once('error', fail);
		ui.once('exit', code => done(code ?? exitCode.cancelled));
	});
};
