import {seen} from '../../engine/check.js';
import {blind, but, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {newerVersions} from '../remediation.js';
import {inTls} from '../sources.js';

const {pass, fail, unknown} = verdicts(
	'A fallback to an older version is noticed (RFC 7507), or there is none to fall back to',
);

/** Whether somebody in between can push client and server down to an older version. */
export const tlsFallbackScsv = tlsCheck({
	id: 'tls-fallback-scsv',
	title: 'Clients cannot be pushed down to an older version',
	question: 'Does the server notice when a client falls back to an older version without need?',
	why: 'Somebody in between can break handshakes until a client tries an older version, and then use its flaws.',
	severity: 'low',
	...inTls(
		'a ClientHello for an older version with TLS_FALLBACK_SCSV among its suites',
		' -tls1 -fallback_scsv',
	),
	remediation: newerVersions,
	judge: ({fallback}) => {
		if (!fallback.seen) return [unknown(fallback)];
		if (fallback.value === null) return [pass('There is no older version to fall back to')];
		return [
			fallback.value
				? pass('Noticed and refused (alert 86)')
				: fail('A fallback to an older version is accepted'),
		];
	},
	examples: {
		healthy: [healthy, but({fallback: seen(true)})],
		defective: [but({fallback: seen(false)})],
		blind: [blind],
	},
});
