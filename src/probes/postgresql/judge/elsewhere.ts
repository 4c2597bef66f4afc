import {unseen, type Check, type Verdict} from '../../engine/check.js';
import {withoutDatabase, type PostgresFacts} from '../facts.js';

type Judge = Check<PostgresFacts>['judge'];

/** Declared applications and reports whose database is not the one that was looked at, as `user in database`. */
const elsewhere = ({identities, observer}: PostgresFacts): readonly string[] =>
	observer.seen
		? identities.flatMap(({role, user, database}) =>
				database === observer.value.database
					? []
					: [`${role} ${user} works in database ${database}`],
			)
		: [];

const fine = ({outcome}: Verdict): boolean => outcome === 'pass' || outcome === 'not-applicable';

/**
 * A pass over the objects of a database speaks for that one. Where a declared application or report works in another one, it
 * would be taken for a pass of theirs, so that it becomes unknown. What was found stays found, and what needs no fact of a
 * database, like a setting, is not touched.
 */
export const whereTheyWork =
	(judge: Judge): Judge =>
	(facts, context) => {
		const verdicts = judge(facts, context);
		const [first] = elsewhere(facts);
		if (first === undefined || !facts.observer.seen || !verdicts.every(fine)) return verdicts;
		const detail = `only database ${facts.observer.value.database} was looked at, and ${first}: add that database as a target of its own, or let the scanner log in there (dbvet target add … --as scanner=USER/DATABASE)`;
		const without = judge(withoutDatabase(facts, unseen('client-cannot-offer', {detail})), context);
		return without.every(fine) ? verdicts : without;
	};
