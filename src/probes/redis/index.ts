import {defineFamily} from '../engine/family.js';
import {checks} from './checks.js';
import {collect, redisConnections} from './collect.js';
import {whyBlind} from './facts.js';
import {tcpListening} from './judge/listening.js';

/** Redis and Valkey: what a stranger may do, and what the server says of itself to the scanner. Nothing is ever written. */
export const redis = defineFamily({
	id: 'redis',
	engines: ['redis', 'valkey'],
	connections: redisConnections,
	checks,
	collect,
	blind: whyBlind,
	overNetwork: ['redis-wire-plaintext-port'],
	listening: tcpListening,
});
