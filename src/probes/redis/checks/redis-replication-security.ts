import {unseen, type Verdict} from '../../engine/check.js';
import {allParts, fail, notApplicable, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, client, cut, example, info, listed, settings} from '../examples.js';
import type {RedisFacts} from '../facts.js';
import {fieldOf, numberOf, redisCheck, settingOf} from '../kit.js';
import {onlyTls} from '../remediation.js';
import {all, shownBy} from '../sources.js';

const expected = 'data goes to replicas over TLS';

/** A replica chooses how it connects to its primary. */
const judgeReplica = (facts: RedisFacts): readonly Verdict[] =>
	whenSeen(settingOf(facts, 'tls-replication'), expected, value => {
		const shown = `this replica has tls-replication ${value}`;
		const more = {source: shownBy.configGet('tls-replication')};
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
							{source: shownBy.clients},
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
						source: shownBy.clients,
					}),
				];
			}),
		);
	});

/** Gossip, failovers and messages of PUBLISH go over the bus of a cluster. */
const judgeCluster = (facts: RedisFacts): readonly Verdict[] =>
	whenSeen(fieldOf(facts, 'cluster_enabled'), expected, enabled =>
		enabled === '0'
			? [notApplicable('this server is no member of a cluster', expected)]
			: whenSeen(settingOf(facts, 'tls-cluster'), expected, value => {
					const shown = `tls-cluster ${value}`;
					const more = {source: shownBy.configGet('tls-cluster'), object: 'cluster bus'};
					if (value === 'yes') return [pass(`${shown}: the bus is encrypted`, expected, more)];
					return value === 'no'
						? [fail(`${shown}: the bus of the cluster is in clear`, expected, more)]
						: [unknown(unseen('unexpected-reply', {detail: shown}), expected)];
				}),
	);

/** One word of several: what does not apply says nothing while another does. */
const settled = (...parts: readonly (readonly Verdict[])[]): readonly Verdict[] => {
	const all = parts.flat();
	const telling = all.filter(({outcome}) => outcome !== 'not-applicable');
	return telling.length > 0 ? allParts(telling) : all.slice(0, 1);
};

const replicaClient = {...client, user: 'replica', replica: true, count: 1};
const primary = (port: number) => example({clients: listed(client, {...replicaClient, port})});
const replica = (value: string, more: Readonly<Record<string, string>> = {}) =>
	example({
		info: info({role: 'slave', master_link_status: 'up', connected_slaves: '0', ...more}),
		settings: settings({'tls-replication': value}),
	});

export const redisReplicationSecurity = redisCheck({
	id: 'redis-replication-security',
	title: 'Replication is encrypted',
	question: 'Do replicas copy from their primary over TLS?',
	why: 'A replica is sent everything: the whole memory when it connects, then each change, and its password before that.',
	severity: 'high',
	source: all(
		shownBy.configGet('tls-replication', 'tls-cluster', 'tls-port'),
		shownBy.replication,
		'INFO cluster',
		shownBy.clients,
	),
	needs: '+info, +config|get and +client|list',
	remediation: {
		...onlyTls,
		all: 'Set tls-replication yes on each replica (and tls-cluster yes in a cluster), with a masteruser of its own that may only +psync +replconf +ping.',
	},
	judge: facts =>
		whenSeen(fieldOf(facts, 'role'), expected, role => {
			const known = role === 'slave' ? judgeReplica(facts) : role === 'master' ? [] : undefined;
			// A replica may hand on what it copies, and members of a cluster talk over a port of their own.
			if (known !== undefined) return settled(known, judgePrimary(facts), judgeCluster(facts));
			return [
				unknown(unseen('unexpected-reply', {detail: 'INFO shows an unknown role'}), expected),
			];
		}),
	examples: {
		healthy: [primary(6_380), replica('yes')],
		defective: [
			primary(6_379),
			replica('no'),
			{
				...replica('yes', {connected_slaves: '1'}),
				clients: listed({...replicaClient, port: 6_379}),
			},
			example({
				info: info({connected_slaves: '0', cluster_enabled: '1'}),
				settings: settings({'tls-cluster': 'no'}),
			}),
		],
		blind: [blind, example({clients: cut(client)}), example({clients: listed(client)})],
		notApplicable: [example({info: info({connected_slaves: '0'})})],
	},
});
