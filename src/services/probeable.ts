import {UserError} from '../domain/errors.js';
import type {DatabaseTarget, Target} from '../domain/target.js';

/** The engines that probes exist for today. */
const probed = ['postgresql', 'mysql', 'mariadb'] as const;

export const canProbe = (
	target: Target,
): target is DatabaseTarget & {readonly engine: (typeof probed)[number]} =>
	target.kind === 'database' && probed.some(engine => engine === target.engine);

/** True when a probe asks whether the target's users are refused without TLS: so far only of PostgreSQL. */
export const triesPlaintext = ({engine, identities}: DatabaseTarget): boolean =>
	engine === 'postgresql' && identities.length > 0;

/** @throws UserError for a target that cannot be probed. */
export const probeable = (target: Target): DatabaseTarget => {
	if (canProbe(target)) return target;
	throw new UserError(
		target.kind === 'database'
			? `${target.name}: this dbvet probes PostgreSQL, MySQL and MariaDB, and this is ${target.engine}.`
			: `${target.name} is of kind ${target.kind}: there is nothing to connect to.`,
		['Its questions can be answered with: dbvet assess'],
	);
};
