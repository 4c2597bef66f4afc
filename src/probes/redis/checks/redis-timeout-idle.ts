import {fail, pass, whenSeen} from '../../engine/verdicts.js';
import {blind, example, settings} from '../examples.js';
import {redisCheck, settingOf} from '../kit.js';
import {setTo} from '../remediation.js';
import {shownBy} from '../sources.js';

const expected = 'dead connections are noticed: tcp-keepalive above 0';

export const redisTimeoutIdle = redisCheck({
	id: 'redis-timeout-idle',
	title: 'Dead connections are noticed',
	question: 'Does the server notice connections whose other end is gone?',
	why: 'Connections that nobody ends use up maxclients, until nobody gets in.',
	severity: 'info',
	source: shownBy.configGet('tcp-keepalive'),
	needs: '+config|get',
	remediation: setTo('tcp-keepalive', '300'),
	judge: facts =>
		whenSeen(settingOf(facts, 'tcp-keepalive'), expected, value => [
			value === '0' ? fail('tcp-keepalive 0', expected) : pass(`tcp-keepalive ${value}`, expected),
		]),
	examples: {
		healthy: [example()],
		defective: [example({settings: settings({'tcp-keepalive': '0'})})],
		blind: [blind, example({settings: settings({'tcp-keepalive': undefined})})],
	},
});
