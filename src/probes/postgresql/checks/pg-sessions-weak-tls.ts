import {blind, example, listed} from '../examples.js';
import {sessionGroup} from '../examples-sessions.js';
import {describeSessions, nameSessions} from '../judge/sessions.js';
import {defineCheck, fail, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'every TLS session uses version 1.2 or newer with an authenticated cipher';
const old: ReadonlySet<string> = new Set(['SSLv3', 'TLSv1', 'TLSv1.0', 'TLSv1.1']);
const authenticated = /GCM|CHACHA20|CCM/i;

export const pgSessionsWeakTls = defineCheck({
	id: 'pg-sessions-weak-tls',
	title: 'No session uses old TLS at this moment',
	question: 'Is anybody connected with TLS 1.0, TLS 1.1 or an outdated cipher now?',
	why: 'A handshake of our own shows what the server prefers with us. Old clients show up only in what they really negotiated.',
	severity: 'high',
	scope: 'node',
	source: shownBy('sessions'),
	needs: 'pg_read_all_stats (part of pg_monitor)',
	remediation: {
		all: 'Update the drivers named here, then set ssl_min_protocol_version to TLSv1.2 and a cipher list without CBC and 3DES.',
	},
	judge: facts =>
		whenSeen(facts.sessions, expected, sessions =>
			judgeListing(sessions, expected, {
				offends: group => {
					if (group.tlsVersion === null) return undefined;
					const text = `${describeSessions(group)} with ${group.tlsVersion} ${group.cipher ?? ''}`;
					const object = nameSessions(group);
					if (old.has(group.tlsVersion)) return fail(text, expected, {object});
					return authenticated.test(group.cipher ?? '')
						? undefined
						: fail(text, expected, {object, severity: 'medium'});
				},
				clean: 'no session with old TLS at this moment',
			}),
		),
	examples: {
		healthy: [example({sessions: listed(sessionGroup)})],
		defective: [
			example({sessions: listed({...sessionGroup, tlsVersion: 'TLSv1.1', cipher: 'AES128-SHA'})}),
			example({
				sessions: listed({
					...sessionGroup,
					tlsVersion: 'TLSv1.2',
					cipher: 'ECDHE-RSA-AES256-SHA384',
				}),
			}),
		],
		blind: [blind],
	},
});
