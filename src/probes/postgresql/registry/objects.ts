import {pgAuditTableTamper} from '../checks/pg-audit-table-tamper.js';
import {pgCLanguageUserFunction} from '../checks/pg-c-language-user-function.js';
import {pgCronJobs} from '../checks/pg-cron-jobs.js';
import {pgDblinkInstalled} from '../checks/pg-dblink-installed.js';
import {pgExtensionInPublic} from '../checks/pg-extension-in-public.js';
import {pgExtensionOutdated} from '../checks/pg-extension-outdated.js';
import {pgFdwPasswordRequiredFalse} from '../checks/pg-fdw-password-required-false.js';
import {pgForeignAuthUsersExposed} from '../checks/pg-foreign-auth-users-exposed.js';
import {pgForeignTableExposed} from '../checks/pg-foreign-table-exposed.js';
import {pgFunctionSearchPathMutable} from '../checks/pg-function-search-path-mutable.js';
import {pgLargeObjectPublic} from '../checks/pg-large-object-public.js';
import {pgMatviewExposesRls} from '../checks/pg-matview-exposes-rls.js';
import {pgPasswordInUsermapping} from '../checks/pg-password-in-usermapping.js';
import {pgQueryTextExposure} from '../checks/pg-query-text-exposure.js';
import {pgRlsDisabledExposed} from '../checks/pg-rls-disabled-exposed.js';
import {pgRlsMultiplePermissive} from '../checks/pg-rls-multiple-permissive.js';
import {pgRlsNoPolicy} from '../checks/pg-rls-no-policy.js';
import {pgRlsSettableGuc} from '../checks/pg-rls-settable-guc.js';
import {pgRlsUserMetadata} from '../checks/pg-rls-user-metadata.js';
import {pgRlsWithCheckMissing} from '../checks/pg-rls-with-check-missing.js';
import {pgSecretsInCron} from '../checks/pg-secrets-in-cron.js';
import {pgSecretsInFunctions} from '../checks/pg-secrets-in-functions.js';
import {pgSensitiveColumnsExposed} from '../checks/pg-sensitive-columns-exposed.js';
import {pgViewSecurityBarrier} from '../checks/pg-view-security-barrier.js';
import type {Check} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';

/** Checks of what lies in a database: code, secrets, policies and what is open to many. */
export const objectChecks: readonly Check<PostgresFacts>[] = [
	pgAuditTableTamper,
	pgCLanguageUserFunction,
	pgCronJobs,
	pgDblinkInstalled,
	pgExtensionInPublic,
	pgExtensionOutdated,
	pgFdwPasswordRequiredFalse,
	pgForeignAuthUsersExposed,
	pgForeignTableExposed,
	pgFunctionSearchPathMutable,
	pgLargeObjectPublic,
	pgMatviewExposesRls,
	pgPasswordInUsermapping,
	pgQueryTextExposure,
	pgRlsDisabledExposed,
	pgRlsMultiplePermissive,
	pgRlsNoPolicy,
	pgRlsSettableGuc,
	pgRlsUserMetadata,
	pgRlsWithCheckMissing,
	pgSecretsInCron,
	pgSecretsInFunctions,
	pgSensitiveColumnsExposed,
	pgViewSecurityBarrier,
];
