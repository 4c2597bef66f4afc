import {blind, cut, example, listed} from '../examples.js';
import {sessionGroup} from '../examples-sessions.js';
import {describeSessions, nameSessions} from '../judge/sessions.js';
import {defineCheck, fail, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'every session from another machine is encrypted';

export const pgSessionsPlaintext = defineCheck({
	id: 'pg-sessions-plaintext',
	title: 'No session is unencrypted at this moment',
	question: 'Is anybody connected over the network without encryption now?',
	why: 'Such a session shows two things: that plaintext is accepted, and who uses it. None at this moment is no proof that none is accepted.',
	severity: 'high',
	scope: 'node',
	source: shownBy('sessions'),
	needs: 'pg_read_all_stats (part of pg_monitor)',
	remediation: {
		all: 'Give the clients named here sslmode=verify-full, then refuse plaintext on the server (hostssl rules and a last hostnossl … reject).',
		'aws-rds': 'Give the clients sslmode=verify-full, then set rds.force_ssl to 1.',
		'google-cloud-sql': 'Give the clients TLS, then set sslMode to ENCRYPTED_ONLY.',
		'azure-flexible-server': 'Give the clients TLS, then set require_secure_transport to ON.',
	},
	judge: facts =>
		whenSeen(facts.sessions, expected, sessions =>
			judgeListing(sessions, expected, {
				offends: group =>
					group.encrypted || group.loopback
						? undefined
						: fail(`${describeSessions(group)} without encryption`, expected, {
								object: nameSessions(group),
							}),
				clean: 'no unencrypted session from another machine at this moment',
			}),
		),
	examples: {
		healthy: [
			example({sessions: listed(sessionGroup)}),
			example({sessions: listed({...sessionGroup, encrypted: false, loopback: true})}),
		],
		defective: [example({sessions: listed({...sessionGroup, encrypted: false})})],
		blind: [blind, example({sessions: cut(sessionGroup)})],
	},
});
