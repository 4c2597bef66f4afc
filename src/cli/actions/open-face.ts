import {existsSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {clockFrom} from '../clock.js';
import {needTerminal, wantsPlain} from '../terminal.js';
import type {Globals} from '../globals.js';
import type {OpenWorkbench} from './open-workbench.js';

/** True when there is a workspace without looking closely, so that the screen may be drawn while it is read. */
const surelyHere = (globals: Globals): boolean => {
	if (globals.workspace !== undefined) return false;
	for (let folder = resolve('.'); ; folder = dirname(folder)) {
		if (existsSync(join(folder, 'assessment.json')) && existsSync(join(folder, 'history')))
			return true;
		if (folder === dirname(folder)) return false;
	}
};

/** Makes a workspace where there is none and the person wants one. False when there is none in the end. */
const offered = async (globals: Globals): Promise<boolean> => {
	const {workspaceOf} = await import('../compose.js');
	if ((await workspaceOf(globals)) !== undefined) return true;
	const {offerWorkspace} = await import('../plain/init-wizard.js');
	if (!(await offerWorkspace())) return false;
	const {initWorkspace} = await import('./init.js');
	await initWorkspace(resolve('.'), {}, globals);
	return true;
};

const openLines = async (globals: Globals, target: string | undefined): Promise<void> => {
	const {openProject} = await import('../compose.js');
	const project = await openProject(globals);
	try {
		const {createWorkbench} = await import('../../services/create-workbench.js');
		const {interview} = await import('../plain/interview.js');
		await interview(await createWorkbench(project), target);
	} finally {
		await project.store.flush();
	}
};

/** The screen is drawn first and the workspace read behind it: a long record must not look like a program that hangs. */
const openScreen = async (globals: Globals): Promise<void> => {
	const notes: string[] = [];
	const {runTui} = await import('../../tui/index.js');
	let opened: OpenWorkbench | undefined;
	const opening = import('./open-workbench.js').then(async ({openWorkbench}) => {
		opened = await openWorkbench(globals, text => notes.push(text));
		return opened.workbench;
	});
	try {
		const {code} = await runTui({
			workbench: opening,
			stdin: process.stdin,
			stdout: process.stdout,
			env: process.env,
			clock: clockFrom(process.env).clock,
		});
		process.exitCode = code;
	} finally {
		for (const note of notes) process.stderr.write(`Note: ${note}\n`);
		await opened?.project.store.flush();
	}
};

/** Opens the assessment for a person: full screen, or numbered lines where that was asked for. */
export const openFace = async (
	globals: Globals,
	plain: boolean | undefined,
	target?: string,
): Promise<void> => {
	const lines = wantsPlain(plain, process.env);
	if (lines) {
		needTerminal(plain === true ? 'Asking line by line (--plain)' : 'Asking line by line', [
			'Take the answers from a file: dbvet assess --answers FILE.yaml',
			'Print that file, to fill in: dbvet assess --blank > FILE.yaml',
		]);
	} else {
		needTerminal('The terminal UI', [
			'In scripts use: dbvet status, dbvet answer, dbvet assess --answers FILE, dbvet probe, dbvet render',
		]);
	}
	if (!surelyHere(globals) && !(await offered(globals))) return;
	if (lines) await openLines(globals, target);
	else await openScreen(globals);
};
