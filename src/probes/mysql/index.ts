import {defineFamily} from '../engine/family.js';
import {checks} from './checks.js';
import {collect} from './collect.js';
import {whyBlind} from './facts.js';
import {tcpListening} from './judge/listening.js';

/** MySQL and MariaDB over SQL: one login as the scanner on each endpoint, and nothing is ever written. */
export const mysql = defineFamily({
	id: 'mysql',
	engines: ['mysql', 'mariadb'],
	connections: 1,
	checks,
	collect,
	blind: whyBlind,
	overNetwork: ['mysql-own-session-tls', 'mysql-tls-ca-cert-present'],
	listening: tcpListening,
});
