import {seen, unseen, type Verdict} from '../../engine/check.js';
import {allParts} from '../../engine/verdicts.js';
import {blind, cut, example, listed, observer} from '../examples.js';
import {goodReplica, goodStandby} from '../examples-replication.js';
import type {Listing, ReplicationSlot} from '../facts/server.js';
import {
	defineCheck,
	fail,
	judgeListing,
	notApplicable,
	pass,
	unknown,
	whenAllSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'replicas are at most five minutes and 1 GiB behind';
const unused: ReplicationSlot = {
	name: 'replica1',
	kind: 'physical',
	active: false,
	retainedBytes: 0,
	walStatus: 'reserved',
};
const mostSeconds = 300;
const mostBytes = 1024 ** 3;
/** A clock that is wrong by more hides as much of the lag. */
const mostClockSeconds = 30;
const minutes = (seconds: number): string => `${Math.floor(seconds / 60)} minutes`;

/** A replica that is cut off is in no list of those that are connected; its slot is still there. */
const judgeUnused = ({items, complete}: Listing<ReplicationSlot>): readonly Verdict[] => [
	...items
		.filter(({active}) => !active)
		.map(({name, retainedBytes}) => {
			const object = `slot ${name}`;
			return retainedBytes !== null && retainedBytes > mostBytes
				? fail(
						`${Math.round(retainedBytes / 1024 ** 2)} MiB wait for what slot ${name} is kept for, and it is not connected`,
						expected,
						{object},
					)
				: unknown(
						unseen('unexpected-reply', {
							detail: `what slot ${name} is kept for is not connected, so that its lag cannot be told`,
						}),
						expected,
						{object},
					);
		}),
	...(complete
		? []
		: [
				unknown(
					unseen('limit-exceeded', {detail: 'there are more slots than dbvet reads'}),
					expected,
				),
			]),
];

export const pgReplicaLag = defineCheck({
	id: 'pg-replica-lag',
	title: 'Replicas keep up',
	question: 'Are replicas less than five minutes behind?',
	why: 'What a replica has not replayed yet is lost, or late, when it takes over; and the primary keeps the WAL for it until its disk is full.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('standby', 'replicas', 'slots'),
	needs: 'pg_read_all_stats (part of pg_monitor)',
	remediation: {
		all: 'Look for long queries on the replica (max_standby_streaming_delay), a slow disk or network, and a slot that is not read.',
	},
	judge: facts =>
		whenAllSeen(facts.observer, facts.standby, expected, (who, standbys) => {
			if (!who.inRecovery)
				return whenAllSeen(facts.replicas, facts.slots, expected, (replicas, slots) => {
					const waited = judgeUnused(slots);
					if (replicas.complete && replicas.items.length === 0)
						return waited.length > 0
							? waited
							: [notApplicable('nothing replicates from here', expected)];
					return allParts(
						judgeListing(replicas, expected, {
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
						waited,
					);
				});
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
			if (replayedSeconds < -mostClockSeconds)
				return [
					unknown(
						unseen('unexpected-reply', {
							detail:
								'the last transaction that was replayed is of the future: the clocks of the two servers differ',
						}),
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
			example({replicas: listed(), slots: listed({...unused, retainedBytes: 5e9})}),
			example({
				observer: seen({...observer, inRecovery: true}),
				standby: listed({...goodStandby, caughtUp: false, replayedSeconds: 900}),
			}),
		],
		blind: [
			blind,
			example({replicas: cut(goodReplica)}),
			example({replicas: listed(), slots: listed(unused)}),
			example({replicas: listed(), slots: cut()}),
			example({
				observer: seen({...observer, inRecovery: true}),
				standby: listed({...goodStandby, replayedSeconds: -3_600}),
			}),
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
