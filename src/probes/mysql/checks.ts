import {mysqlAccountSslType} from './checks/mysql-account-ssl-type.js';
import {mysqlAnonymousAccounts} from './checks/mysql-anonymous-accounts.js';
import {mysqlAppUsesAdmin} from './checks/mysql-app-uses-admin.js';
import {mysqlAuditExclusions} from './checks/mysql-audit-exclusions.js';
import {mysqlAuditPlugin} from './checks/mysql-audit-plugin.js';
import {mysqlAuthPlugin} from './checks/mysql-auth-plugin.js';
import {mysqlBinlogPitr} from './checks/mysql-binlog-pitr.js';
import {mysqlDefaultAuth} from './checks/mysql-default-auth.js';
import {mysqlDmlDdlOnMysqlSchema} from './checks/mysql-dml-ddl-on-mysql-schema.js';
import {mysqlEmptyPasswords} from './checks/mysql-empty-passwords.js';
import {mysqlEventsScheduler} from './checks/mysql-events-scheduler.js';
import {mysqlFailedLoginLockout} from './checks/mysql-failed-login-lockout.js';
import {mysqlGrantOption} from './checks/mysql-grant-option.js';
import {mysqlObserverCapabilities} from './checks/mysql-observer-capabilities.js';
import {mysqlOwnSessionTls} from './checks/mysql-own-session-tls.js';
import {mysqlPasswordReuse} from './checks/mysql-password-reuse.js';
import {mysqlPluginsRisky} from './checks/mysql-plugins-risky.js';
import {mysqlReplicationHealth} from './checks/mysql-replication-health.js';
import {mysqlReplicationTls} from './checks/mysql-replication-tls.js';
import {mysqlRequireSecureTransport} from './checks/mysql-require-secure-transport.js';
import {mysqlRoleGraph} from './checks/mysql-role-graph.js';
import {mysqlRootRemote} from './checks/mysql-root-remote.js';
import {mysqlRoutineDefiner} from './checks/mysql-routine-definer.js';
import {mysqlSampleSchemas} from './checks/mysql-sample-schemas.js';
import {mysqlSecretsInRoutines} from './checks/mysql-secrets-in-routines.js';
import {mysqlSecureFilePriv} from './checks/mysql-secure-file-priv.js';
import {mysqlSessionReadonly} from './checks/mysql-session-readonly.js';
import {mysqlSessionsPlaintext} from './checks/mysql-sessions-plaintext.js';
import {mysqlSkipGrantTables} from './checks/mysql-skip-grant-tables.js';
import {mysqlSuperPrivs} from './checks/mysql-super-privs.js';
import {mysqlSuspiciousUdf} from './checks/mysql-suspicious-udf.js';
import {mysqlTestDatabase} from './checks/mysql-test-database.js';
import {mysqlTlsCaCertPresent} from './checks/mysql-tls-ca-cert-present.js';
import {mysqlValidatePassword} from './checks/mysql-validate-password.js';
import {mysqlVersionEol} from './checks/mysql-version-eol.js';
import {mysqlVersionMinor} from './checks/mysql-version-minor.js';
import {mysqlWildcardHosts} from './checks/mysql-wildcard-hosts.js';
import {privilegeChecks} from './privileges.js';
import {settingChecks} from './settings.js';

/** Every check of the family. */
export const checks = [
	mysqlAccountSslType,
	mysqlAnonymousAccounts,
	mysqlAppUsesAdmin,
	mysqlAuditExclusions,
	mysqlAuditPlugin,
	mysqlAuthPlugin,
	mysqlBinlogPitr,
	mysqlDefaultAuth,
	mysqlDmlDdlOnMysqlSchema,
	mysqlEmptyPasswords,
	mysqlEventsScheduler,
	mysqlFailedLoginLockout,
	mysqlGrantOption,
	mysqlObserverCapabilities,
	mysqlOwnSessionTls,
	mysqlPasswordReuse,
	mysqlPluginsRisky,
	mysqlReplicationHealth,
	mysqlReplicationTls,
	mysqlRequireSecureTransport,
	mysqlRoleGraph,
	mysqlRootRemote,
	mysqlRoutineDefiner,
	mysqlSampleSchemas,
	mysqlSecretsInRoutines,
	mysqlSecureFilePriv,
	mysqlSessionReadonly,
	mysqlSessionsPlaintext,
	mysqlSkipGrantTables,
	mysqlSuperPrivs,
	mysqlSuspiciousUdf,
	mysqlTestDatabase,
	mysqlTlsCaCertPresent,
	mysqlValidatePassword,
	mysqlVersionEol,
	mysqlVersionMinor,
	mysqlWildcardHosts,
	...privilegeChecks,
	...settingChecks,
];
