import type {Check} from '../engine/check.js';
import {redisAclChannels} from './checks/redis-acl-channels.js';
import {redisAclDangerous} from './checks/redis-acl-dangerous.js';
import {redisAclNopassUsers} from './checks/redis-acl-nopass-users.js';
import {redisAuthRequired} from './checks/redis-auth-required.js';
import {redisBind} from './checks/redis-bind.js';
import {redisClientListPlaintext} from './checks/redis-client-list-plaintext.js';
import {redisDangerousCommands} from './checks/redis-dangerous-commands.js';
import {redisDefaultUserScope} from './checks/redis-default-user-scope.js';
import {redisHa} from './checks/redis-ha.js';
import {redisLuaEval} from './checks/redis-lua-eval.js';
import {redisMaxmemoryPolicy} from './checks/redis-maxmemory-policy.js';
import {redisPasswordStrength} from './checks/redis-password-strength.js';
import {redisPersistence} from './checks/redis-persistence.js';
import {redisProtectedMode} from './checks/redis-protected-mode.js';
import {redisRdbBackupAge} from './checks/redis-rdb-backup-age.js';
import {redisReplicationSecurity} from './checks/redis-replication-security.js';
import {redisTimeoutIdle} from './checks/redis-timeout-idle.js';
import {redisTlsMin} from './checks/redis-tls-min.js';
import {redisTlsPort} from './checks/redis-tls-port.js';
import {redisVersionEol} from './checks/redis-version-eol.js';
import {redisWireNoauth} from './checks/redis-wire-noauth.js';
import {redisWirePlaintextPort} from './checks/redis-wire-plaintext-port.js';
import type {RedisFacts} from './facts.js';

/** Every check of the family. A new one is a file in checks/ and a line here. */
export const checks: readonly Check<RedisFacts>[] = [
	redisWireNoauth,
	redisWirePlaintextPort,
	redisAuthRequired,
	redisAclNopassUsers,
	redisAclDangerous,
	redisDefaultUserScope,
	redisAclChannels,
	redisPasswordStrength,
	redisLuaEval,
	redisDangerousCommands,
	redisVersionEol,
	redisTlsPort,
	redisTlsMin,
	redisClientListPlaintext,
	redisReplicationSecurity,
	redisProtectedMode,
	redisBind,
	redisPersistence,
	redisRdbBackupAge,
	redisHa,
	redisMaxmemoryPolicy,
	redisTimeoutIdle,
];
