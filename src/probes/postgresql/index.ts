import {defineFamily} from '../engine/family.js';
import {checks} from './checks.js';
import {collect} from './collect.js';
import {whyBlind} from './facts.js';
import {ownWayIn} from './judge/hba-doubt.js';
import {tcpListening} from './judge/listening.js';

/** PostgreSQL over SQL: one login as the scanner on each endpoint, and nothing is ever written. */
export const postgresql = defineFamily({
	id: 'postgresql',
	engines: ['postgresql'],
	connections: 1,
	logsIn: true,
	checks,
	collect,
	blind: whyBlind,
	overNetwork: ['pg-own-session-tls'],
	listening: tcpListening,
	admitted: ownWayIn,
});
