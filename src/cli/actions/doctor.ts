import {access, constants, readFile, stat, statfs} from 'node:fs/promises';
import {join} from 'node:path';
import {exitCode, UserError} from '../../domain/errors.js';
import {openStore} from '../../store/index.js';
import {clockFrom, shippedChecks, shippedContent, workspaceOf, writer} from '../compose.js';
import {processOutput} from '../output.js';
import {dbvetVersion} from '../version.js';
import {wantsPlain} from '../terminal.js';
import type {Globals} from '../globals.js';

type Line = {
	readonly what: string;
	readonly result: 'ok' | 'note' | 'wrong';
	readonly text: string;
};

const supported = (version: string): boolean => {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major > 20 || (major === 20 && minor >= 19);
};

/** Looks at the machine, the program's own files and the workspace; returns 3 when something is wrong. */
export const doctor = async (globals: Globals): Promise<number> => {
	const lines: Line[] = [
		{what: 'dbvet', result: 'ok', text: dbvetVersion()},
		{
			what: 'Node.js',
			result: supported(process.versions.node) ? 'ok' : 'wrong',
			text: `${process.versions.node}, OpenSSL ${process.versions.openssl} (20.19 or newer is needed)`,
		},
		await contentLine(),
		await fontLine(),
		terminalLine(),
		clockLine(),
		...(await workspaceLines(globals)),
	];
	const output = processOutput(process);
	if (globals.json === true) output.json({lines});
	else {
		const {style} = output;
		const sign = {
			ok: style.good(style.sign.pass),
			note: style.warn(style.sign.unknown),
			wrong: style.bad(style.sign.fail),
		};
		output.table(lines.map(line => [sign[line.result], line.what, line.text]));
	}
	return lines.some(line => line.result === 'wrong') ? exitCode.unfinished : exitCode.done;
};

const contentLine = async (): Promise<Line> => {
	const content = await shippedContent();
	const checks = await shippedChecks();
	const questions = content.questionnaires.flatMap(q => q.questions).length;
	return {
		what: 'content',
		result: 'ok',
		text: `${questions} questions, ${checks.length} checks, ${content.frameworks.length} frameworks, version ${content.version.slice(0, 12)}`,
	};
};

const fontLine = async (): Promise<Line> => {
	try {
		await readFile(new URL('../fonts/IBMPlexSans_400Regular.ttf', import.meta.url));
		return {what: 'fonts', result: 'ok', text: 'present'};
	} catch {
		return {what: 'fonts', result: 'wrong', text: 'missing: install dbvet again'};
	}
};

const terminalLine = (): Line => {
	if (!process.stdout.isTTY)
		return {what: 'terminal', result: 'note', text: 'none here: dbvet asks nothing'};
	const size = `${process.stdout.columns}x${process.stdout.rows}`;
	const small = process.stdout.columns < 60 || process.stdout.rows < 16;
	return {
		what: 'terminal',
		result: small ? 'note' : 'ok',
		text: `${size}${small ? ', the full screen wants 60x16' : ''}${wantsPlain(undefined, process.env) ? ', numbered lines' : ', full screen'}`,
	};
};

const clockLine = (): Line => {
	const {clock, fixed} = clockFrom(process.env);
	return {
		what: 'clock',
		result: fixed ? 'note' : 'ok',
		text: `${clock().toISOString()}${fixed ? ' (fixed by DBVET_NOW)' : ''}`,
	};
};

const workspaceLines = async (globals: Globals): Promise<readonly Line[]> => {
	const root = await workspaceOf(globals);
	if (root === undefined)
		return [{what: 'workspace', result: 'note', text: 'none here (dbvet init makes one)'}];
	try {
		const store = await openStore({root, writer: writer()});
		const state = await store.state();
		const entries = (await store.history()).length;
		const wrong = (await store.verifyEvidence()).filter(r => r.result !== 'intact');
		const writable = await access(root, constants.W_OK).then(
			() => true,
			() => false,
		);
		const space = await statfs(root);
		const freeMb = Math.floor((space.bavail * space.bsize) / 1_048_576);
		const mode = (await stat(join(root, 'history'))).mode & 0o077;
		return [
			{
				what: 'workspace',
				result: 'ok',
				text: `${root}: ${state.settings.organisation}, ${entries} entries`,
			},
			{what: 'head', result: 'ok', text: await store.head()},
			{
				what: 'writable',
				result: writable ? 'ok' : 'wrong',
				text: writable ? `${freeMb} MB free` : 'this folder cannot be written',
			},
			{
				what: 'private',
				result: mode === 0 || process.platform === 'win32' ? 'ok' : 'note',
				text:
					mode === 0 ? 'only you can read it' : 'others can read it: chmod -R go-rwx the folder',
			},
			{
				what: 'evidence',
				result: wrong.length === 0 ? 'ok' : 'wrong',
				text:
					wrong.length === 0
						? 'every artifact is intact'
						: `${wrong.length} artifacts are missing or changed: dbvet evidence verify`,
			},
		];
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return [{what: 'workspace', result: 'wrong', text: [error.message, ...error.next].join(' ')}];
	}
};
