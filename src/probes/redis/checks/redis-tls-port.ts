import {seen, unseen, type Verdict} from '../../engine/check.js';
import {fail, notApplicable, pass, unknown, whenBothSeen} from '../../engine/verdicts.js';
import {blind, example, settings} from '../examples.js';
import type {RedisFacts} from '../facts.js';
import {listensLocally} from '../judge/bind.js';
import {redisCheck, settingOf} from '../kit.js';
import {onlyTls} from '../remediation.js';
import {all, shownBy} from '../sources.js';

const expected = 'port 0 and a tls-port: the server speaks TLS only';

const judgePorts = (facts: RedisFacts, port: string, tlsPort: string): Verdict => {
	const shown = `port ${port}, tls-port ${tlsPort}`;
	if (!/^\d{1,5}$/.test(port) || !/^\d{1,5}$/.test(tlsPort))
		return unknown(unseen('unexpected-reply', {detail: `${shown}: no ports`}), expected);
	const more = {source: shownBy.ports};
	if (port === '0')
		return tlsPort === '0'
			? facts.socket !== null
				? notApplicable(`${shown}: the server listens on its Unix socket only`, expected)
				: unknown(
						unseen('unexpected-reply', {detail: `${shown}, although dbvet got in over TCP`}),
						expected,
					)
			: pass(shown, expected, more);
	const bind = settingOf(facts, 'bind');
	const local = bind.seen && listensLocally(bind.value);
	const text =
		tlsPort === '0'
			? facts.tls.seen && facts.tls.value
				? `${shown}: the server itself speaks no TLS; something before it does, and the port in clear is open beside it`
				: `${shown}: the server speaks no TLS`
			: `${shown}: a port in clear is open beside the encrypted one`;
	// On the machine itself nobody listens on the way, but plaintext is not refused all the same.
	return fail(text, expected, {...more, ...(local ? {severity: 'low'} : {})});
};

export const redisTlsPort = redisCheck({
	id: 'redis-tls-port',
	title: 'The server speaks TLS only',
	question: 'Is the port in clear switched off and the TLS port on?',
	why: 'Whatever can connect in clear will: a forgotten worker then sends its password and its data for anybody on the way.',
	severity: 'high',
	source: all(shownBy.ports, shownBy.configGet('bind'), shownBy.clearPorts),
	needs: '+config|get; without it the wire alone can disprove',
	remediation: onlyTls,
	judge: facts => {
		const {tls, beside} = facts;
		const answers =
			beside !== null && beside.seen && !['no-redis', 'nothing-listens'].includes(beside.value);
		const port = settingOf(facts, 'port');
		const tlsPort = settingOf(facts, 'tls-port');
		if (!port.seen || !tlsPort.seen) {
			// Without the settings only the bad case can be known: ports that were not tried prove nothing.
			if (tls.seen && !tls.value)
				return [
					fail('the declared port does not speak TLS', expected, {
						source: 'A TLS ClientHello to the declared port',
					}),
				];
			if (answers)
				return [
					fail('port 6379 answers in clear beside the declared port', expected, {
						source: shownBy.clearPorts,
					}),
				];
		}
		return whenBothSeen(port, tlsPort, expected, (one, other) => [judgePorts(facts, one, other)]);
	},
	examples: {
		healthy: [example()],
		defective: [
			example({settings: settings({port: '6379', bind: '127.0.0.1 -::1'})}),
			example({settings: settings({port: '6379'}), beside: seen('auth-required')}),
			example({
				settings: settings({port: '6379', 'tls-port': '0'}),
				tls: seen(false),
				clear: seen('auth-required'),
			}),
			example({settings: unseen('permission-denied'), tls: seen(false)}),
			example({settings: unseen('permission-denied'), beside: seen('let-in')}),
			example({
				settings: settings({port: '6379', 'tls-port': '0', bind: '127.0.0.1'}),
				tls: seen(false),
			}),
		],
		blind: [
			blind,
			example({settings: unseen('permission-denied')}),
			example({settings: settings({port: '0', 'tls-port': '0'})}),
		],
		notApplicable: [
			example({
				socket: {openToAll: seen(false)},
				settings: settings({port: '0', 'tls-port': '0'}),
			}),
		],
	},
});
