import {printableText} from '../../domain/text.js';
import {postgresGrants, postgresRevocation} from '../../services/grants/postgresql.js';
import {grantRequest} from '../../services/grants/request.js';
import {workspaceOf} from '../compose.js';
import type {Globals} from '../globals.js';
import {processOutput} from '../output.js';
import {withProject} from './target.js';

type Options = {
	readonly user?: string;
	readonly database?: readonly string[];
	readonly revoke?: boolean;
};

/** Prints the script to stdout, as it is to be run; nothing is executed. */
export const printGrants = async (
	word: string,
	{user, database = [], revoke = false}: Options,
	globals: Globals,
): Promise<void> => {
	const root = await workspaceOf(globals);
	const state =
		root === undefined ? undefined : await withProject(globals, project => project.store.state());
	const request = grantRequest(word, {user, databases: database}, state);
	const script = revoke ? postgresRevocation(request) : postgresGrants(request);
	const output = processOutput(process);
	if (globals.json === true) output.json({...request, revoke, script});
	else for (const line of script.trimEnd().split('\n')) output.line(printableText(line));
};
