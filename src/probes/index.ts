import type {Engine} from '../domain/target.js';
import type {Family} from './engine/family.js';
import {exposure} from './exposure/index.js';
import {siblings} from './siblings/index.js';
import {tlsFamily} from './tls/index.js';

export {createProbeRunner} from './engine/runner.js';

/** The families that look at an engine, in the order in which findings are reported. Other engines' drivers stay unread. */
export const familiesFor = async (engine: Engine): Promise<readonly Family[]> => [
	exposure,
	tlsFamily,
	await inside(engine),
	siblings,
];

const inside = async (engine: Engine): Promise<Family> => {
	switch (engine) {
		case 'postgresql':
			return (await import('./postgresql/index.js')).postgresql;
		case 'mysql':
		case 'mariadb':
			return (await import('./mysql/index.js')).mysql;
		case 'redis':
		case 'valkey':
			return (await import('./redis/index.js')).redis;
	}
};
