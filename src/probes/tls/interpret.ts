import {seen, unseen, type Observed} from '../engine/check.js';
import {openAnswer, type Answer} from './ask.js';
import type {TlsFacts} from './facts.js';

/** protocol_version: the version is not spoken at all, whatever the suites. */
export const protocolVersionAlert = 70;

/** The answer to SSLRequest, proven by what follows: an alert or a hello of TLS, or N. */
export const isOffered = (first: Observed<Answer>): Observed<boolean> =>
	first.seen ? seen(first.value.kind !== 'declined') : first;

/** What the first hello (up to TLS 1.2, with forward secrecy) says beside the certificates. */
export const tls12Of = (first: Observed<Answer>): TlsFacts['tls12'] => {
	if (!first.seen) return first;
	const answer = first.value;
	if (answer.kind === 'refused')
		return unseen('unsupported-version', {detail: 'TLS 1.2 with forward secrecy was refused'});
	if (answer.kind !== 'accepted') return openAnswer(answer);
	const {suite, compression, version, extensions} = answer.hello;
	return answer.asksForClientCertificate === undefined || version > 0x0303
		? unseen('unexpected-reply', {detail: 'a version that was not offered'})
		: seen({
				suite,
				compression,
				asksForClientCertificate: answer.asksForClientCertificate,
				extensions,
			});
};

/** TLS 1.2: proven by either handshake; disproven only by a lower choice or an alert that names the version. */
export const accepts12 = (
	first: Observed<Answer>,
	protocol: string | undefined,
): Observed<boolean> => {
	if (protocol === 'TLSv1.2') return seen(true);
	if (!first.seen) return first;
	const answer = first.value;
	if (answer.kind === 'accepted') return seen(answer.hello.version === 0x0303);
	if (answer.kind !== 'refused') return openAnswer(answer);
	return answer.alert === protocolVersionAlert
		? seen(false)
		: unseen('tls-handshake-failed', {detail: 'the suites may have been the hindrance'});
};

/** TLS 1.3, from a hello that offers nothing else. */
export const accepts13 = (answer: Observed<Answer>): Observed<boolean> => {
	if (!answer.seen) return answer;
	if (answer.value.kind === 'accepted') return seen(answer.value.hello.version === 0x0304);
	return answer.value.kind === 'refused' ? seen(false) : openAnswer(answer.value);
};
