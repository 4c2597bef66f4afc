import {blind} from '../examples.js';
import {hardenedRules, withRules} from '../examples-hba.js';
import {isRemote, judgeAdmissions} from '../judge/hba-verdicts.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'rules for other machines are hostssl, or plaintext is rejected before them';

export const pgHbaHostNotHostssl = defineCheck({
	id: 'pg-hba-host-not-hostssl',
	title: 'Access rules demand TLS',
	question: 'Does a rule of type host or hostnossl let in plaintext from other machines?',
	why: 'host takes both TLS and plaintext. The client then decides, and many clients do not ask for TLS.',
	severity: 'high',
	scope: 'node',
	source: shownBy('rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {all: 'Write hostssl for host, and end the file with hostnossl all all all reject.'},
	judge: (facts, context) =>
		judgeAdmissions(facts, context, expected, {
			judge: decision =>
				decision.way === 'plain' && isRemote(decision)
					? {severity: 'high', text: 'lets in without TLS'}
					: undefined,
			clean: 'no rule lets in plaintext from another machine',
		}),
	examples: {
		healthy: [
			withRules(...hardenedRules),
			withRules('hostnossl all all all reject', 'host all all all scram-sha-256'),
			withRules('host all all all reject'),
		],
		defective: [
			withRules('host all all 10.0.0.0/255.0.0.0 scram-sha-256'),
			withRules(
				'hostnossl shop shop_app 192.0.2.7/255.255.255.255 scram-sha-256',
				...hardenedRules,
			),
		],
		blind: [blind, withRules('host all all samenet scram-sha-256')],
	},
});
