import {UserError} from '../domain/errors.js';
import {isSocket} from '../domain/socket-endpoint.js';
import type {DatabaseTarget, Target} from '../domain/target.js';

/** There are probes for every engine that a database target may have. */
export const canProbe = (target: Target): target is DatabaseTarget => target.kind === 'database';

/** True when a probe tries something in clear over a network: of PostgreSQL only when there are users to try with. */
export const triesPlaintext = ({engine, identities, endpoints}: DatabaseTarget): boolean =>
	(engine !== 'postgresql' || identities.length > 0) && !endpoints.every(isSocket);

/** Checks that knock without TLS to see whether they are refused; their ids say so, but for one. Others send nothing in clear. */
const knocksInClear = (check: string): boolean =>
	/plaintext-(refused|port)/.test(check) || check === 'pg-wire-auth-method';

/** True when a probe of these targets, with all checks or with those of `only`, sends names of users and databases in clear. */
export const asksInClear = (
	targets: readonly DatabaseTarget[],
	only: readonly string[] | undefined,
): boolean => targets.some(triesPlaintext) && (only === undefined || only.some(knocksInClear));

/** @throws UserError for a target that cannot be probed. */
export const probeable = (target: Target): DatabaseTarget => {
	if (canProbe(target)) {
		return target;
	}
	throw new UserError(`${target.name} is of kind ${target.kind}: there is nothing to connect to.`, [
		'Its questions can be answered with: dbvet assess',
	]);
};
