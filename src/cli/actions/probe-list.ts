import {controlsOf} from '../../domain/content-parts.js';
import {shippedChecks, shippedContent} from '../compose.js';
import {processOutput} from '../output.js';
import type {Globals} from '../globals.js';

/** `dbvet probe --list`: needs no workspace. */
export const listChecks = async (globals: Globals): Promise<void> => {
	const controls = controlsOf(await shippedContent());
	const checks = (await shippedChecks()).map(({id, family, title, severity, needs}) => ({
		id,
		family,
		title,
		severity,
		needs,
		controls: controls.filter(c => c.checks.some(({check}) => check === id)).map(c => c.id),
	}));
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({checks});
		return;
	}
	output.table(checks.map(c => [c.id, c.severity, c.needs, c.title]));
	output.line();
	output.line(`${checks.length} checks.`);
};
