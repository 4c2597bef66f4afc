import {controlsOf} from '../../domain/content-parts.js';
import {shippedChecks, shippedContent} from '../compose.js';
import {processOutput} from '../output.js';
import type {Globals} from '../globals.js';
import {checkLines, checkRows} from './check-lines.js';

/** `dbvet probe --list`: needs no workspace. */
export const listChecks = (globals: Globals): void => {
	const controls = controlsOf(shippedContent());
	const checks = shippedChecks().map(({id, family, title, severity, needs, source}) => ({
		id,
		family,
		title,
		severity,
		needs,
		source,
		controls: controls.filter(c => c.checks.some(({check}) => check === id)).map(c => c.id),
	}));
	const output = processOutput(process);
	if (globals.json === true) {
		output.json({checks});
		return;
	}
	const {isTerminal, columns} = output;
	for (const line of isTerminal ? checkLines(checks, columns) : checkRows(checks))
		output.line(line);
	output.line();
	output.line(
		`${checks.length} checks. What they need and what shows them stands in full in: dbvet probe --list --json`,
	);
};
