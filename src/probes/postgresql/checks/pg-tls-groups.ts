import {seen} from '../../engine/check.js';
import {blind, example, observer, settings} from '../examples.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, pass, unknown} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'groups of 128 bits of security and more (RFC 8446, 4.2.7)';
const strong =
	/^(x25519(mlkem768)?|x448|prime256v1|secp(256r1|384r1|521r1)(mlkem(768|1024))?|p-(256|384|521)|brainpoolp(256|384|512)r1(tls13)?|mlkem(512|768|1024)|ffdhe(3072|4096|6144|8192))$/;
const weak =
	/^(secp(1\d\d|2[0-4]\d)[rk]\d|secp256k1|sect\d+[rk]\d|prime(192|239)v\d|p-(192|224)|brainpoolp(160|192|224)[rt]1|wap-.*|c2(pnb|tnb|onb).*|k-\d+|b-\d+)$/;

export const pgTlsGroups = defineCheck({
	id: 'pg-tls-groups',
	title: 'Keys are exchanged over strong groups',
	question: 'Does the server agree on keys over strong elliptic curves only?',
	why: 'Who breaks the key exchange reads the session later, however strong its cipher is. The handshake shows what is really agreed; this is what was meant.',
	severity: 'low',
	scope: 'node',
	source: shownBy('setting ssl_groups', 'setting ssl_ecdh_curve'),
	needs: 'pg_read_all_settings (part of pg_monitor)',
	remediation: {
		all: "ALTER SYSTEM RESET ssl_groups; (ssl_ecdh_curve before PostgreSQL 18), or 'X25519:prime256v1'; then SELECT pg_reload_conf();",
	},
	judge: facts =>
		withValues(facts, expected, {ssl_groups: {since: 18}, ssl_ecdh_curve: {until: 17}}, values => {
			const [name, value] =
				values.ssl_groups === undefined
					? (['ssl_ecdh_curve', values.ssl_ecdh_curve ?? ''] as const)
					: (['ssl_groups', values.ssl_groups] as const);
			const groups = value.split(':').map(group =>
				group
					.trim()
					.toLowerCase()
					.replace(/^[?*]+/, ''),
			);
			const bad = groups.filter(group => weak.test(group));
			if (bad.length > 0) return [fail(`${name} = ${value}: ${bad.join(', ')}`, expected)];
			return groups.every(group => strong.test(group))
				? [pass(`${name} = ${value}`, expected)]
				: [
						unknown(
							{
								seen: false,
								reason: 'unexpected-reply',
								detail: `${name} = ${value === '' ? "''" : value} names groups that dbvet does not know`,
							},
							expected,
						),
					];
		}),
	examples: {
		healthy: [
			example(),
			example({
				observer: seen({...observer, versionNum: 150_018}),
				settings: settings({ssl_groups: undefined, ssl_ecdh_curve: 'prime256v1'}),
			}),
		],
		defective: [
			example({settings: settings({ssl_groups: 'X25519:secp224r1'})}),
			example({
				observer: seen({...observer, versionNum: 150_018}),
				settings: settings({ssl_groups: undefined, ssl_ecdh_curve: 'sect233k1'}),
			}),
		],
		blind: [blind, example({settings: settings({ssl_groups: 'other'})})],
	},
});
