import {UserError} from '../domain/errors.js';
import type {DatabaseTarget, Target} from '../domain/target.js';
import {refuseSocketHost} from './refuse-socket.js';

/** There are probes for every engine that a database target may have. */
export const canProbe = (target: Target): target is DatabaseTarget => target.kind === 'database';

/** True when a probe tries something in clear: of PostgreSQL only when there are users to try with. */
export const triesPlaintext = ({engine, identities}: DatabaseTarget): boolean =>
	engine !== 'postgresql' || identities.length > 0;

/** Checks that knock without TLS to see whether they are refused; their ids say so, but for one. Others send nothing in clear. */
const knocksInClear = (check: string): boolean =>
	/plaintext-(refused|port)/.test(check) || check === 'pg-wire-auth-method';

/** True when a probe of these targets, with all checks or with those of `only`, sends names of users and databases in clear. */
export const asksInClear = (
	targets: readonly DatabaseTarget[],
	only: readonly string[] | undefined,
): boolean => targets.some(triesPlaintext) && (only === undefined || only.some(knocksInClear));

/** @throws UserError for a target that cannot be probed, also for one that was recorded with the path of a socket. */
export const probeable = (target: Target): DatabaseTarget => {
	if (canProbe(target)) {
		for (const {host} of target.endpoints)
			refuseSocketHost(host, [
				`${target.name} is recorded with it; a new target with an address takes its place: dbvet target retire ${target.name}`,
			]);
		return target;
	}
	throw new UserError(`${target.name} is of kind ${target.kind}: there is nothing to connect to.`, [
		'Its questions can be answered with: dbvet assess',
	]);
};
