import type {Observed} from '../../engine/check.js';
import type {Listing} from '../../engine/verdicts.js';
import type {Account} from '../facts/accounts.js';
import type {Observer, Variables} from '../facts/server.js';
import {keyOf} from '../judge/rights.js';

/**
 * The privileges of the scanner that hold in every schema, so that no rows are hidden from it. With partial revokes (MySQL 8) a
 * global privilege may be withheld in some schema, whose rows the server then leaves out and says nothing: none is believed unless
 * the scanner's own account was seen to have no restriction.
 */
export const unrestricted = (
	own: Observed<readonly string[]>,
	variables: Observed<Variables>,
	accounts: Observed<Listing<Account>>,
	{product, account}: Observer,
): Observed<readonly string[]> => {
	if (!own.seen || product === 'mariadb') return own;
	if (variables.seen && (variables.value.partial_revokes ?? 'OFF') === 'OFF') return own;
	const mine = accounts.seen ? accounts.value.items.find(one => keyOf(one) === account) : undefined;
	return mine?.restricted === false ? own : {...own, value: []};
};
