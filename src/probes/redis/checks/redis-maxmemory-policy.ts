import {unseen} from '../../engine/check.js';
import {fail, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, example, info, settings} from '../examples.js';
import {usageOf} from '../judge/usage.js';
import {numberOf, redisCheck, settingOf} from '../kit.js';
import {all, shownBy} from '../sources.js';

const expected =
	'a limit of memory, and a policy that fits: noeviction for data, allkeys for a cache';
const policies = /^(noeviction|(allkeys|volatile)-(lru|lfu|lrm|random)|volatile-ttl)$/;

export const redisMaxmemoryPolicy = redisCheck({
	id: 'redis-maxmemory-policy',
	title: 'Full memory does what is wanted',
	question: 'Is memory limited, with a policy that fits the persistence?',
	why: 'Without a limit the operating system ends the server when memory is full. With the wrong policy a cache refuses to work, or a store silently forgets sessions and jobs.',
	severity: 'low',
	source: all(
		shownBy.configGet('maxmemory', 'maxmemory-policy', 'save', 'appendonly'),
		'INFO memory',
	),
	needs: '+config|get',
	remediation: {
		all: 'Set maxmemory to about three quarters of the machine’s memory; maxmemory-policy noeviction for queues, sessions and data, allkeys-lru or allkeys-lfu for a cache.',
		aiven: 'Set valkey_maxmemory_policy (redis_maxmemory_policy).',
		digitalocean: 'Set the eviction policy of the cluster.',
	},
	judge: facts =>
		whenSeen(usageOf(facts), expected, ({policy, limited, snapshots, appendOnly}) => {
			const more = {source: shownBy.configGet('maxmemory', 'maxmemory-policy')};
			if (!policies.test(policy))
				return [
					unknown(
						unseen('unexpected-reply', {
							detail: `maxmemory-policy ${policy} is no value dbvet knows`,
						}),
						expected,
					),
				];
			if (!limited) return [fail('maxmemory 0: there is no limit', expected, more)];
			const limit = settingOf(facts, 'maxmemory');
			const machine = numberOf(facts, 'total_system_memory');
			if (limit.seen && machine.seen && Number(limit.value) > machine.value)
				return [
					fail(
						`maxmemory ${limit.value} is more than the machine has (${machine.value}): no limit`,
						expected,
						more,
					),
				];
			if (policy.startsWith('allkeys-') && appendOnly)
				return [
					fail(
						`${policy} with appendonly yes: data is kept on disk with care, and any of it may be evicted`,
						expected,
						more,
					),
				];
			if (policy === 'noeviction' && !snapshots && !appendOnly)
				return [
					fail(
						'noeviction without persistence: a cache set up so refuses writes when it is full',
						expected,
						more,
					),
				];
			return whenSeen(machine, expected, () => [
				pass(`maxmemory is set, ${policy}`, expected, more),
			]);
		}),
	examples: {
		healthy: [
			example(),
			example({
				settings: settings({save: '', appendonly: 'no', 'maxmemory-policy': 'allkeys-lru'}),
			}),
		],
		defective: [
			example({settings: settings({maxmemory: '0'})}),
			example({info: info({total_system_memory: '1000000'})}),
			example({settings: settings({'maxmemory-policy': 'allkeys-lru'})}),
			example({settings: settings({save: '', appendonly: 'no'})}),
		],
		blind: [blind, example({settings: settings({maxmemory: undefined})})],
	},
});
