import {seen, unseen, type Verdict} from '../../engine/check.js';
import {fail, pass, unknown, whenBothSeen} from '../../engine/verdicts.js';
import {blind, client, cut, example, listed, settings} from '../examples.js';
import type {ClientGroup} from '../facts.js';
import {redisCheck, settingOf} from '../kit.js';
import {onlyTls} from '../remediation.js';
import {all, shownBy} from '../sources.js';

const expected =
	'every client that came over the network came by the TLS port, with a user of its own';

const total = (groups: readonly ClientGroup[]): number =>
	groups.reduce((sum, {count}) => sum + count, 0);

const judgeDefault = (
	items: readonly ClientGroup[],
	who: string | undefined,
	onSocket: boolean,
): readonly Verdict[] => {
	const shared = items.filter(
		({user, from, replica}) => user === 'default' && from === 'network' && !replica,
	);
	// One of them is dbvet itself, where it came in as default, and not by the socket.
	const others = total(shared) - (who === 'default' && !onSocket ? 1 : 0);
	// Where others came as default from the machine itself, dbvet may be one of those instead.
	const elsewhere = items.some(({user, from}) => user === 'default' && from !== 'network');
	if (others === 0 && total(shared) > 0 && elsewhere)
		return [
			unknown(
				unseen('unexpected-reply', {
					detail:
						'a client is the user default, and it is not to be told whether that is dbvet itself',
				}),
				expected,
				{object: 'user default'},
			),
		];
	return others > 0
		? [
				fail(`${others} clients are the user default`, expected, {
					object: 'user default',
					severity: 'medium',
					source: shownBy.clients,
				}),
			]
		: [];
};

export const redisClientListPlaintext = redisCheck({
	id: 'redis-client-list-plaintext',
	title: 'Nobody is connected in clear',
	question: 'Did all present clients come by the TLS port, with users of their own?',
	why: 'This shows who really uses the port in clear, and who would break when it is switched off. It speaks of this moment only.',
	severity: 'high',
	source: all(shownBy.clients, shownBy.configGet('tls-port')),
	needs: '+client|list and +config|get',
	remediation: onlyTls,
	judge: facts =>
		whenBothSeen(
			facts.clients,
			settingOf(facts, 'tls-port'),
			expected,
			({items, complete}, tlsPort) => {
				const remote = items.filter(({from}) => from === 'network');
				const clear = remote.filter(({port}) => port !== null && String(port) !== tlsPort);
				const bad = [
					...clear.map(({user, port, count}) =>
						fail(
							`${count} clients of user ${user} came by port ${String(port)}, in clear`,
							expected,
							{
								object: `user ${user}, port ${String(port)}`,
								source: shownBy.clients,
							},
						),
					),
					...judgeDefault(
						items,
						facts.who.seen ? facts.who.value : undefined,
						facts.socket !== null,
					),
				];
				if (bad.length > 0) return bad;
				if (!complete || remote.some(({port}) => port === null))
					return [
						unknown(
							unseen(complete ? 'unsupported-version' : 'limit-exceeded', {
								detail: complete
									? 'CLIENT LIST does not say by which port clients came (Redis before 6.2)'
									: 'CLIENT LIST was cut or held lines that dbvet cannot read',
							}),
							expected,
						),
					];
				return [
					pass(
						`${total(remote)} clients from the network, all by the TLS port ${tlsPort}; ${total(items) - total(remote)} from the machine itself were not judged`,
						expected,
						{source: shownBy.clients},
					),
				];
			},
		),
	examples: {
		healthy: [example(), example({clients: listed({...client, from: 'loopback', port: 6_379})})],
		defective: [
			example({clients: listed(client, {...client, port: 6_379})}),
			example({clients: listed({...client, user: 'default'})}),
			example({clients: listed({...client, port: 6_379}), settings: settings({'tls-port': '0'})}),
		],
		blind: [
			blind,
			example({clients: cut(client)}),
			example({
				who: seen('default'),
				clients: listed(
					{...client, user: 'default', count: 1},
					{...client, user: 'default', from: 'loopback', count: 1},
				),
			}),
			example({clients: listed({...client, port: null})}),
			example({clients: listed({...client, port: 6_379}), settings: seen({})}),
			example({clients: unseen('permission-denied')}),
		],
	},
});
