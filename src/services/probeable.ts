import {UserError} from '../domain/errors.js';
import type {DatabaseTarget, Target} from '../domain/target.js';

/** There are probes for every engine that a database target may have. */
export const canProbe = (target: Target): target is DatabaseTarget => target.kind === 'database';

/** True when a probe tries something in clear: of PostgreSQL only when there are users to try with. */
export const triesPlaintext = ({engine, identities}: DatabaseTarget): boolean =>
	engine !== 'postgresql' || identities.length > 0;

/** @throws UserError for a target that cannot be probed. */
export const probeable = (target: Target): DatabaseTarget => {
	if (canProbe(target)) return target;
	throw new UserError(`${target.name} is of kind ${target.kind}: there is nothing to connect to.`, [
		'Its questions can be answered with: dbvet assess',
	]);
};
