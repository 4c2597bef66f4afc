import {blind} from '../examples.js';
import {hardenedRules, withRules} from '../examples-hba.js';
import {faultOfTrust, isPublic, isRemote, judgeAdmissions, trusts} from '../judge/hba-verdicts.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'whoever comes from another machine meets TLS and real authentication, or a rejection';

export const pgHbaEffectiveFirstMatch = defineCheck({
	id: 'pg-hba-effective-first-match',
	title: 'The access rules, played through, keep strangers out',
	question:
		'Which rule decides for each address, role and database, and does it ask for TLS and a proof?',
	why: 'The first rule that matches decides; a strict rule behind a loose one never does. So the rules are played through in order instead of being looked at one by one.',
	severity: 'critical',
	scope: 'node',
	source: shownBy('rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {
		all: 'Put hostssl rules for known networks first and host all all all reject last; take out or move what comes before them.',
	},
	judge: (facts, context) =>
		judgeAdmissions(facts, context, expected, {
			judge: decision => {
				if (!isRemote(decision)) return undefined;
				if (trusts(decision)) return {severity: 'critical', text: faultOfTrust(decision)};
				if (decision.way !== 'plain') return undefined;
				return isPublic(decision)
					? {severity: 'critical', text: 'lets in from public addresses in clear'}
					: {severity: 'high', text: 'lets in from other machines in clear'};
			},
			likely: decision =>
				isRemote(decision) && trusts(decision)
					? {severity: 'critical', text: faultOfTrust(decision)}
					: undefined,
			clean: 'every way in from another machine leads over TLS and a proof',
		}),
	examples: {
		healthy: [
			withRules(...hardenedRules),
			withRules('hostnossl all all all reject', 'host all all all scram-sha-256'),
			withRules('host all all all reject', 'host all all all trust'),
			withRules('host all all 127.0.0.1/255.255.255.255 scram-sha-256'),
		],
		defective: [
			withRules('host all all 0.0.0.0/0.0.0.0 scram-sha-256', 'host all all all reject'),
			withRules('hostssl all all all trust'),
			withRules('host all all samenet trust', 'host all all all reject'),
			withRules('host all shop_app 10.0.0.0/255.0.0.0 md5', 'hostnossl all all all reject'),
		],
		blind: [
			blind,
			withRules('hostssl all all client.example.com scram-sha-256'),
			withRules('hostssl all /^app all scram-sha-256'),
		],
	},
});
