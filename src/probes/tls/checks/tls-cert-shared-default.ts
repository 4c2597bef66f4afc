import {blind, butLeaf, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {newCertificate} from '../remediation.js';
import {certificates} from '../sources.js';

const {pass, fail, unknown} = verdicts(
	'A certificate made for this server, not one from a package or an example',
);

/** Names that distributions, languages and tutorials put into the certificates they come with. */
const defaults: readonly RegExp[] = [
	/snake ?oil/i,
	/\bCN=localhost(\.localdomain)?(,|$)/i,
	/\b(CN|O)=(www\.)?example\.(com|org|net)(,|$)/i,
	/\bO=(Internet Widgits Pty Ltd|Default Company Ltd|Acme Co)(,|$)/i,
];

const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** Whether the certificate is one that others have the key of as well, or that nobody chose. */
export const tlsCertSharedDefault = tlsCheck({
	id: 'tls-cert-shared-default',
	title: 'No default certificate',
	question: 'Was the certificate made for this server?',
	why: 'The key of a certificate that comes with a package or an image is known to everybody who has that package.',
	severity: 'high',
	...certificates,
	remediation: newCertificate,
	judge: ({sent, host}) => {
		if (!sent.seen) return [unknown(sent)];
		const leaf = sent.value[0];
		// On loopback a certificate for localhost is just the right one.
		if (leaf === undefined || loopback.test(host)) return [pass('Not one of the known defaults')];
		const found = [leaf.subject, leaf.issuer].find(name =>
			defaults.some(pattern => pattern.test(name)),
		);
		return [
			found === undefined
				? pass('Not one of the known defaults')
				: fail(`It carries the name of a default certificate: ${found}`),
		];
	},
	examples: {
		healthy: [healthy],
		defective: ['CN=ssl-cert-snakeoil', 'CN=localhost', 'C=AU, O=Internet Widgits Pty Ltd'].map(
			subject => butLeaf({subject}),
		),
		blind: [blind],
	},
});
