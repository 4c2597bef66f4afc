import {unseen, type Observed} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import type {Setting} from '../facts/server.js';

/** Settings that only members of pg_read_all_settings see (flag GUC_SUPERUSER_ONLY of PostgreSQL's guc tables). */
export const guardedSettings: ReadonlySet<string> = new Set([
	'ssl_min_protocol_version',
	'ssl_max_protocol_version',
	'ssl_ciphers',
	'ssl_tls13_ciphers',
	'ssl_groups',
	'ssl_ecdh_curve',
	'shared_preload_libraries',
	'session_preload_libraries',
	'dynamic_library_path',
	'extension_control_path',
	'log_directory',
	'log_filename',
	'oauth_validator_libraries',
]);

/** PostgreSQL majors that have a setting; both ends included. */
export type Versions = {readonly since?: number; readonly until?: number};

/** A setting of an extension or a provider: where its row is absent it does not exist. */
export const customSetting: Versions = {since: 999};

/** The source of a value that waits for its library: the sessions that load it start with it. */
export const notLoaded = 'library not loaded';

/** The statement that shows guarded settings to a role. */
export const settingsGrant = (user: string): string =>
	`GRANT pg_read_all_settings TO ${quoteName(user)};`;

/** A name as SQL wants it in a statement that a person copies. */
export const quoteName = (name: string): string =>
	/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;

/**
 * A server setting as it was seen; undefined when this version has no such setting. A value that holds for the
 * scanner's own role or database only says nothing of the server, and a hidden row is never read as a default.
 */
export const settingOf = (
	facts: PostgresFacts,
	name: string,
	versions: Versions = {},
): Observed<Setting> | undefined => {
	if (!facts.settings.seen) return facts.settings;
	const setting = facts.settings.value[name];
	if (setting !== undefined)
		return setting.overridden
			? unseen('unexpected-reply', {
					detail: `${name} has a value of its own for the scanner's role or database (${setting.source}); the server's value is not visible`,
				})
			: {seen: true, value: setting, source: `pg_settings ${name}`};
	if (!facts.observer.seen) return facts.observer;
	const {versionNum, readSettings, user} = facts.observer.value;
	const major = Math.floor(versionNum / 10_000);
	if (major < (versions.since ?? 0) || major > (versions.until ?? 999)) return undefined;
	if (guardedSettings.has(name) && readSettings)
		return unseen('unexpected-reply', {
			detail: `${name} is not shown, although this role may read all settings`,
		});
	const managed = facts.provider.seen && facts.provider.value.platform !== undefined;
	return unseen(managed ? 'hidden-by-provider' : 'permission-denied', {
		detail: `${name} is not shown to this role`,
		grant: settingsGrant(user),
	});
};

/**
 * Booleans come as on, off, 1, 0, true, false, yes, no, and what ALTER ROLE stored is as it was typed: any beginning of such a
 * word that can mean nothing else (parse_bool of the server). Anything else is undefined.
 */
export const asBoolean = (value: string): boolean | undefined => {
	const word = value.trim().toLowerCase();
	if (/^(on|1|t(r(ue?)?)?|y(es?)?)$/.test(word)) return true;
	if (/^(off?|0|f(a(l(se?)?)?)?|no?)$/.test(word)) return false;
	return undefined;
};

/** A comma-separated list as lower-case words without quotes and blanks. */
export const asList = (value: string): readonly string[] =>
	value
		.split(',')
		.map(word => word.trim().replaceAll('"', '').toLowerCase())
		.filter(word => word !== '');
