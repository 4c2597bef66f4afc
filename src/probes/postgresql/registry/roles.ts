import {pgBackupRole} from '../checks/pg-backup-role.js';
import {pgGrantOption} from '../checks/pg-grant-option.js';
import {pgOwnershipAppRole} from '../checks/pg-ownership-app-role.js';
import {pgOwnershipSuperuserObjects} from '../checks/pg-ownership-superuser-objects.js';
import {pgReplicationRoles} from '../checks/pg-replication-roles.js';
import {pgRoleEscalationGraph} from '../checks/pg-role-escalation-graph.js';
import {pgRoleValidUntil} from '../checks/pg-role-valid-until.js';
import {pgSearchPathWritable} from '../checks/pg-search-path-writable.js';
import {pgSessionsByPrivilegedRole} from '../checks/pg-sessions-by-privileged-role.js';
import {pgSharedLoginRole} from '../checks/pg-shared-login-role.js';
import type {Check} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';

/** Checks of roles: what they may become, what they own, and who uses them. */
export const roleChecks: readonly Check<PostgresFacts>[] = [
	pgBackupRole,
	pgGrantOption,
	pgOwnershipAppRole,
	pgOwnershipSuperuserObjects,
	pgReplicationRoles,
	pgRoleEscalationGraph,
	pgRoleValidUntil,
	pgSearchPathWritable,
	pgSessionsByPrivilegedRole,
	pgSharedLoginRole,
];
