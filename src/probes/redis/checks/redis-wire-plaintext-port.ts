import {seen, unseen, type Observed, type Verdict} from '../../engine/check.js';
import {fail, pass, unknown} from '../../engine/verdicts.js';
import {blind, example} from '../examples.js';
import {usualPort, type ClearAnswer} from '../facts.js';
import {redisCheck} from '../kit.js';
import {onlyTls} from '../remediation.js';
import {shownBy} from '../sources.js';

const expected = 'nothing answers in clear, neither on the declared port nor on 6379';

const judgePort = (port: number, answer: Observed<ClearAnswer>): Verdict => {
	const object = `port ${port}`;
	if (!answer.seen) return unknown(answer, expected, {object});
	switch (answer.value) {
		case 'let-in':
		case 'auth-required':
		case 'protected':
		case 'another-answer':
			return fail(`port ${port} answers Redis commands without TLS`, expected, {object});
		case 'no-redis':
			return pass(`port ${port} ended the conversation in clear without an answer`, expected, {
				object,
			});
		case 'nothing-listens':
			return pass(`nothing listens on port ${port}, seen from this machine`, expected, {object});
	}
};

export const redisWirePlaintextPort = redisCheck({
	id: 'redis-wire-plaintext-port',
	title: 'No port answers in clear',
	question: 'Is every port on which the server answers encrypted?',
	why: 'A port in clear beside the encrypted one is used by whatever was forgotten; passwords and data on it can be copied.',
	severity: 'high',
	scope: 'endpoint',
	source: shownBy.clearPorts,
	needs: 'none',
	remediation: onlyTls,
	judge: ({tls, clear, beside, port}) => [
		// Silence in clear is a good sign only of a port that was seen to speak TLS.
		judgePort(port, clear.seen && clear.value === 'no-redis' && !tls.seen ? tls : clear),
		...(beside === null ? [] : [judgePort(usualPort, beside)]),
	],
	examples: {
		healthy: [example(), example({beside: null, port: usualPort})],
		defective: [
			example({clear: seen('auth-required'), tls: seen(false)}),
			example({beside: seen('auth-required')}),
			example({beside: seen('let-in')}),
			example({beside: seen('another-answer')}),
		],
		blind: [
			example({tls: unseen('connection-closed'), beside: null}),
			example({clear: unseen('timed-out'), beside: unseen('connection-timeout')}),
			blind,
		],
	},
});
