import {pgHbaAllDatabaseUser} from '../checks/pg-hba-all-database-user.js';
import {pgHbaClientcert} from '../checks/pg-hba-clientcert.js';
import {pgHbaHostnameRule} from '../checks/pg-hba-hostname-rule.js';
import {pgHbaLdapPlaintext} from '../checks/pg-hba-ldap-plaintext.js';
import {pgHbaReplicationScope} from '../checks/pg-hba-replication-scope.js';
import {pgHbaSuperuserRemote} from '../checks/pg-hba-superuser-remote.js';
import {pgHbaUnreachableRule} from '../checks/pg-hba-unreachable-rule.js';
import {pgIdentCatchall} from '../checks/pg-ident-catchall.js';
import {pgIdentSuperuserMap} from '../checks/pg-ident-superuser-map.js';
import {pgOauthValidator} from '../checks/pg-oauth-validator.js';
import {pgTlsCrl} from '../checks/pg-tls-crl.js';
import type {Check} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';

/** Checks of the access rules and user maps. */
export const accessChecks: readonly Check<PostgresFacts>[] = [
	pgHbaAllDatabaseUser,
	pgHbaClientcert,
	pgHbaHostnameRule,
	pgHbaLdapPlaintext,
	pgHbaReplicationScope,
	pgHbaSuperuserRemote,
	pgHbaUnreachableRule,
	pgIdentCatchall,
	pgIdentSuperuserMap,
	pgOauthValidator,
	pgTlsCrl,
];
