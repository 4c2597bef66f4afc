import {unseen} from '../../engine/check.js';
import {fail, notApplicable, pass, unknown, whenBothSeen, whenSeen} from '../../engine/verdicts.js';
import {blind, example, info, settings} from '../examples.js';
import {isSince, redisCheck, settingOf, versionText} from '../kit.js';
import {setTo} from '../remediation.js';
import {all, shownBy} from '../sources.js';

const expected = 'TLSv1.2 and TLSv1.3 only';
const known = ['tlsv1', 'tlsv1.1', 'tlsv1.2', 'tlsv1.3'];
const old = ['tlsv1', 'tlsv1.1'];

export const redisTlsMin = redisCheck({
	id: 'redis-tls-min',
	title: 'Old TLS versions are switched off',
	question: 'Are TLS 1.0 and 1.1 left out of tls-protocols?',
	why: 'RFC 8996 retired both: they rest on MD5 and SHA-1. Redis leaves them out by default; somebody must have let them in.',
	severity: 'high',
	source: all(shownBy.configGet('tls-protocols', 'tls-port'), shownBy.server),
	needs: '+config|get',
	remediation: setTo('tls-protocols', '"TLSv1.2 TLSv1.3"'),
	judge: facts =>
		whenBothSeen(facts.info, settingOf(facts, 'tls-port'), expected, (server, port) => {
			if (!isSince(server, '6.0.0'))
				return [notApplicable(`${versionText(server)} speaks no TLS itself`, expected)];
			if (port === '0')
				return [notApplicable('tls-port 0: this server speaks no TLS itself', expected)];
			return whenSeen(settingOf(facts, 'tls-protocols'), expected, value => {
				const more = {source: shownBy.configGet('tls-protocols')};
				const words = value
					.toLowerCase()
					.split(/\s+/)
					.filter(word => word !== '');
				if (words.some(word => old.includes(word)))
					return [fail(`tls-protocols ${value}`, expected, more)];
				if (words.some(word => !known.includes(word)))
					return [
						unknown(
							unseen('unexpected-reply', {
								detail: `tls-protocols ${value} is no value dbvet knows`,
							}),
							expected,
						),
					];
				return [
					pass(
						words.length === 0
							? 'tls-protocols is not set: TLS 1.2 and 1.3 (the default of redis.conf)'
							: `tls-protocols ${value}`,
						expected,
						more,
					),
				];
			});
		}),
	examples: {
		healthy: [example(), example({settings: settings({'tls-protocols': 'TLSv1.3'})})],
		defective: [
			example({settings: settings({'tls-protocols': 'TLSv1 TLSv1.1 TLSv1.2'})}),
			example({settings: settings({'tls-protocols': 'TLSv1.1 TLSv1.2'})}),
		],
		blind: [
			blind,
			example({settings: settings({'tls-protocols': 'SSLv9'})}),
			example({settings: settings({'tls-protocols': undefined})}),
		],
		notApplicable: [
			example({settings: settings({'tls-port': '0'})}),
			example({info: info({}, {product: 'redis', version: '5.0.14'})}),
		],
	},
});
