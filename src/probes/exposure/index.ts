import {defineFamily} from '../engine/family.js';
import {netDanglingEndpoint} from './checks/net-dangling-endpoint.js';
import {netPoolerExposure} from './checks/net-pooler-exposure.js';
import {netPublicResolution} from './checks/net-public-resolution.js';
import {netReplicaExposure} from './checks/net-replica-exposure.js';
import {netTcpReachable} from './checks/net-tcp-reachable.js';
import {collectExposure} from './facts.js';

/** Where names lead and what answers from here, of any engine. It opens no connection of its own. */
export const exposure = defineFamily({
	id: 'exposure',
	engines: ['postgresql', 'mysql', 'mariadb', 'redis', 'valkey'],
	connections: 0,
	evenUnreached: true,
	overNetwork: 'all',
	collect: collectExposure,
	checks: [
		netPublicResolution,
		netTcpReachable,
		netPoolerExposure,
		netReplicaExposure,
		netDanglingEndpoint,
	],
});
