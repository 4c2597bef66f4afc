import {seen, unseen, type Verdict} from '../../engine/check.js';
import {blind, but, exampleIdentity, healthy} from '../examples.js';
import type {StrangerFacts, TlsFacts} from '../facts.js';
import {postgresCheck, verdicts} from '../kit.js';
import {enforceTls} from '../remediation.js';
import {describeRefusal, isTurnedAway} from '../turned-away.js';

const {pass, fail, unknown} = verdicts(
	'A user that does not exist, and replication, are refused without TLS (SQLSTATE 28000; PgBouncer: 08P01, SSL required)',
);

const judgeStranger = ({who, reply}: StrangerFacts): Verdict => {
	if (!reply.seen) return unknown(reply, {object: who});
	if (reply.value.kind === 'authentication')
		return fail(
			reply.value.code === 0
				? 'Let in without TLS and without any proof'
				: 'Asked for a proof of identity without TLS: a rule takes in clear whoever comes',
			{object: who},
		);
	return isTurnedAway(reply.value)
		? pass('Refused without TLS', {object: who})
		: unknown(unseen('unexpected-reply'), {
				object: who,
				observed: `Without TLS the server answered ${describeRefusal(reply.value)}, which does not tell whether TLS was what it missed`,
			});
};

/** A refusal means something only from an address that is let in at all. */
const letsUsIn = ({identities}: TlsFacts): boolean =>
	identities.some(({secured}) => secured.seen && secured.value.kind === 'authentication');

/** Nobody is tried where nobody is declared to compare with, and where there is no TLS to be refused without. */
const untried = ({identities, offered}: TlsFacts): Verdict => {
	if (identities.length === 0)
		return unknown(unseen('no-credentials'), {
			observed:
				'No user and database are declared to try with (dbvet target add … --as application=USER/DB)',
		});
	if (!offered.seen) return unknown(offered);
	const why = offered.value ? 'Users' : 'The server has no TLS here, so that users';
	return unknown(unseen('tls-handshake-failed'), {
		observed: `${why} that nobody declared were not tried in clear`,
	});
};

const stranger = (code: number): TlsFacts =>
	but({
		strangers: [
			{
				who: 'a user that does not exist',
				reply: seen({kind: 'authentication', code, mechanisms: []}),
			},
		],
	});

/** Whether a rule takes connections in clear of users whom nobody declared. */
export const tlsPlaintextRefusedMultiUser = postgresCheck({
	id: 'tls-plaintext-refused-multi-user',
	title: 'No rule takes just anybody in clear',
	question: 'Are an unknown user and replication refused without TLS as well?',
	why: 'Rules for all users are easily forgotten: whoever is not declared here, an old tool or a replica, may still speak in clear.',
	severity: 'critical',
	source:
		'StartupMessage without SSLRequest before it, of a user that does not exist and for replication (psql with sslmode=disable)',
	remediation: enforceTls,
	judge: facts => {
		const {strangers} = facts;
		if (strangers.length === 0) return [untried(facts)];
		const all = strangers.map(judgeStranger);
		const telling = all.filter(({outcome}) => outcome !== 'pass');
		if (telling.length > 0) return telling;
		return letsUsIn(facts)
			? [pass(`Refused from here without TLS: ${strangers.map(({who}) => who).join('; ')}`)]
			: [
					unknown(unseen('permission-denied'), {
						observed:
							'Refused without TLS, but inside TLS nobody is let in from here either, which does not tell what plaintext would do elsewhere',
					}),
				];
	},
	examples: {
		healthy: [healthy],
		defective: [stranger(10), stranger(0)],
		blind: [
			blind,
			but({strangers: []}),
			but({strangers: [], offered: seen(false)}),
			but({
				strangers: [
					{who: 'replication', reply: seen({kind: 'error', sqlstate: '53300', message: ''})},
				],
			}),
			// An ident server that does not vouch for somebody is asked only after a rule took the connection in clear.
			but({
				strangers: [
					{
						who: 'replication',
						reply: seen({
							kind: 'error',
							sqlstate: '28000',
							message: '',
							routine: 'auth_failed',
						}),
					},
				],
			}),
			but({identities: [{...exampleIdentity, secured: unseen('connection-closed')}]}),
		],
	},
});
