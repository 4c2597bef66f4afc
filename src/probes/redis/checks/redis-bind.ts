import {fail, notApplicable, pass, whenSeen} from '../../engine/verdicts.js';
import {blind, example, settings} from '../examples.js';
import {listensWide} from '../judge/bind.js';
import {isManaged, redisCheck, settingOf} from '../kit.js';

const expected = 'named addresses';

export const redisBind = redisCheck({
	id: 'redis-bind',
	title: 'The server listens on chosen addresses',
	question: 'Does the server listen on named addresses only?',
	why: 'On every address also means the one that somebody adds later. In a container that is normal: there a network policy must draw the line.',
	severity: 'medium',
	needs: '+config|get',
	remediation: {
		all: 'bind 10.0.0.5 -::1 with the private address, in redis.conf (valkey.conf); in Kubernetes a NetworkPolicy that names the clients.',
	},
	judge: (facts, {platform}) =>
		isManaged(platform)
			? [notApplicable('the provider’s network decides', expected)]
			: whenSeen(settingOf(facts, 'bind'), expected, bind => {
					const shown = `bind ${bind === '' ? '(empty: every address)' : bind}`;
					const more = {source: 'CONFIG GET bind'};
					return [listensWide(bind) ? fail(shown, expected, more) : pass(shown, expected, more)];
				}),
	examples: {
		healthy: [example(), example({settings: settings({bind: '127.0.0.1 -::1'})})],
		defective: ['*', '* -::*', '0.0.0.0', '', '127.0.0.1 ::', '127.0.0.1 -::0'].map(bind =>
			example({settings: settings({bind})}),
		),
		blind: [blind, example({settings: settings({bind: undefined})})],
	},
});
