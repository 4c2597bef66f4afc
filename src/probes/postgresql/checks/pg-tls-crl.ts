import {seen} from '../../engine/check.js';
import {blind, cut, example, listed, settings} from '../examples.js';
import {rule} from '../examples-hba.js';
import {judgeLines} from '../judge/hba-lines.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, notApplicable, pass} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'a list of revoked certificates, where clients log in with certificates';
const wanted = {ssl_ca_file: {}, ssl_crl_file: {}, ssl_crl_dir: {since: 14}} as const;
const certificates = listed(rule('hostssl all all 10.0.0.0/255.0.0.0 cert'));

export const pgTlsCrl = defineCheck({
	id: 'pg-tls-crl',
	title: 'A lost client certificate can be revoked',
	question: 'Where clients log in with certificates, does the server know which are revoked?',
	why: 'Without a list a stolen key logs in until its certificate ends. Certificates that live for hours only need none.',
	severity: 'low',
	scope: 'node',
	source: shownBy('setting ssl_ca_file', 'setting ssl_crl_file', 'setting ssl_crl_dir', 'rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {
		all: "ALTER SYSTEM SET ssl_crl_file = 'revoked.crl'; keep the file current, then SELECT pg_reload_conf();",
	},
	judge: (facts, context) =>
		withValues(facts, expected, wanted, values => {
			const lists = [values.ssl_crl_file, values.ssl_crl_dir].filter(
				value => value !== undefined && value !== '',
			);
			if (values.ssl_ca_file === '')
				return [notApplicable('the server takes no client certificates', expected)];
			if (lists.length > 0) return [pass(`revoked certificates: ${lists.join(', ')}`, expected)];
			const told = judgeLines(facts, context, expected, {
				offends: ({place, method, clientCertificate}) =>
					method === 'cert' || !['no-verify', '0', null].includes(clientCertificate)
						? fail(
								`${place} lets in by certificate, and neither ssl_crl_file nor ssl_crl_dir is set`,
								expected,
							)
						: undefined,
				clean: 'no rule asks for a client certificate',
			});
			return told.every(({outcome}) => outcome === 'pass')
				? [notApplicable('no rule asks for a client certificate', expected)]
				: told.slice(0, 1);
		}),
	examples: {
		healthy: [
			example({
				settings: settings({ssl_ca_file: 'ca.crt', ssl_crl_file: 'revoked.crl'}),
				rules: certificates,
			}),
		],
		defective: [example({settings: settings({ssl_ca_file: 'ca.crt'}), rules: certificates})],
		blind: [
			blind,
			example({settings: settings({ssl_ca_file: 'ca.crt'}), rules: cut()}),
			example({
				settings: settings({ssl_ca_file: 'ca.crt'}),
				rulesFile: seen({changedSinceLoad: true, quotedKeywords: null}),
			}),
		],
		notApplicable: [example(), example({settings: settings({ssl_ca_file: 'ca.crt'})})],
	},
});
