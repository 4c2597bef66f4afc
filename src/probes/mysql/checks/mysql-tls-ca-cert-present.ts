import {seen, unseen} from '../../engine/check.js';
import {fail, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, example, observer} from '../examples.js';
import {defineCheck} from '../judge/verdicts.js';

const expected = 'a certificate of a CA that the clients know, with the server’s name in it';
const shows = (subject: string, verified = true) =>
	example({observer: seen({...observer, peer: {verified, why: 'the chain verifies', subject}})});

export const mysqlTlsCaCertPresent = defineCheck({
	id: 'mysql-tls-ca-cert-present',
	title: 'The certificate is not the one that the installation made up',
	question: 'Did somebody put a certificate of a CA in place of the generated one?',
	why: 'The certificate that MySQL makes for itself at its first start names no host, so that no client can tell the server from somebody in the middle.',
	severity: 'medium',
	scope: 'endpoint',
	source: 'The certificate of the TLS handshake',
	needs: 'any account',
	remediation: {
		all: 'Have a CA sign a certificate with the host’s name, set ssl_ca, ssl_cert and ssl_key, and let clients use --ssl-mode=VERIFY_IDENTITY.',
		'aws-rds': 'Give clients the provider’s CA bundle and --ssl-mode=VERIFY_IDENTITY.',
	},
	judge: facts =>
		whenSeen(facts.observer, expected, ({peer}) => {
			if (/auto_generated_server_certificate/i.test(peer.subject))
				return [fail(`the certificate is the generated one: ${peer.subject}`, expected)];
			return peer.verified
				? [pass(`${peer.subject}: ${peer.why}`, expected)]
				: [
						unknown(
							unseen('certificate-not-verified', {
								detail: `the certificate of ${peer.subject} was not verified: ${peer.why}`,
							}),
							expected,
						),
					];
		}),
	examples: {
		healthy: [example()],
		defective: [shows('CN=MySQL_Server_8.4.6_Auto_Generated_Server_Certificate')],
		blind: [blind, shows('CN=db1', false)],
	},
});
