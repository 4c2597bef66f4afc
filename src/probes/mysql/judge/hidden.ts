import {grantWithCaution} from '../../../domain/finding.js';
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

/**
 * Why triggers or events may be missing. The only right that shows them also makes them, which the person who grants it has to
 * know.
 */
const hiddenPrograms = (facts: MysqlFacts, privilege: string, what: string): Unseen => {
	const hidden = hiddenRows(facts, privilege, what);
	return hidden.grant === undefined
		? hidden
		: {
				...hidden,
				grant: grantWithCaution(
					hidden.grant,
					`this right makes ${what} too: take it back after the look`,
				),
			};
};

export const hiddenTriggers = (facts: MysqlFacts): Unseen =>
	hiddenPrograms(facts, 'TRIGGER', 'triggers');

export const hiddenEvents = (facts: MysqlFacts): Unseen => hiddenPrograms(facts, 'EVENT', 'events');
