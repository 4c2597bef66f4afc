import {unseen} from '../../engine/check.js';
import {fail, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, example, info} from '../examples.js';
import {fieldOf, isManaged, numberOf, redisCheck} from '../kit.js';
import {shownBy} from '../sources.js';

const expected = 'at least one replica that is in step';

export const redisHa = redisCheck({
	id: 'redis-ha',
	title: 'A replica can take over',
	question: 'Is there at least one replica that is in step?',
	why: 'With a single server each restart is an outage, and a broken machine loses what was not yet on another disk.',
	severity: 'medium',
	source: shownBy.replication,
	needs: '+info',
	remediation: {
		all: 'Add a replica, with Sentinel or a cluster to promote it. ElastiCache: automatic failover with Multi-AZ; Memorystore: the standard tier.',
		digitalocean: 'Add a standby node to the cluster.',
		aiven: 'Take a plan with a standby node.',
	},
	judge: (facts, {platform}) =>
		whenSeen(fieldOf(facts, 'role'), expected, role => {
			if (role === 'slave')
				return whenSeen(fieldOf(facts, 'master_link_status'), expected, status => [
					status === 'up' && facts.info.seen && facts.info.value.fields.slave_priority === '0'
						? unknown(
								unseen('hidden-by-provider', {
									detail:
										'this replica is never promoted (replica-priority 0); whether another would be is not shown here',
								}),
								expected,
							)
						: status === 'up'
							? pass('this is a replica, and its link to the primary is up', expected, {
									source: shownBy.replication,
								})
							: fail(`this is a replica, and its link to the primary is ${status}`, expected, {
									source: shownBy.replication,
								}),
				]);
			if (role !== 'master')
				return [
					unknown(unseen('unexpected-reply', {detail: 'INFO shows an unknown role'}), expected),
				];
			return whenSeen(numberOf(facts, 'connected_slaves'), expected, count => {
				const fields: Readonly<Record<string, string>> = facts.info.seen
					? facts.info.value.fields
					: {};
				const inStep = Object.entries(fields).filter(
					([name, value]) => /^slave\d+$/.test(name) && /(^|,)state=online(,|$)/.test(value),
				);
				// A tool that copies as replicas do (redis-cli --replica) names no port, and neither does a replica of TLS alone that copies in clear.
				const online = inStep.filter(([, value]) => !/(^|,)port=0(,|$)/.test(value)).length;
				if (inStep.length > 0 && online === 0)
					return [
						unknown(
							unseen('unexpected-reply', {
								detail:
									'what is in step names no port on which it listens (port=0): a tool that copies, or a replica that Sentinel cannot reach',
							}),
							expected,
						),
					];
				if (count > 0 && online > 0)
					return [
						pass(`${online} of ${count} replicas are online`, expected, {
							source: shownBy.replication,
						}),
					];
				if (count === 0 && isManaged(platform))
					return [
						unknown(
							unseen('hidden-by-provider', {
								detail: 'the server names no replica; the provider may keep one out of sight',
							}),
							expected,
						),
					];
				return [
					fail(
						count === 0
							? 'no replica is connected'
							: `${count} replicas are connected, and none is online`,
						expected,
						{source: shownBy.replication},
					),
				];
			});
		}),
	examples: {
		healthy: [example(), example({info: info({role: 'slave', master_link_status: 'up'})})],
		defective: [
			example({info: info({connected_slaves: '0', slave0: undefined})}),
			example({info: info({slave0: 'ip=10.0.0.6,port=6380,state=wait_bgsave,offset=0,lag=0'})}),
			example({info: info({role: 'slave', master_link_status: 'down'})}),
		],
		blind: [
			blind,
			example({info: info({slave0: 'ip=10.0.0.6,port=0,state=online,offset=1,lag=0'})}),
			example({info: info({role: undefined})}),
			example({info: info({role: 'slave', master_link_status: 'up', slave_priority: '0'})}),
		],
	},
});
