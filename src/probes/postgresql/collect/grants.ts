import type {Observer} from '../facts/server.js';
import {quoteName} from '../judge/settings.js';

/** What a role needs for the sessions of others. */
export const statsGrant = (user: string): string =>
	`GRANT pg_read_all_stats TO ${quoteName(user)};`;

/**
 * Rights on a catalogue hold in the database in which they were granted, so that the statement says in which: as a comment
 * before its end, which a name cannot close.
 */
const inThis = (database: string): string =>
	` /* in database ${quoteName(database).replaceAll('*/', '* /')} */`;

/** What a role needs for the kinds of stored passwords; no more columns than are read. It should not be given. */
export const passwordsGrant = ({user, database}: Observer): string =>
	`GRANT SELECT (oid, rolname, rolcanlogin, rolpassword) ON pg_authid TO ${quoteName(user)}${inThis(database)};`;

/** What a role needs for the rules of pg_hba.conf, on a server of one's own. */
export const rulesGrant = ({user, database}: Observer): string =>
	`GRANT SELECT ON pg_hba_file_rules TO ${quoteName(user)}; GRANT EXECUTE ON FUNCTION pg_hba_file_rules() TO ${quoteName(user)}${inThis(database)};`;

/** What a role needs for the faults in the configuration files, on a server of one's own. */
export const fileSettingsGrant = ({user, database}: Observer): string =>
	`GRANT SELECT ON pg_file_settings TO ${quoteName(user)}; GRANT EXECUTE ON FUNCTION pg_show_all_file_settings() TO ${quoteName(user)}${inThis(database)};`;

/** What a role needs for the lines of pg_ident.conf, on a server of one's own. */
export const identGrant = ({user, database}: Observer): string =>
	`GRANT SELECT ON pg_ident_file_mappings TO ${quoteName(user)}; GRANT EXECUTE ON FUNCTION pg_ident_file_mappings() TO ${quoteName(user)}${inThis(database)};`;
