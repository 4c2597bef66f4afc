import type {SessionGroup} from '../facts/server.js';

/** Names a group of sessions from run to run: user, database, address. */
export const nameSessions = ({user, database, address}: SessionGroup): string =>
	`${user}@${database ?? '(none)'} from ${address}`;

/** `2 sessions of app on shop from 10.0.0.7 (shop-web)`. */
export const describeSessions = (group: SessionGroup): string =>
	`${group.sessions} ${group.sessions === 1 ? 'session' : 'sessions'} of ${nameSessions(group)}${
		group.application === '' ? '' : ` (${group.application})`
	}`;
