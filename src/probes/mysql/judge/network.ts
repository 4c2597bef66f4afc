import type {JudgeContext} from '../../engine/check.js';
import type {MysqlFacts} from '../facts.js';
import type {Account} from '../facts/accounts.js';
import {isForPeople, isLocalHost} from './accounts.js';

/** Ways to log in that only work over the Unix socket of the server's own machine. */
const socketOnly: ReadonlySet<string> = new Set(['auth_socket', 'unix_socket']);

/** True for an account that somebody on another machine can log in as. */
export const isReachable = (account: Account): boolean =>
	!isLocalHost(account.host) &&
	!(account.allLogins && account.logins.every(({plugin}) => socketOnly.has(plugin)));

/** Accounts that may come over the network and do not demand TLS themselves. */
export const inClearOver = (facts: MysqlFacts, context: JudgeContext): readonly Account[] =>
	facts.accounts.seen
		? facts.accounts.value.items
				.filter(isForPeople(facts, context))
				.filter(account => isReachable(account) && account.tls === 'none')
		: [];
