import {unseen, type Verdict} from '../../engine/check.js';
import {fail, judgeListing, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, cut, example, listed} from '../examples.js';
import type {SessionGroup} from '../facts/server.js';
import {isLocalHost} from '../judge/accounts.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'every session from another machine is encrypted';
const group: SessionGroup = {
	user: 'shop_app',
	address: '10.0.0.7',
	transport: 'SSL/TLS',
	sessions: 3,
};
const known: ReadonlySet<string> = new Set(['SSL/TLS', 'SOCKET', 'NAMED PIPE', 'SHARED MEMORY']);

const judgeGroup = ({user, address, transport, sessions}: SessionGroup): Verdict | undefined => {
	if (isLocalHost(address) || (transport !== null && known.has(transport.toUpperCase())))
		return undefined;
	const object = `${user} from ${address}`;
	if (transport !== null && transport.toUpperCase() === 'TCP/IP')
		return fail(`${sessions} of ${object} without encryption`, expected, {object});
	return unknown(
		unseen('unexpected-reply', {detail: `the server does not say how ${object} is connected`}),
		expected,
		{object},
	);
};

export const mysqlSessionsPlaintext = defineCheck({
	id: 'mysql-sessions-plaintext',
	title: 'No session is unencrypted at this moment',
	question: 'Is everybody who is connected over the network now encrypted?',
	why: 'A session in clear shows two things: that plaintext is accepted, and who uses it. None at this moment is no proof that none is accepted.',
	severity: 'high',
	scope: 'node',
	...shownBy('sessions'),
	needs:
		'SELECT on performance_schema.threads, and performance_schema switched on (MariaDB: it is off by default)',
	remediation: {
		all: 'Give the clients named here TLS with verification (--ssl-mode=VERIFY_IDENTITY), then set require_secure_transport = ON.',
	},
	judge: facts =>
		whenSeen(facts.sessions, expected, sessions =>
			judgeListing(sessions, expected, {
				offends: judgeGroup,
				clean: 'no unencrypted session from another machine at this moment',
			}),
		),
	examples: {
		healthy: [
			example({sessions: listed(group)}),
			example({sessions: listed({...group, address: '127.0.0.1', transport: 'TCP/IP'})}),
			example({sessions: listed({...group, address: 'localhost', transport: 'Socket'})}),
		],
		defective: [example({sessions: listed({...group, transport: 'TCP/IP'})})],
		blind: [
			blind,
			example({sessions: cut(group)}),
			example({sessions: listed({...group, transport: null})}),
		],
	},
});
