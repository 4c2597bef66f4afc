import type {Severity} from '../../../domain/severity.js';
import {seen, unseen, type Observed} from '../../engine/check.js';
import {suiteName, weakFamilies, type WeakFamily} from '../../wire/suites.js';
import {blind, but, healthy} from '../examples.js';
import {tlsCheck, verdicts} from '../kit.js';
import {strongCiphers} from '../remediation.js';
import {inTls} from '../sources.js';

const {pass, fail, unknown} = verdicts(
	'Suites with forward secrecy and authenticated encryption only',
);

/** How a family is named, and how bad it is that one of its suites is accepted. */
const families: Readonly<Record<WeakFamily, {readonly name: string; readonly severity: Severity}>> =
	{
		null: {name: 'NULL (no encryption)', severity: 'critical'},
		anonymous: {name: 'anonymous (no certificate)', severity: 'critical'},
		export: {name: 'EXPORT (40 to 56 bits)', severity: 'critical'},
		rc4: {name: 'RC4', severity: 'high'},
		des: {name: 'DES (56 bits)', severity: 'high'},
		'3des': {name: '3DES (64-bit blocks)', severity: 'high'},
		static: {name: 'static key exchange (no forward secrecy)', severity: 'low'},
		// CBC suites are safe with present libraries; a verdict on a control must not hang on them.
		cbc: {name: 'CBC', severity: 'info'},
	};

const sameBlindness = (
	fact: Observed<unknown>,
	first: Extract<Observed<unknown>, {readonly seen: false}>,
): boolean => !fact.seen && fact.reason === first.reason;

/** Whether weak cipher suites are accepted: at least one suite of each accepted family is named. */
export const tlsCiphersWeak = tlsCheck({
	id: 'tls-ciphers-weak',
	title: 'Weak cipher suites are refused',
	question: 'Does the endpoint refuse weak cipher suites?',
	why: 'What is encrypted with a weak suite can be read or changed by someone on the way, or later, when a key becomes known.',
	severity: 'high',
	...inTls('ClientHellos that offer weak suites only', ' -tls1_2 -cipher SUITE'),
	remediation: strongCiphers,
	judge: ({weak}) => {
		const open = weakFamilies.flatMap(family => {
			const fact = weak[family];
			const {name, severity} = families[family];
			if (!fact.seen) return [unknown(fact, {object: name})];
			return fact.value === null
				? []
				: [fail(`Accepted: at least ${suiteName(fact.value)}`, {object: name, severity})];
		});
		// When nothing could be asked, one sentence says so and not eight.
		const [first] = weakFamilies.map(family => weak[family]);
		if (first?.seen === false && weakFamilies.every(family => sameBlindness(weak[family], first)))
			return [unknown(first)];
		const settled = open.every(({object}) => object === families.cbc.name);
		if (!settled) return open;
		const strong = 'No broken suite, and none without forward secrecy, is accepted';
		// A question about CBC that was not asked must not hold back what the others settle.
		return weak.cbc.seen
			? [pass(strong), ...open]
			: [pass(`${strong}; CBC suites were not asked for`)];
	},
	examples: {
		healthy: [healthy],
		defective: weakFamilies.map(family => but({weak: {...healthy.weak, [family]: seen(0x002f)}})),
		blind: [blind, but({weak: {...healthy.weak, rc4: unseen('limit-exceeded')}})],
	},
});
