import {printableText} from '../../domain/text.js';
import type {Engine} from '../../domain/target.js';
import {grantRequest} from '../../services/grants/request.js';
import {grantScript} from '../../services/grants/script.js';
import {workspaceOf} from '../compose.js';
import type {Globals} from '../globals.js';
import {processOutput} from '../output.js';
import {withProject} from './target.js';

type Options = {
	readonly engine?: Engine;
	readonly user?: string;
	readonly from?: string;
	readonly database?: readonly string[];
	readonly revoke?: boolean;
};

/** Prints the script to stdout, as it is to be run; nothing is executed. */
export const printGrants = async (
	word: string,
	{database = [], revoke = false, ...options}: Options,
	globals: Globals,
): Promise<void> => {
	const root = await workspaceOf(globals);
	const state =
		root === undefined ? undefined : await withProject(globals, project => project.store.state());
	const {ownLogin, ...request} = grantRequest(word, {...options, databases: database}, state);
	const {script, notes: asked} = grantScript(request, revoke);
	const notes = [
		...(ownLogin === undefined ? [] : [ownLogin.note]),
		...asked,
		...(ownLogin === undefined || revoke ? [] : [ownLogin.next]),
	];
	const output = processOutput(process);
	if (globals.json === true) output.json({...request, revoke, script, notes});
	else {
		for (const line of script.trimEnd().split('\n')) output.line(printableText(line));
		for (const note of notes) output.note(note);
	}
};
