import type {Family} from './engine/family.js';
import {exposure} from './exposure/index.js';
import {mysql} from './mysql/index.js';
import {postgresql} from './postgresql/index.js';
import {redis} from './redis/index.js';
import {siblings} from './siblings/index.js';
import {tlsFamily} from './tls/index.js';

/** Every probe family, in the order in which findings are reported: for what speaks of all checks and probes nothing. */
export const allFamilies: readonly Family[] = [
	exposure,
	tlsFamily,
	postgresql,
	mysql,
	redis,
	siblings,
];
