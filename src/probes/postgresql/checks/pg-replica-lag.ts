import {seen, unseen} from '../../engine/check.js';
import {blind, cut, example, listed, observer} from '../examples.js';
import {goodReplica, goodStandby} from '../examples-replication.js';
import {
	defineCheck,
	fail,
	judgeListing,
	notApplicable,
	pass,
	unknown,
	whenAllSeen,
	whenSeen,
} from '../judge/verdicts.js';

const expected = 'replicas are at most five minutes and 1 GiB behind';
const mostSeconds = 300;
const mostBytes = 1024 ** 3;
const minutes = (seconds: number): string => `${Math.floor(seconds / 60)} minutes`;

export const pgReplicaLag = defineCheck({
	id: 'pg-replica-lag',
	title: 'Replicas keep up',
	question: 'Are replicas less than five minutes behind?',
	why: 'What a replica has not replayed yet is lost, or late, when it takes over; and the primary keeps the WAL for it until its disk is full.',
	severity: 'medium',
	scope: 'node',
	needs: 'pg_read_all_stats (part of pg_monitor)',
	remediation: {
		all: 'Look for long queries on the replica (max_standby_streaming_delay), a slow disk or network, and a slot that is not read.',
	},
	judge: facts =>
		whenAllSeen(facts.observer, facts.standby, expected, (who, standbys) => {
			if (!who.inRecovery)
				return whenSeen(facts.replicas, expected, replicas =>
					replicas.complete && replicas.items.length === 0
						? [notApplicable('nothing replicates from here', expected)]
						: judgeListing(replicas, expected, {
								offends: ({user, application, lagBytes, lagSeconds}) => {
									const object = `${user} ${application}`;
									// Nothing is said of how far it is while it begins, and by what confirms nothing.
									if (lagBytes === null)
										return unknown(
											unseen('unexpected-reply', {
												detail: `${application} (${user}) does not say how far it is`,
											}),
											expected,
											{object},
										);
									return (lagSeconds ?? 0) > mostSeconds || lagBytes > mostBytes
										? fail(
												`${application} (${user}) is ${lagSeconds === null ? '' : `${minutes(lagSeconds)} and `}${Math.round(lagBytes / 1024 ** 2)} MiB behind`,
												expected,
												{object},
											)
										: undefined;
								},
								clean: 'every replica keeps up',
							}),
				);
			const [standby] = standbys.items;
			if (standby === undefined)
				return [
					unknown(
						unseen('unexpected-reply', {detail: 'the standby told nothing of itself'}),
						expected,
					),
				];
			const {caughtUp, replayedSeconds} = standby;
			if (replayedSeconds === null)
				return [
					unknown(
						unseen('unexpected-reply', {detail: 'nothing was replayed since the standby started'}),
						expected,
					),
				];
			// A quiet primary commits nothing for hours, and one that is cut off looks just the same from here.
			if (caughtUp && replayedSeconds > mostSeconds)
				return [
					unknown(
						unseen('unexpected-reply', {
							detail: `all that arrived is replayed, the last of it ${minutes(replayedSeconds)} ago: whether more should have arrived only the primary tells`,
						}),
						expected,
					),
				];
			return replayedSeconds > mostSeconds
				? [
						fail(
							`the last transaction that was replayed is ${minutes(replayedSeconds)} old`,
							expected,
						),
					]
				: [
						pass(
							`the last transaction that was replayed is ${Math.round(replayedSeconds)} s old`,
							expected,
						),
					];
		}),
	examples: {
		healthy: [
			example({replicas: listed(goodReplica)}),
			example({observer: seen({...observer, inRecovery: true}), standby: listed(goodStandby)}),
		],
		defective: [
			example({replicas: listed({...goodReplica, lagSeconds: 900})}),
			example({replicas: listed({...goodReplica, lagBytes: 5e9})}),
			example({
				observer: seen({...observer, inRecovery: true}),
				standby: listed({...goodStandby, caughtUp: false, replayedSeconds: 900}),
			}),
		],
		blind: [
			blind,
			example({replicas: cut(goodReplica)}),
			example({replicas: listed({...goodReplica, lagBytes: null})}),
			example({
				observer: seen({...observer, inRecovery: true}),
				standby: listed({...goodStandby, caughtUp: true, replayedSeconds: 86_400}),
			}),
			example({observer: seen({...observer, inRecovery: true})}),
		],
		notApplicable: [example({replicas: listed()})],
	},
});
