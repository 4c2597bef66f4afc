import {sha256} from '../domain/id.js';

/**
 * The name of a person's history file, from host and login: `w-` and 8 hex digits of a hash, so that a workspace that is handed
 * on shows neither. The same pair gives the same name.
 */
export const writerName = ({host, user}: {readonly host: string; readonly user: string}): string =>
	`w-${sha256(JSON.stringify([host, user])).slice(0, 8)}`;
