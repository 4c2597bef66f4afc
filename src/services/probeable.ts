import {UserError} from '../domain/errors.js';
import type {DatabaseTarget, Target} from '../domain/target.js';

/** The engines that probes exist for today. */
const probed = ['postgresql', 'redis', 'valkey'] as const;

export const canProbe = (
	target: Target,
): target is DatabaseTarget & {readonly engine: (typeof probed)[number]} =>
	target.kind === 'database' && probed.some(engine => engine === target.engine);

/** @throws UserError for a target that cannot be probed. */
export const probeable = (target: Target): DatabaseTarget => {
	if (canProbe(target)) return target;
	throw new UserError(
		target.kind === 'database'
			? `${target.name}: this dbvet probes PostgreSQL, Redis and Valkey, and this is ${target.engine}.`
			: `${target.name} is of kind ${target.kind}: there is nothing to connect to.`,
		['Its questions can be answered with: dbvet assess'],
	);
};
