import {unseen, type Verdict} from '../../engine/check.js';
import {notApplicable, unknown, whenSeen, type Unseen} from '../../engine/verdicts.js';
import type {MysqlFacts} from '../facts.js';
import {asBoolean} from './variables.js';
import type {Replication} from '../facts/server.js';

/** Why a server without channels may be a replica all the same: members of a cluster copy from each other in other ways. */
const clusterOf = ({variables}: MysqlFacts): Unseen | undefined => {
	if (!variables.seen) return variables;
	const {wsrep_on: galera = 'OFF', group_replication_group_name: group = ''} = variables.value;
	const kind = asBoolean(galera) === false ? (group === '' ? '' : 'group') : 'Galera';
	return kind === ''
		? undefined
		: unseen('unsupported-version', {
				detail: `the server is a member of a ${kind} cluster, whose replication dbvet does not look at`,
			});
};

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
		if (verdicts.length > 0) return verdicts;
		const cluster = clusterOf(facts);
		return [
			cluster === undefined ? notApplicable(rule.none, expected) : unknown(cluster, expected),
		];
	});
