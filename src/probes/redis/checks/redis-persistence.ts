import {unseen, type Verdict} from '../../engine/check.js';
import {allParts, fail, notApplicable, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, example, info, settings} from '../examples.js';
import type {RedisFacts} from '../facts.js';
import {usageOf} from '../judge/usage.js';
import {fieldOf, redisCheck, settingOf} from '../kit.js';
import {all, shownBy} from '../sources.js';

const expected = 'snapshots or the append-only file are on, and the last write of each went well';

const judgeStatus = (facts: RedisFacts, name: string, what: string): Verdict => {
	const field = fieldOf(facts, name);
	if (!field.seen) return unknown(field, expected, {object: what});
	if (field.value === 'ok') return pass(`the last ${what} went well`, expected);
	return field.value === 'err'
		? fail(`the last ${what} failed (${name}: err)`, expected, {
				object: what,
				source: shownBy.persistence,
			})
		: unknown(unseen('unexpected-reply', {detail: `${name} is neither ok nor err`}), expected, {
				object: what,
			});
};

/** Folders that Linux keeps in memory (Filesystem Hierarchy Standard 3.0, /run; shm_overview(7), /dev/shm). */
const inMemory = /^\/(dev\/shm|run|var\/run)(\/|$)/;

const judgeFolder = (facts: RedisFacts): readonly Verdict[] =>
	whenSeen(settingOf(facts, 'dir'), expected, dir =>
		inMemory.test(dir)
			? [
					fail(
						`dir ${dir}: what is written there lies in memory, and is gone with the machine`,
						expected,
						{
							object: 'dir',
							source: shownBy.configGet('dir'),
						},
					),
				]
			: [pass(`dir ${dir}`, expected)],
	);

export const redisPersistence = redisCheck({
	id: 'redis-persistence',
	title: 'Data survives a restart',
	question: 'Does the server keep its data on disk, and did the last write to it go well?',
	why: 'Without persistence a restart leaves nothing. A failing snapshot is worse: everybody believes in a file that has been old for weeks.',
	severity: 'high',
	source: all(
		shownBy.configGet('save', 'appendonly', 'maxmemory', 'maxmemory-policy', 'dir'),
		shownBy.persistence,
	),
	needs: '+info and +config|get',
	remediation: {
		all: 'Set appendonly yes, or save 3600 1 300 100; where the last write failed look at the free space and the rights of dir, and at overcommit_memory. A cache that may forget says so by maxmemory and an allkeys policy. ElastiCache: automatic backups.',
		aiven: 'Set valkey_persistence (redis_persistence) to rdb.',
		digitalocean: 'Set valkey_persistence (redis_persistence) to rdb.',
	},
	judge: facts =>
		whenSeen(usageOf(facts), expected, ({cache, snapshots, daily, appendOnly, policy}) => {
			if (cache)
				return [
					notApplicable(`set up as a cache: maxmemory, ${policy} and no persistence`, expected),
				];
			if (!snapshots && !appendOnly)
				return [
					fail('save is empty and appendonly is no: a restart loses everything', expected, {
						severity: 'medium',
						source: shownBy.configGet('save', 'appendonly'),
					}),
				];
			if (!appendOnly && !daily)
				return [
					fail(
						'appendonly is no, and no rule of save makes a snapshot within a day and 10000 changes',
						expected,
						{severity: 'medium', source: shownBy.configGet('save', 'appendonly')},
					),
				];
			return allParts(
				judgeFolder(facts),
				snapshots ? [judgeStatus(facts, 'rdb_last_bgsave_status', 'snapshot')] : [],
				appendOnly ? [judgeStatus(facts, 'aof_last_write_status', 'append-only write')] : [],
				appendOnly ? [judgeStatus(facts, 'aof_last_bgrewrite_status', 'append-only rewrite')] : [],
			);
		}),
	examples: {
		healthy: [example(), example({settings: settings({save: ''})})],
		defective: [
			example({settings: settings({save: '', appendonly: 'no'})}),
			example({settings: settings({save: '99999999 1', appendonly: 'no'})}),
			example({settings: settings({save: '60 1000000000', appendonly: 'no'})}),
			example({info: info({rdb_last_bgsave_status: 'err'})}),
			example({info: info({aof_last_write_status: 'err'})}),
			example({settings: settings({dir: '/dev/shm/redis'})}),
		],
		blind: [
			blind,
			example({settings: unseen('permission-denied')}),
			example({info: unseen('permission-denied')}),
			example({settings: settings({dir: undefined})}),
		],
		notApplicable: [
			example({
				settings: settings({save: '', appendonly: 'no', 'maxmemory-policy': 'allkeys-lru'}),
			}),
		],
	},
});
