import {spawn} from 'node:child_process';
import {exitCode} from '../../src/domain/errors.js';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Asks whether to open the terminal UI on the workspace, and does. Returns the exit code. */
export const offerUi = async (program: string, folder: string): Promise<number> => {
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
		// The UI gives the terminal back before it ends, so that it is told, and waited for.
		const handOn = (signal: NodeJS.Signals): void => {
			ui.kill(signal);
		};
		for (const signal of signals) process.on(signal, handOn);
		ui.once('error', fail);
		ui.once('exit', code => {
			for (const signal of signals) process.off(signal, handOn);
			done(code ?? exitCode.cancelled);
		});
	});
};
