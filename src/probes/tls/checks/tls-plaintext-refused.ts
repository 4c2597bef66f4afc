import {seen, unseen, type Verdict} from '../../engine/check.js';
import {blind, but, exampleIdentity, healthy} from '../examples.js';
import type {IdentityFacts} from '../facts.js';
import {identityName, postgresCheck, verdicts} from '../kit.js';
import {enforceTls} from '../remediation.js';
import {describeRefusal, isTurnedAway} from '../turned-away.js';

const {pass, fail, unknown} = verdicts(
	'The server refuses this user without TLS (SQLSTATE 28000; PgBouncer: 08P01, SSL required) and goes on with it inside TLS',
);

const judgeIdentity = (one: IdentityFacts): Verdict => {
	const object = identityName(one);
	const {clear, secured} = one;
	if (!clear.seen) return unknown(clear, {object});
	if (clear.value.kind === 'authentication')
		return fail(
			clear.value.code === 0
				? 'Let in without TLS and without any proof'
				: 'Let in without TLS: the server went on to ask for a proof of identity in clear',
			{object},
		);
	const said = `Without TLS the server answered ${describeRefusal(clear.value)}`;
	if (!isTurnedAway(clear.value))
		return unknown(unseen('unexpected-reply'), {
			object,
			observed: `${said}, which does not tell whether TLS was what it missed`,
		});
	if (!secured.seen)
		return unknown(secured, {
			object,
			observed: `${said}, but there is no answer inside TLS to compare with`,
		});
	if (secured.value.kind !== 'authentication')
		return unknown(unseen('permission-denied'), {
			object,
			observed: `${said}, and inside TLS ${secured.value.sqlstate}: this user is not let in from here at all, which does not tell what plaintext would do elsewhere`,
		});
	if (!one.sameSource)
		return unknown(unseen('unexpected-reply'), {
			object,
			observed: `${said}, but the two connections came from different addresses of this machine`,
		});
	return pass(`Refused for this user from here: ${said}, inside TLS it asked for authentication`, {
		object,
	});
};

/** Whether each declared user is turned away without TLS: proof of enforcement, user by user. */
export const tlsPlaintextRefused = postgresCheck({
	id: 'tls-plaintext-refused',
	title: 'Plaintext is refused',
	question: 'Is each declared user refused when it connects without TLS?',
	why: 'One client that may speak in clear is enough: its password exchange and every row it reads can be copied and changed on the way.',
	severity: 'critical',
	source:
		'StartupMessage of each declared user without SSLRequest before it (psql with sslmode=disable)',
	remediation: enforceTls,
	judge: ({identities}) =>
		identities.length === 0
			? [
					unknown(unseen('no-credentials'), {
						observed:
							'No user and database are declared to try with (dbvet target add … --as application=USER/DB)',
					}),
				]
			: identities.map(judgeIdentity),
	examples: {
		healthy: [
			healthy,
			but({
				identities: [
					{
						...exampleIdentity,
						clear: seen({kind: 'error', sqlstate: '08P01', message: 'SSL required'}),
					},
				],
			}),
		],
		defective: [
			but({
				identities: [
					{...exampleIdentity, clear: seen({kind: 'authentication', code: 10, mechanisms: []})},
				],
			}),
			but({
				identities: [
					exampleIdentity,
					{
						...exampleIdentity,
						user: 'report',
						clear: seen({kind: 'authentication', code: 0, mechanisms: []}),
					},
				],
			}),
		],
		blind: [
			blind,
			but({identities: []}),
			but({
				identities: [
					{
						...exampleIdentity,
						secured: seen({kind: 'error', sqlstate: '28000', message: 'no pg_hba.conf entry'}),
					},
				],
			}),
			but({
				identities: [
					{
						...exampleIdentity,
						clear: seen({kind: 'error', sqlstate: '53300', message: 'no encryption'}),
					},
				],
			}),
			but({
				identities: [
					{
						...exampleIdentity,
						clear: seen({kind: 'error', sqlstate: '28000', message: '', routine: 'auth_failed'}),
					},
				],
			}),
			but({
				identities: [
					{
						...exampleIdentity,
						clear: seen({kind: 'error', sqlstate: '08P01', message: 'no such user: app'}),
					},
				],
			}),
			but({
				identities: [
					{
						...exampleIdentity,
						clear: seen({
							kind: 'error',
							sqlstate: '08P01',
							message: 'SSL required',
							routine: 'ProcessStartupPacket',
						}),
					},
				],
			}),
			but({identities: [{...exampleIdentity, sameSource: false}]}),
		],
	},
});
