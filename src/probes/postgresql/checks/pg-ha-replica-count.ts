import {seen, unseen} from '../../engine/check.js';
import {blind, cut, example, listed, observer} from '../examples.js';
import {goodReplica} from '../examples-replication.js';
import {
	defineCheck,
	fail,
	notApplicable,
	pass,
	unknown,
	whenAllSeen,
	whenSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'at least one replica on another machine follows the primary';

export const pgHaReplicaCount = defineCheck({
	id: 'pg-ha-replica-count',
	title: 'A replica follows the primary',
	question: 'Is at least one streaming replica connected from another machine?',
	why: 'With one server alone, the failure of its disk or machine means to restore a backup; a replica on the same machine fails with it. Providers keep their stand-ins where SQL does not show them.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('replicas'),
	needs: 'pg_read_all_stats (part of pg_monitor)',
	remediation: {
		all: 'Set up a streaming replica on another machine (pg_basebackup --write-recovery-conf), in another zone.',
		'cloudnative-pg': 'Set instances: 3 in the Cluster.',
	},
	judge: facts =>
		whenAllSeen(facts.observer, facts.provider, expected, (who, {platform}) =>
			whenSeen(facts.replicas, expected, ({items, complete}) => {
				// What stores WAL or takes rows streams too; only a standby says how far it has replayed.
				const others = items.filter(({state}) => state === 'streaming');
				const streaming = others.filter(({logical, lagBytes}) => !logical && lagBytes !== null);
				const afar = streaming.filter(
					({loopback, ownMachine}) => !loopback && ownMachine === false,
				);
				const doubtful = streaming.some(({ownMachine}) => ownMachine === null);
				if (afar.length > 0)
					return [pass(`${afar.length} replicas are streaming from other addresses`, expected)];
				if (who.inRecovery) return [notApplicable('this server is a replica itself', expected)];
				if (!complete)
					return [
						unknown(
							{seen: false, reason: 'limit-exceeded', detail: 'not all replicas were read'},
							expected,
						),
					];
				if (streaming.some(({loopback}) => loopback))
					return [
						unknown(
							unseen('client-cannot-offer', {
								detail:
									'the only replicas come from a loopback address: they run on the server’s own machine, or behind a tunnel or proxy there, which cannot be told apart',
							}),
							expected,
						),
					];
				if (doubtful)
					return [
						unknown(
							unseen('client-cannot-offer', {
								detail:
									'the login came from a loopback address, so that the server’s own address is not known: the only replicas may run on its own machine',
							}),
							expected,
						),
					];
				return platform !== undefined && !['self-managed', 'cloudnative-pg'].includes(platform)
					? [
							unknown(
								{
									seen: false,
									reason: 'hidden-by-provider',
									detail:
										'no replica is connected over SQL; the provider’s own stand-in cannot be seen from here',
								},
								expected,
							),
						]
					: [
							fail(
								streaming.length > 0
									? 'the only streaming replica runs on the server’s own machine'
									: `no streaming replica is connected${others.length === 0 ? '' : `; ${others.length} others only store WAL or take rows out of it`}`,
								expected,
							),
						];
			}),
		),
	examples: {
		healthy: [example({replicas: listed(goodReplica)})],
		defective: [
			example({replicas: listed()}),
			example({replicas: listed({...goodReplica, state: 'backup'})}),
			example({replicas: listed({...goodReplica, logical: true})}),
			example({replicas: listed({...goodReplica, lagBytes: null})}),
			example({replicas: listed({...goodReplica, address: null, ownMachine: true})}),
		],
		blind: [
			blind,
			example({replicas: cut()}),
			example({replicas: listed({...goodReplica, address: '127.0.0.1', loopback: true})}),
			example({replicas: listed({...goodReplica, ownMachine: null})}),
			example({
				provider: seen({platform: 'aws-rds', candidates: ['aws-rds'], signs: []}),
				replicas: listed(),
			}),
		],
		notApplicable: [example({observer: seen({...observer, inRecovery: true}), replicas: listed()})],
	},
});
