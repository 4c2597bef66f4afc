import {seen, unseen, type Verdict} from '../../engine/check.js';
import type {Version} from '../../wire/client-hello.js';
import {blind, but, healthy} from '../examples.js';
import type {TlsFacts} from '../facts.js';
import {tlsCheck, verdicts} from '../kit.js';
import {newerVersions} from '../remediation.js';
import {inTls} from '../sources.js';

const {pass, fail, unknown} = verdicts('TLS 1.2 or 1.3, nothing older');

const names: Readonly<Record<Version, string>> = {
	ssl3: 'SSL 3.0',
	tls10: 'TLS 1.0',
	tls11: 'TLS 1.1',
	tls12: 'TLS 1.2',
	tls13: 'TLS 1.3',
};
const old = ['ssl3', 'tls10', 'tls11'] as const;

const judgeOld = (versions: TlsFacts['versions']): readonly Verdict[] =>
	old.flatMap(version => {
		const fact = versions[version];
		const object = names[version];
		if (!fact.seen) return [unknown(fact, {object})];
		return fact.value ? [fail(`${object} is accepted`, {object})] : [];
	});

const judgeNew = ({tls12, tls13}: TlsFacts['versions']): readonly Verdict[] => {
	if ((tls12.seen && tls12.value) || (tls13.seen && tls13.value)) return [];
	const object = 'TLS 1.2 or newer';
	if (!tls12.seen) return [unknown(tls12, {object})];
	if (!tls13.seen) return [unknown(tls13, {object})];
	return [fail('Neither TLS 1.2 nor 1.3 is accepted', {object, severity: 'critical'})];
};

/** Which protocol versions the endpoint accepts, asked with hellos of our own. */
export const tlsVersions = tlsCheck({
	id: 'tls-versions',
	title: 'Only TLS 1.2 and newer',
	question: 'Does the endpoint accept TLS 1.2 or 1.3 and nothing older?',
	why: 'SSL 3.0, TLS 1.0 and 1.1 have known flaws and are withdrawn (RFC 7568, RFC 8996).',
	severity: 'high',
	...inTls(
		'a ClientHello for TLS 1.3 and 1.2, and hellos for TLS 1.1, 1.0 and SSL 3.0 only',
		' -tls1',
	),
	remediation: newerVersions,
	judge: ({offered, versions}) => {
		if (!offered.seen) return [unknown(offered)];
		if (!offered.value) return [fail('No TLS is offered at all', {severity: 'critical'})];
		const faults = [...judgeOld(versions), ...judgeNew(versions)];
		const {tls13} = versions;
		const without13 =
			tls13.seen && !tls13.value
				? [fail('TLS 1.3 is not accepted', {object: names.tls13, severity: 'info' as const})]
				: [];
		if (faults.length > 0) return [...faults, ...without13];
		const accepted = (['tls12', 'tls13'] as const).filter(version => {
			const fact = versions[version];
			return fact.seen && fact.value;
		});
		const list = accepted.map(version => names[version]).join(' and ');
		return [pass(`Accepted: ${list}; everything older is refused`), ...without13];
	},
	examples: {
		healthy: [
			healthy,
			but({versions: {...healthy.versions, tls12: unseen('tls-handshake-failed')}}),
		],
		defective: [
			but({versions: {...healthy.versions, tls10: seen(true)}}),
			but({versions: {...healthy.versions, tls12: seen(false), tls13: seen(false)}}),
			but({offered: seen(false)}),
		],
		blind: [blind, but({versions: {...healthy.versions, ssl3: unseen('limit-exceeded')}})],
	},
});
