import {seen} from '../../engine/check.js';
import {fail, pass, whenSeen} from '../../engine/verdicts.js';
import {blind, example} from '../examples.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'TLS 1.2 or newer';

export const mysqlOwnSessionTls = defineCheck({
	id: 'mysql-own-session-tls',
	title: 'The server sees the scanner’s session as encrypted',
	question: 'Did the server itself count this session as TLS?',
	why: 'A proxy may end TLS and speak plaintext to the server behind it. This is what the server saw on its side of the last hop.',
	severity: 'critical',
	scope: 'endpoint',
	...shownBy('ownSession'),
	needs: 'any account',
	remediation: {
		all: 'Have the proxy in front of the server speak TLS to the server too (ProxySQL: use_ssl), and clients verify the server (--ssl-mode=VERIFY_IDENTITY).',
	},
	judge: facts =>
		whenSeen(facts.ownSession, expected, ({cipher, version}) => {
			if (cipher === '') return [fail('the server counts this session as unencrypted', expected)];
			const text = `${version === '' ? 'unknown version' : version}, ${cipher} (on the server’s side of the last hop)`;
			return [
				version === 'TLSv1.2' || version === 'TLSv1.3'
					? pass(text, expected)
					: fail(text, expected, {severity: 'high'}),
			];
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({ownSession: seen({cipher: '', version: ''})}),
			example({ownSession: seen({cipher: 'AES128-SHA', version: 'TLSv1'})}),
		],
		blind: [blind],
	},
});
