import type {Identity} from '../../domain/target.js';
import type {CollectContext} from '../engine/family.js';
import {askInClear, type Asker} from './collect-identities.js';
import type {StrangerFacts} from './facts.js';
import type {Gate} from '../engine/gate.js';

/** Nobody has this name: a rule that takes it takes every name. */
const inventedUser = 'dbvet_nobody';

const strangersOf = (first: Identity): readonly {readonly who: string; readonly asker: Asker}[] => {
	const {user, database} = first;
	return [
		{
			who: `a user that does not exist, database ${database}`,
			asker: {user: inventedUser, database},
		},
		// Rules for all databases leave replication out, so that it has rules of its own.
		{who: `replication as user ${user}`, asker: {user, database, replication: true}},
	];
};

/**
 * Tries in clear what no declared user does: another name, and replication. Two connections, and no login.
 * @param gate lets through a few at a time
 */
export const collectStrangers = (
	context: CollectContext,
	[first]: readonly Identity[],
	gate: Gate,
): Promise<readonly StrangerFacts[]> =>
	Promise.all(
		(first === undefined || !context.wants('tls-plaintext-refused-multi-user')
			? []
			: strangersOf(first)
		).map(async ({who, asker}) => {
			const attempt = await gate(() => askInClear(context, asker));
			return {who, reply: attempt.seen ? {seen: true, value: attempt.value.reply} : attempt};
		}),
	);
