import type {Command} from 'commander';
import {globalsOf} from '../globals.js';

/** `dbvet doctor`: is everything here that dbvet needs? */
export const registerDoctor = (program: Command): void => {
	program
		.command('doctor')
		.description('check this machine and this workspace')
		.action(async (_: unknown, command: Command) => {
			const {doctor} = await import('../actions/doctor.js');
			process.exitCode = await doctor(globalsOf(command));
		});
};
