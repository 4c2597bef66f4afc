import {unseen, type Verdict} from '../../engine/check.js';
import {fail, notApplicable, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, client, cut, example, info, listed, settings} from '../examples.js';
import type {RedisFacts} from '../facts.js';
import {fieldOf, numberOf, redisCheck, settingOf} from '../kit.js';
import {onlyTls} from '../remediation.js';

const expected = 'data goes to replicas over TLS';

/** A replica chooses how it connects to its primary. */
const judgeReplica = (facts: RedisFacts): readonly Verdict[] =>
	whenSeen(settingOf(facts, 'tls-replication'), expected, value => {
		const shown = `this replica has tls-replication ${value}`;
		const more = {source: 'CONFIG GET tls-replication'};
		if (value === 'yes') return [pass(shown, expected, more)];
		return value === 'no'
			? [fail(`${shown}: it copies from its primary in clear`, expected, more)]
			: [unknown(unseen('unexpected-reply', {detail: shown}), expected)];
	});

/** A primary sees by which of its ports its replicas came. */
const judgePrimary = (facts: RedisFacts): readonly Verdict[] =>
	whenSeen(numberOf(facts, 'connected_slaves'), expected, count => {
		if (count === 0) return [notApplicable('no replica is connected now', expected)];
		return whenSeen(facts.clients, expected, ({items, complete}) =>
			whenSeen(settingOf(facts, 'tls-port'), expected, tlsPort => {
				const replicas = items.filter(({replica, from}) => replica && from !== 'socket');
				const clear = replicas.filter(({port}) => port !== null && String(port) !== tlsPort);
				const number = (groups: typeof replicas): number =>
					groups.reduce((sum, group) => sum + group.count, 0);
				if (clear.length > 0)
					return [
						fail(
							`${number(clear)} replicas came by port ${String(clear[0]?.port)}, which is not the TLS port`,
							expected,
							{source: 'CLIENT LIST'},
						),
					];
				if (!complete || number(replicas) < count || replicas.some(({port}) => port === null))
					return [
						unknown(
							unseen('unexpected-reply', {
								detail: `INFO counts ${count} replicas, and CLIENT LIST does not show by which port each of them came`,
							}),
							expected,
						),
					];
				return [
					pass(`${count} replicas came by the TLS port ${tlsPort}`, expected, {
						source: 'CLIENT LIST',
					}),
				];
			}),
		);
	});

const replicaClient = {...client, user: 'replica', replica: true, count: 1};
const primary = (port: number) => example({clients: listed(client, {...replicaClient, port})});
const replica = (value: string) =>
	example({
		info: info({role: 'slave', master_link_status: 'up'}),
		settings: settings({'tls-replication': value}),
	});

export const redisReplicationSecurity = redisCheck({
	id: 'redis-replication-security',
	title: 'Replication is encrypted',
	question: 'Do replicas copy from their primary over TLS?',
	why: 'A replica is sent everything: the whole memory when it connects, then each change, and its password before that.',
	severity: 'high',
	needs: '+info, +config|get and +client|list',
	remediation: {
		...onlyTls,
		all: 'Set tls-replication yes on each replica (and tls-cluster yes in a cluster), with a masteruser of its own that may only +psync +replconf +ping.',
	},
	judge: facts =>
		whenSeen(fieldOf(facts, 'role'), expected, role => {
			if (role === 'slave') return judgeReplica(facts);
			if (role === 'master') return judgePrimary(facts);
			return [
				unknown(unseen('unexpected-reply', {detail: 'INFO shows an unknown role'}), expected),
			];
		}),
	examples: {
		healthy: [primary(6_380), replica('yes')],
		defective: [primary(6_379), replica('no')],
		blind: [blind, example({clients: cut(client)}), example({clients: listed(client)})],
		notApplicable: [example({info: info({connected_slaves: '0'})})],
	},
});
