import {seen} from '../../engine/check.js';
import {blind, but, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {strongCiphers} from '../remediation.js';
import {inTls} from '../sources.js';

/** NIST SP 800-57 part 1 and RFC 9325, section 4.3. */
const wantedBits = 2_048;
/** Within reach of those who can compute for a state (Logjam, 2015). */
const brokenBits = 1_024;

const {pass, fail, unknown} = verdicts(
	`DHE over a prime of at least ${wantedBits} bits, or no DHE at all`,
);

/** How large the prime of a finite-field key exchange is. */
export const tlsDhGroup = tlsCheck({
	id: 'tls-dh-group',
	title: 'The prime of the key exchange is large enough',
	question: 'Where keys are agreed on with DHE, has the prime at least 2048 bits?',
	why: 'A small prime that many servers share can be worked on once and then opens every recording.',
	severity: 'medium',
	...inTls(
		'a ClientHello with suites of DHE, and the prime in the ServerKeyExchange',
		' -tls1_2 -cipher DHE',
	),
	remediation: {
		...strongCiphers,
		all: 'Leave DHE suites out and keep ECDHE. Or give a larger prime: ssl_dh_params_file in PostgreSQL, tls-dh-params-file in Redis and Valkey.',
	},
	judge: ({dh}) => {
		if (!dh.seen) return [unknown(dh)];
		if (dh.value === null) return [pass('No key exchange by DHE is accepted')];
		const text = `DHE over a prime of ${dh.value} bits`;
		if (dh.value >= wantedBits) return [pass(text)];
		return [fail(text, {severity: dh.value <= brokenBits ? 'high' : 'medium'})];
	},
	examples: {
		healthy: [healthy, but({dh: seen(2_048)}), but({dh: seen(3_072)})],
		defective: [but({dh: seen(1_024)}), but({dh: seen(1_536)})],
		blind: [blind],
	},
});
