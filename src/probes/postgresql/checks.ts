import {configurationChecks} from './registry/configuration.js';
import {accessChecks} from './registry/access.js';
import {roleChecks} from './registry/roles.js';
import {objectChecks} from './registry/objects.js';
import {operationChecks} from './registry/operation.js';
import {settingChecks} from './settings.js';
import {pgAdminFunctionGrants} from './checks/pg-admin-function-grants.js';
import {pgAppUsesAdminRole} from './checks/pg-app-uses-admin-role.js';
import {pgArchiveCommandSanity} from './checks/pg-archive-command-sanity.js';
import {pgArchiverHealth} from './checks/pg-archiver-health.js';
import {pgDangerousDevGucs} from './checks/pg-dangerous-dev-gucs.js';
import {pgDatabasePublicPrivs} from './checks/pg-database-public-privs.js';
import {pgDebugPrint} from './checks/pg-debug-print.js';
import {pgDefaultAclPublic} from './checks/pg-default-acl-public.js';
import {pgExcessiveDml} from './checks/pg-excessive-dml.js';
import {pgExtensionAllowlist} from './checks/pg-extension-allowlist.js';
import {pgFdwSslmode} from './checks/pg-fdw-sslmode.js';
import {pgHbaAnyAddress} from './checks/pg-hba-any-address.js';
import {pgHbaEffectiveFirstMatch} from './checks/pg-hba-effective-first-match.js';
import {pgHbaHostNotHostssl} from './checks/pg-hba-host-not-hostssl.js';
import {pgHbaIdentTcp} from './checks/pg-hba-ident-tcp.js';
import {pgHbaMd5} from './checks/pg-hba-md5.js';
import {pgHbaObservable} from './checks/pg-hba-observable.js';
import {pgHbaParseError} from './checks/pg-hba-parse-error.js';
import {pgHbaPasswordCleartext} from './checks/pg-hba-password-cleartext.js';
import {pgHbaTrust} from './checks/pg-hba-trust.js';
import {pgLogParameterLeak} from './checks/pg-log-parameter-leak.js';
import {pgObjectAuditRole} from './checks/pg-object-audit-role.js';
import {pgObserverCapabilities} from './checks/pg-observer-capabilities.js';
import {pgOwnAuthMethod} from './checks/pg-own-auth-method.js';
import {pgOwnSessionTls} from './checks/pg-own-session-tls.js';
import {pgParameterGrants} from './checks/pg-parameter-grants.js';
import {pgPasswordEqualsName} from './checks/pg-password-equals-name.js';
import {pgPasswordHashMd5} from './checks/pg-password-hash-md5.js';
import {pgPgauditClasses} from './checks/pg-pgaudit-classes.js';
import {pgPgauditDisabledPerRole} from './checks/pg-pgaudit-disabled-per-role.js';
import {pgPgauditLoaded} from './checks/pg-pgaudit-loaded.js';
import {pgPredefinedRoleMembers} from './checks/pg-predefined-role-members.js';
import {pgProviderFingerprint} from './checks/pg-provider-fingerprint.js';
import {pgPublicSchemaCreate} from './checks/pg-public-schema-create.js';
import {pgReplicationSlotsInactive} from './checks/pg-replication-slots-inactive.js';
import {pgRlsAlwaysTrue} from './checks/pg-rls-always-true.js';
import {pgRlsBypassRoles} from './checks/pg-rls-bypass-roles.js';
import {pgRlsNotForcedOwner} from './checks/pg-rls-not-forced-owner.js';
import {pgRlsPolicyDisabled} from './checks/pg-rls-policy-disabled.js';
import {pgRoleAttributes} from './checks/pg-role-attributes.js';
import {pgRoleWithoutPassword} from './checks/pg-role-without-password.js';
import {pgSchemaCreatePublicOther} from './checks/pg-schema-create-public-other.js';
import {pgSecdefPublicExecute} from './checks/pg-secdef-public-execute.js';
import {pgSecdefSearchPath} from './checks/pg-secdef-search-path.js';
import {pgSecretsInRoleDbSettings} from './checks/pg-secrets-in-role-db-settings.js';
import {pgSecurityGucOverrides} from './checks/pg-security-guc-overrides.js';
import {pgSessionAge} from './checks/pg-session-age.js';
import {pgSessionsPlaintext} from './checks/pg-sessions-plaintext.js';
import {pgSessionsWeakTls} from './checks/pg-sessions-weak-tls.js';
import {pgSuperusers} from './checks/pg-superusers.js';
import {pgTablePublicPrivs} from './checks/pg-table-public-privs.js';
import {pgTenantColumnWithoutRls} from './checks/pg-tenant-column-without-rls.js';
import {pgTimezoneClockSkew} from './checks/pg-timezone-clock-skew.js';
import {pgUntrustedLanguage} from './checks/pg-untrusted-language.js';
import {pgVendorAdminMembers} from './checks/pg-vendor-admin-members.js';
import {pgVersionMajorEol} from './checks/pg-version-major-eol.js';
import {pgVersionMinorOutdated} from './checks/pg-version-minor-outdated.js';
import {pgViewBypassesRls} from './checks/pg-view-bypasses-rls.js';
import {pgXidWraparound} from './checks/pg-xid-wraparound.js';
import type {Check} from '../engine/check.js';
import type {PostgresFacts} from './facts.js';

