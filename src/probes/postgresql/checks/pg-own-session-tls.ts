import {seen} from '../../engine/check.js';
import {blind, example} from '../examples.js';
import {defineCheck, fail, notApplicable, pass, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'TLS 1.2 or newer with at least 128 bits';
const session = {
	tls: true,
	version: 'TLSv1.3',
	cipher: 'TLS_AES_256_GCM_SHA384',
	bits: 256,
	systemUser: 'scram-sha-256:dbvet',
	network: true,
	loopback: false,
};

const unencrypted = {...session, tls: false, version: null, cipher: null, bits: null};

export const pgOwnSessionTls = defineCheck({
	id: 'pg-own-session-tls',
	title: 'The server sees the scanner’s session as encrypted',
	question: 'Did the server itself count this session as TLS?',
	why: 'A proxy may end TLS and speak plaintext to the server behind it. This is what the server saw on its side of the last hop.',
	severity: 'critical',
	scope: 'endpoint',
	source: shownBy('ownSession'),
	needs: 'any login role',
	remediation: {
		all: 'Have the pooler or proxy in front of the server speak TLS to the server too, and clients verify the server (sslmode=verify-full).',
	},
	judge: facts =>
		whenSeen(facts.ownSession, expected, own => {
			// dbvet itself speaks TLS to whoever answers, so that this is the session of a pooler or proxy.
			if (!own.tls && (!own.network || own.loopback))
				return [
					notApplicable(
						'a pooler on the server’s own machine speaks to it in clear, which does not leave the machine',
						expected,
					),
				];
			if (!own.tls) return [fail('the server counts this session as unencrypted', expected)];
			const text = `${own.version ?? 'unknown version'}, ${own.cipher ?? 'unknown cipher'}, ${own.bits ?? 0} bits (on the server’s side of the last hop)`;
			const good =
				(own.version === 'TLSv1.2' || own.version === 'TLSv1.3') && (own.bits ?? 0) >= 128;
			return [good ? pass(text, expected) : fail(text, expected, {severity: 'high'})];
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({
				ownSession: seen(unencrypted),
			}),
			example({ownSession: seen({...session, version: 'TLSv1.1'})}),
		],
		blind: [blind],
		notApplicable: [
			example({ownSession: seen({...unencrypted, network: false})}),
			example({ownSession: seen({...unencrypted, loopback: true})}),
		],
	},
});
