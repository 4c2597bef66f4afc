import type {Command} from 'commander';
import {globalsOf} from '../globals.js';

/** `dbvet verify`: whether the record is what was recorded. */
export const registerVerify = (program: Command): void => {
	program
		.command('verify')
		.description(
			'check history, assessment.json, runs and evidence against each other; writes nothing',
		)
		.option('--head <hash>', 'a head that was kept elsewhere, as a document prints it')
		.action(async (options: {head?: string}, command: Command) => {
			const {verifyRecord} = await import('../actions/verify.js');
			process.exitCode = await verifyRecord(options.head, globalsOf(command));
		});
};