/** Every check of the family. A new one is a file in checks/ and a line here or in registry/, or a row of settings/. */
export const checks: readonly Check<PostgresFacts>[] = [
	pgAdminFunctionGrants,
	pgAppUsesAdminRole,
	pgArchiveCommandSanity,
	pgArchiverHealth,
	pgDangerousDevGucs,
	pgDatabasePublicPrivs,
	pgDebugPrint,
	pgDefaultAclPublic,
	pgExcessiveDml,
	pgExtensionAllowlist,
	pgFdwSslmode,
	pgHbaAnyAddress,
	pgHbaEffectiveFirstMatch,
	pgHbaHostNotHostssl,
	pgHbaIdentTcp,
	pgHbaMd5,
	pgHbaObservable,
	pgHbaParseError,
	pgHbaPasswordCleartext,
	pgHbaTrust,
	pgLogParameterLeak,
	pgObjectAuditRole,
	pgObserverCapabilities,
	pgOwnAuthMethod,
	pgOwnSessionTls,
	pgParameterGrants,
	pgPasswordEqualsName,
	pgPasswordHashMd5,
	pgPgauditClasses,
	pgPgauditDisabledPerRole,
	pgPgauditLoaded,
	pgPredefinedRoleMembers,
	pgProviderFingerprint,
	pgPublicSchemaCreate,
	pgReplicationSlotsInactive,
	pgRlsAlwaysTrue,
	pgRlsBypassRoles,
	pgRlsNotForcedOwner,
	pgRlsPolicyDisabled,
	pgRoleAttributes,
	pgRoleWithoutPassword,
	pgSchemaCreatePublicOther,
	pgSecdefPublicExecute,
	pgSecdefSearchPath,
	pgSecretsInRoleDbSettings,
	pgSecurityGucOverrides,
	pgSessionAge,
	pgSessionsPlaintext,
	pgSessionsWeakTls,
	pgSuperusers,
	pgTablePublicPrivs,
	pgTenantColumnWithoutRls,
	pgTimezoneClockSkew,
	pgUntrustedLanguage,
	pgVendorAdminMembers,
	pgVersionMajorEol,
	pgVersionMinorOutdated,
	pgViewBypassesRls,
	pgXidWraparound,
	...configurationChecks,
	...accessChecks,
	...roleChecks,
	...objectChecks,
	...operationChecks,
	...settingChecks,
];
