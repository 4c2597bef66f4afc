import {mysqlGrants, mysqlRevocation} from './mysql.js';
import {postgresGrants, postgresRevocation} from './postgresql.js';
import {redisGrants, redisNotes, redisRevocation, redisRevocationNotes} from './redis.js';
import type {GrantRequest} from './grant-request.js';

/** What the engine's own client runs, and what to know besides, where the script itself cannot say it. */
export type GrantScript = {readonly script: string; readonly notes: readonly string[]};

/** The one script that makes the scanner's login, or takes it away. */
export const grantScript = (request: GrantRequest, revoke: boolean): GrantScript => {
	switch (request.engine) {
		case 'postgresql':
			return {script: (revoke ? postgresRevocation : postgresGrants)(request), notes: []};
		case 'mysql':
		case 'mariadb':
			return {script: (revoke ? mysqlRevocation : mysqlGrants)(request), notes: []};
		case 'redis':
		case 'valkey':
			return revoke
				? {script: redisRevocation(request), notes: redisRevocationNotes(request)}
				: {script: redisGrants(request), notes: redisNotes(request)};
	}
};
