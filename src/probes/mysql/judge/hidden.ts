import type {MysqlFacts} from '../facts.js';
import type {Unseen} from '../../engine/verdicts.js';
import {quoteAccount} from '../collect/sql.js';

/** Why rows of information_schema may be missing, with the privileges that would show them all. */
export const hiddenRows = (facts: MysqlFacts, privilege: string, what: string): Unseen => ({
	seen: false,
	reason: 'permission-denied',
	detail: `${what} that the scanner has no right on are not shown to it`,
	...(facts.observer.seen
		? {grant: `GRANT ${privilege} ON *.* TO ${quoteAccount(facts.observer.value.account)};`}
		: {}),
});
