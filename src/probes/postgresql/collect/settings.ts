import {seen, type Observed} from '../../engine/check.js';
import type {RoleSetting} from '../facts/roles.js';
import type {Listing, Observer, Settings} from '../facts/server.js';
import {settingsQuery} from './server.js';
import type {Session} from './session.js';

/** Where a value comes from that holds for some sessions only. */
const own: ReadonlySet<string> = new Set([
	'database',
	'user',
	'database user',
	'client',
	'interactive',
	'session',
]);
/** Our own SET LOCAL hides where these come from. */
const setByUs: ReadonlySet<string> = new Set(['statement_timeout', 'lock_timeout', 'search_path']);

/** Reads the settings that the checks need, and marks those that have another value for the scanner than for others. */
export const readSettings = async (
	session: Session,
	who: Observer,
	overrides: Observed<Listing<RoleSetting>>,
): Promise<Observed<Settings>> => {
	const rows = await session.list(settingsQuery);
	if (!rows.seen) return rows;
	const mine = (name: string): boolean =>
		!overrides.seen ||
		!overrides.value.complete ||
		overrides.value.items.some(
			item =>
				item.name === name &&
				(item.role === null || item.role === who.user) &&
				(item.database === null || item.database === who.database),
		);
	return seen(
		Object.fromEntries(
			rows.value.items.map(({name, value, source, pendingRestart}) => [
				name,
				{
					value,
					source,
					pendingRestart,
					overridden: setByUs.has(name) ? mine(name) : own.has(source),
				},
			]),
		),
	);
};
