import {atLeast} from '../../../domain/severity-order.js';
import {seen, unseen, type Verdict} from '../../engine/check.js';
import {blind, but, exampleIdentity, healthy} from '../examples.js';
import type {IdentityFacts, TlsFacts} from '../facts.js';
import {judgeInClear} from '../in-clear.js';
import {identityName, postgresCheck, verdicts} from '../kit.js';
import {scram} from '../remediation.js';
import {serverIsVerified} from '../verified.js';

const {pass, fail, unknown} = verdicts('SCRAM, a client certificate, or Kerberos');

/** Codes of the authentication request (PostgreSQL manual, Message Formats). */
const judgeCode = (
	one: IdentityFacts,
	{code, mechanisms}: {readonly code: number; readonly mechanisms: readonly string[]},
	verified: boolean,
): Verdict => {
	const object = identityName(one);
	switch (code) {
		case 0:
			return one.clientCertificateShown
				? unknown(unseen('client-cannot-offer'), {
						object,
						observed:
							'Let in at once: by the client certificate that was shown, or without any proof; the two look alike',
					})
				: fail('Let in without any proof of identity', {object, severity: 'critical'});
		case 3:
			return fail(
				verified
					? 'The password or token itself is asked for, inside TLS with a verified server (so do RDS IAM, Entra, PAM and LDAP)'
					: 'The password itself is asked for, inside TLS whose server could not be verified',
				// A token has no other way, and a stored password under this method shows in pg_hba.conf.
				{object, severity: verified ? 'info' : 'medium'},
			);
		case 5:
			return fail('MD5 challenge', {object, severity: 'medium'});
		case 7:
		case 9:
			return pass('Kerberos (GSS or SSPI)', {object});
		case 10:
			return mechanisms.length === 0
				? unknown(unseen('unexpected-reply'), {object, observed: 'SASL without a mechanism'})
				: pass(mechanisms.join(', '), {object});
		default:
			return unknown(unseen('unexpected-reply'), {
				object,
				observed: `An authentication method that is not known here (code ${code})`,
			});
	}
};

const judgeSecured = (one: IdentityFacts, verified: boolean): Verdict => {
	const {secured} = one;
	const object = identityName(one);
	if (!secured.seen) return unknown(secured, {object});
	const {value} = secured;
	if (value.kind === 'authentication') return judgeCode(one, value, verified);
	return unknown(unseen(value.sqlstate === '28000' ? 'permission-denied' : 'unexpected-reply'), {
		object,
		observed: `Inside TLS the server answered SQLSTATE ${value.sqlstate} before it asked for a proof`,
	});
};

/** What is asked for in clear is as good a way in as what is asked for inside TLS: the worse of both counts. */
const judgeIdentity = (one: IdentityFacts, verified: boolean): Verdict => {
	const inside = judgeSecured(one, verified);
	const fault = judgeInClear(one);
	const object = identityName(one);
	if (fault !== undefined) {
		const graver = inside.outcome === 'fail' && atLeast(inside.severity ?? 'high', fault.severity);
		return graver ? inside : fail(fault.text, {object, severity: fault.severity});
	}
	if (inside.outcome === 'pass' && !one.clear.seen)
		return unknown(one.clear, {
			object,
			observed: `Inside TLS: ${inside.observed}. By which proof it is let in without TLS could not be seen${one.clear.detail === undefined ? '' : `: ${one.clear.detail}`}`,
		});
	return inside;
};

const inClear = (code: number): TlsFacts =>
	but({
		identities: [{...exampleIdentity, clear: seen({kind: 'authentication', code, mechanisms: []})}],
	});

const asked = (code: number): TlsFacts =>
	but({
		identities: [
			{...exampleIdentity, secured: seen({kind: 'authentication', code, mechanisms: []})},
		],
	});

/** By which method the server wants each declared user to prove itself, in clear and inside TLS; the method is read, and no proof is given. */
export const pgWireAuthMethod = postgresCheck({
	id: 'pg-wire-auth-method',
	title: 'Users prove themselves by a strong method',
	question: 'Does the server ask each declared user for SCRAM, a certificate or Kerberos?',
	why: 'Trust lets anybody in, MD5 can be replayed from a stolen hash, and a plain password is known to whoever ends the TLS connection. For a user that does not exist the server pretends, so that only existing users tell.',
	severity: 'high',
	source:
		'StartupMessage of each declared user, in clear and after SSLRequest and a handshake, and the method that the server asks for',
	remediation: scram,
	judge: facts =>
		facts.identities.length === 0
			? [unknown(unseen('no-credentials'), {observed: 'No user is declared to ask for'})]
			: facts.identities.map(one => judgeIdentity(one, serverIsVerified(facts))),
	examples: {
		healthy: [healthy],
		defective: [
			...[0, 3, 5].map(asked),
			...[0, 3, 5].map(inClear),
			{...asked(3), pin: null, openssl: seen('SELF_SIGNED_CERT_IN_CHAIN')},
		],
		blind: [
			blind,
			but({identities: []}),
			but({identities: [{...exampleIdentity, clear: unseen('cancelled')}]}),
			but({
				identities: [
					{
						...exampleIdentity,
						clientCertificateShown: true,
						secured: seen({kind: 'authentication', code: 0, mechanisms: []}),
					},
				],
			}),
		],
	},
});
