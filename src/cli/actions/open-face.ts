import {resolve} from 'node:path';
import {createWorkbench} from '../../services/create-workbench.js';
import {openProject, workspaceOf} from '../compose.js';
import {needTerminal, wantsPlain} from '../terminal.js';
import type {Globals} from '../globals.js';

/** Opens the assessment for a person: full screen, or numbered lines where that was asked for. */
export const openFace = async (
	globals: Globals,
	plain: boolean | undefined,
	target?: string,
): Promise<void> => {
	needTerminal('The terminal UI', [
		'In scripts use: dbvet status, dbvet answer, dbvet assess --answers FILE, dbvet probe, dbvet render',
	]);
	if ((await workspaceOf(globals)) === undefined) {
		const {offerWorkspace} = await import('../plain/init-wizard.js');
		if (!(await offerWorkspace())) return;
		const {initWorkspace} = await import('./init.js');
		await initWorkspace(resolve('.'), {}, globals);
	}
	const inLines = wantsPlain(plain, process.env);
	const loading = inLines ? undefined : import('../../tui/index.js').then(tui => tui.loadTui());
	// Trouble with the workspace is told first; what fails to load is told when it is awaited.
	loading?.catch(() => undefined);
	const project = await openProject(globals);
	try {
		// The full screen tells it in a line of its own: a message on stderr would tear it.
		const {onRedacted: _, ...silent} = project;
		const workbench = await createWorkbench(inLines ? project : silent);
		if (inLines) {
			const {interview} = await import('../plain/interview.js');
			await interview(workbench, target);
			return;
		}
		const {runTui} = await import('../../tui/index.js');
		const {code} = await runTui({
			workbench,
			stdin: process.stdin,
			stdout: process.stdout,
			env: process.env,
			clock: project.clock,
		});
		process.exitCode = code;
	} finally {
		await project.store.flush();
	}
};
