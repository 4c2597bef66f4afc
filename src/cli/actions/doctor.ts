import {readFile} from 'node:fs/promises';
import {exitCode} from '../../domain/errors.js';
import {shippedChecks, wholeContent} from '../compose.js';
import {clockFrom} from '../clock.js';
import {processOutput} from '../output.js';
import {dbvetVersion} from '../version.js';
import {wantsPlain} from '../terminal.js';
import type {Globals} from '../globals.js';
import {workspaceLines, type Line} from './doctor-workspace.js';

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
	const content = await wholeContent();
	const checks = shippedChecks();
	const questions = content.questionnaires.flatMap(q => q.questions).length;
	return {
		what: 'content',
		result: 'ok',
		text: `${questions} questions, ${checks.length} checks, ${content.frameworks.length} frameworks, as shipped: version ${content.version.slice(0, 12)}`,
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
