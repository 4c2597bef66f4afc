import {seen, unseen} from '../../engine/check.js';
import {blind, but, healthy} from '../examples.js';
import {identityName, tlsCheck, verdicts} from '../kit.js';

const {pass, fail, notApplicable, unknown} = verdicts(
	'Without the client certificate a client does not get as far as with it',
);

/** Whether a server for which a client certificate is declared also insists on it. */
export const tlsMtlsEnforced = tlsCheck({
	id: 'tls-mtls-enforced',
	engines: ['postgresql', 'redis', 'valkey'],
	title: 'The client certificate is insisted on',
	question: 'Is a client without the declared certificate turned away?',
	why: 'A certificate that may be left out protects nothing: whoever has a password comes in without it.',
	severity: 'high',
	remediation: {
		all: 'PostgreSQL: clientcert=verify-full (or the cert method) in every hostssl rule, and reload. Redis and Valkey: tls-auth-clients yes.',
		'google-cloud-sql':
			'gcloud sql instances patch INSTANCE --ssl-mode=TRUSTED_CLIENT_CERTIFICATE_REQUIRED',
	},
	judge: ({mtls, identities}) => {
		if (mtls === null) return [notApplicable('The target declares no client certificate')];
		if (!mtls.seen) return [unknown(mtls)];
		return [
			mtls.value === 'refused'
				? pass(
						`Turned away without the certificate, and served with it${identities[0] === undefined ? '' : ` (tried as ${identityName(identities[0])}; other users may have other rules)`}`,
					)
				: fail('Without the certificate the server goes on just the same'),
		];
	},
	examples: {
		healthy: [healthy],
		defective: [but({mtls: seen('admitted')})],
		blind: [blind, but({mtls: unseen('file-unreadable')})],
		notApplicable: [but({mtls: null})],
	},
});
