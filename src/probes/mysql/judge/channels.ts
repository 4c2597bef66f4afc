import {unseen, type Verdict} from '../../engine/check.js';
import {notApplicable, unknown, whenSeen} from '../../engine/verdicts.js';
import type {MysqlFacts} from '../facts.js';
import type {Replication} from '../facts/server.js';

/** Judges the channels of a replica one by one; a server without any is no replica, unless not all were read. */
export const judgeChannels = (
	facts: MysqlFacts,
	expected: string,
	rule: {
		readonly counts: (channel: Replication) => boolean;
		/** What to say where no channel counts. */
		readonly none: string;
		readonly judge: (channel: Replication, object: string) => Verdict;
	},
): readonly Verdict[] =>
	whenSeen(facts.replication, expected, ({items, complete}) => {
		const verdicts = items
			.filter(rule.counts)
			.map(one =>
				rule.judge(one, one.channel === '' ? one.source : `${one.source} (${one.channel})`),
			);
		if (!complete)
			return [
				...verdicts,
				unknown(
					unseen('limit-exceeded', {detail: 'not all channels of the replication were read'}),
					expected,
					{object: 'other channels'},
				),
			];
		return verdicts.length > 0 ? verdicts : [notApplicable(rule.none, expected)];
	});
