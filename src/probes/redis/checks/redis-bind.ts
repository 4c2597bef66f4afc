import {fail, notApplicable, pass, whenSeen} from '../../engine/verdicts.js';
import {blind, example, settings} from '../examples.js';
import {listensWide} from '../judge/bind.js';
import {tcpListening} from '../judge/listening.js';
import {isManaged, redisCheck, settingOf} from '../kit.js';
import {all, shownBy} from '../sources.js';

const expected = 'named addresses';

export const redisBind = redisCheck({
	id: 'redis-bind',
	title: 'The server listens on chosen addresses',
	question: 'Does the server listen on named addresses only?',
	why: 'On every address also means the one that somebody adds later. In a container that is normal: there a network policy must draw the line.',
	severity: 'medium',
	source: all(shownBy.configGet('bind', 'port', 'tls-port'), shownBy.server),
	needs: '+config|get',
	remediation: {
		all: 'bind 10.0.0.5 -::1 with the private address, in redis.conf (valkey.conf); in Kubernetes a NetworkPolicy that names the clients.',
	},
	judge: (facts, {platform}) => {
		if (isManaged(platform)) return [notApplicable('the provider’s network decides', expected)];
		const listening = tcpListening(facts);
		if (listening.seen && listening.value.addresses.length === 0)
			return [notApplicable(`${listening.value.shown}: a Unix socket alone`, expected)];
		return whenSeen(settingOf(facts, 'bind'), expected, bind => {
			const shown = `bind ${bind === '' ? '(empty: every address)' : bind}`;
			const more = {source: shownBy.configGet('bind')};
			return [listensWide(bind) ? fail(shown, expected, more) : pass(shown, expected, more)];
		});
	},
	examples: {
		healthy: [example(), example({settings: settings({bind: '127.0.0.1 -::1'})})],
		defective: ['*', '* -::*', '0.0.0.0', '', '127.0.0.1 ::', '127.0.0.1 -::0'].map(bind =>
			example({settings: settings({bind})}),
		),
		blind: [blind, example({settings: settings({bind: undefined})})],
		notApplicable: [example({settings: settings({bind: '*', port: '0', 'tls-port': '0'})})],
	},
});
