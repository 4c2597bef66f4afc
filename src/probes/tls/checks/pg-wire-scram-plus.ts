import {seen, unseen, type Verdict} from '../../engine/check.js';
import {blind, but, exampleIdentity, healthy} from '../examples.js';
import type {IdentityFacts} from '../facts.js';
import {identityName, postgresCheck, verdicts} from '../kit.js';

const {pass, fail, notApplicable, unknown} = verdicts('SCRAM-SHA-256-PLUS is offered inside TLS');

const judgeIdentity = (one: IdentityFacts): Verdict => {
	const object = identityName(one);
	const {secured} = one;
	if (!secured.seen) return unknown(secured, {object});
	const {value} = secured;
	if (value.kind === 'error')
		return unknown(unseen('unexpected-reply'), {
			object,
			observed: `Inside TLS the server answered SQLSTATE ${value.sqlstate}`,
		});
	if (!value.mechanisms.some(mechanism => mechanism.startsWith('SCRAM-')))
		return notApplicable('This user does not prove itself by SCRAM', {object});
	return value.mechanisms.includes('SCRAM-SHA-256-PLUS')
		? pass('Offered', {object})
		: fail('Only without channel binding: something in front of the server may end TLS', {object});
};

/** Whether the password exchange can be bound to the TLS channel. */
export const pgWireScramPlus = postgresCheck({
	id: 'pg-wire-scram-plus',
	title: 'SCRAM with channel binding is offered',
	question: 'Does the server offer SCRAM bound to the TLS channel?',
	why: 'Channel binding lets a client notice that it does not speak with the server itself but with something in between.',
	severity: 'info',
	source:
		'SSLRequest, a handshake, then StartupMessage of each declared user: the mechanisms in AuthenticationSASL',
	remediation: {
		all: 'Connect to the server itself, or let the pooler pass TLS through; then use channel_binding=require in clients.',
	},
	judge: ({identities}) =>
		identities.length === 0
			? [unknown(unseen('no-credentials'), {observed: 'No user is declared to ask for'})]
			: identities.map(judgeIdentity),
	examples: {
		healthy: [healthy],
		defective: [
			but({
				identities: [
					{
						...exampleIdentity,
						secured: seen({kind: 'authentication', code: 10, mechanisms: ['SCRAM-SHA-256']}),
					},
				],
			}),
		],
		blind: [blind, but({identities: []})],
		notApplicable: [
			but({
				identities: [
					{...exampleIdentity, secured: seen({kind: 'authentication', code: 5, mechanisms: []})},
				],
			}),
		],
	},
});
