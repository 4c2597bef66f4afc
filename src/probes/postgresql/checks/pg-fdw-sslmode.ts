import {unseen, type Verdict} from '../../engine/check.js';
import {blind, cut, example, listed} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	notApplicable,
	unknown,
	whenSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'foreign servers on other machines are reached with sslmode=verify-full';
const server = {name: 'warehouse', wrapper: 'postgres_fdw', remote: true, sslmode: null};

const ofService = (name: string, facts: PostgresFacts): Verdict =>
	unknown(
		unseen('client-cannot-offer', {
			detail: `foreign server ${name} takes its host or TLS mode from a service file of the server, which dbvet does not read ${inDatabase(facts)}`,
		}),
		expected,
		{
			object: name,
			remediation:
				"State it on the server itself: ALTER SERVER name OPTIONS (ADD sslmode 'verify-full');",
		},
	);

export const pgFdwSslmode = defineCheck({
	id: 'pg-fdw-sslmode',
	title: 'Foreign servers are reached over verified TLS',
	question: 'Does this server connect to another one without verifying it?',
	why: 'As a client this server is bound by the same rules as others: without sslmode=verify-full it hands passwords and rows to whoever answers.',
	severity: 'medium',
	source: shownBy('foreignServers'),
	needs: 'any login role',
	remediation: {
		all: "ALTER SERVER name OPTIONS (SET sslmode 'verify-full'); (ADD where the option is missing), with sslrootcert.",
	},
	judge: facts =>
		whenSeen(facts.foreignServers, expected, servers =>
			servers.complete && servers.items.every(({remote}) => remote === false)
				? [
						notApplicable(
							`no PostgreSQL foreign server on another machine ${inDatabase(facts)}`,
							expected,
						),
					]
				: judgeListing(servers, expected, {
						offends: ({name, remote, sslmode}) =>
							remote === false || sslmode === 'verify-full'
								? undefined
								: remote === null
									? ofService(name, facts)
									: fail(
											`foreign server ${name}: sslmode ${sslmode ?? 'not set (prefer)'} ${inDatabase(facts)}`,
											expected,
											{
												object: name,
												...(sslmode === 'disable' || sslmode === 'allow'
													? {severity: 'high'}
													: sslmode === 'verify-ca'
														? {severity: 'low'}
														: {}),
											},
										),
						clean: `all verify the server ${inDatabase(facts)}`,
					}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({foreignServers: listed(server)}),
			example({foreignServers: listed({...server, sslmode: 'disable'})}),
		],
		blind: [
			blind,
			example({foreignServers: cut()}),
			example({foreignServers: listed({...server, remote: null})}),
		],
		notApplicable: [
			example({foreignServers: listed()}),
			example({foreignServers: listed({...server, remote: false})}),
		],
	},
});
