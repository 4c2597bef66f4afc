import type {Replica, Standby} from './facts/replication.js';

/** A replica that follows closely, over TLS. */
export const goodReplica: Replica = {
	user: 'copier',
	application: 'replica1',
	address: '10.0.0.8',
	loopback: false,
	ownMachine: false,
	encrypted: true,
	state: 'streaming',
	logical: false,
	lagBytes: 0,
	lagSeconds: null,
};

/** A standby that follows a verified primary. */
export const goodStandby: Standby = {
	connection: 'set',
	remote: true,
	sslmode: 'verify-full',
	hasPassword: false,
	caughtUp: true,
	replayedSeconds: 3,
};
