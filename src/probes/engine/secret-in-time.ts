import {UserError} from '../../domain/errors.js';
import type {ProbeRequest} from '../../domain/ports.js';
import type {Deadline} from './deadline.js';

/** What is left for telling of it, so that the target's time does not end first with another reason. */
const toTellMs = 300;

/**
 * Asks for passwords, and stops waiting shortly before the target's time is over: then it is the password command that took too
 * long, and not the server.
 */
export const secretInTime =
	(
		{secret, target}: Pick<ProbeRequest, 'secret' | 'target'>,
		deadline: Deadline,
	): ProbeRequest['secret'] =>
	identity =>
		new Promise((resolve, reject) => {
			const giveUp = (): void =>
				reject(
					new UserError(
						identity.credential?.from === 'command'
							? `The password command of ${target.name} took longer than the time for this target.`
							: `The password for ${target.name} took longer to get than the time for this target.`,
					),
				);
			const timer = setTimeout(giveUp, Math.max(0, deadline.remainingMs() - toTellMs));
			secret(identity)
				.then(resolve, reject)
				.finally(() => clearTimeout(timer));
		});
