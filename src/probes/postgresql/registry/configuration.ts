import {pgAlterSystemSource} from '../checks/pg-alter-system-source.js';
import {pgAuthDelay} from '../checks/pg-auth-delay.js';
import {pgConfigFileDrift} from '../checks/pg-config-file-drift.js';
import {pgEventTriggers} from '../checks/pg-event-triggers.js';
import {pgKrbSettings} from '../checks/pg-krb-settings.js';
import {pgLibraryPath} from '../checks/pg-library-path.js';
import {pgLogDurationStatement} from '../checks/pg-log-duration-statement.js';
import {pgLogRotation} from '../checks/pg-log-rotation.js';
import {pgLogStatement} from '../checks/pg-log-statement.js';
import {pgLogStats} from '../checks/pg-log-stats.js';
import {pgLogSyslog} from '../checks/pg-log-syslog.js';
import {pgLoginEventTrigger} from '../checks/pg-login-event-trigger.js';
import {pgPasswordPolicyExtension} from '../checks/pg-password-policy-extension.js';
import {pgPendingRestart} from '../checks/pg-pending-restart.js';
import {pgPgauditExtensionCreated} from '../checks/pg-pgaudit-extension-created.js';
import {pgPgauditOptions} from '../checks/pg-pgaudit-options.js';
import {pgPgauditSelfDisable} from '../checks/pg-pgaudit-self-disable.js';
import {pgPreloadLibraries} from '../checks/pg-preload-libraries.js';
import {pgPrivilegedChangeMonitoring} from '../checks/pg-privileged-change-monitoring.js';
import {pgTlsGroups} from '../checks/pg-tls-groups.js';
import {pgTriggersDisabled} from '../checks/pg-triggers-disabled.js';
import type {Check} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';

/** Checks of several settings together, and of what records changes. */
export const configurationChecks: readonly Check<PostgresFacts>[] = [
	pgAlterSystemSource,
	pgAuthDelay,
	pgConfigFileDrift,
	pgEventTriggers,
	pgKrbSettings,
	pgLibraryPath,
	pgLogDurationStatement,
	pgLogRotation,
	pgLogStatement,
	pgLogStats,
	pgLogSyslog,
	pgLoginEventTrigger,
	pgPasswordPolicyExtension,
	pgPendingRestart,
	pgPgauditExtensionCreated,
	pgPgauditOptions,
	pgPgauditSelfDisable,
	pgPreloadLibraries,
	pgPrivilegedChangeMonitoring,
	pgTlsGroups,
	pgTriggersDisabled,
];
