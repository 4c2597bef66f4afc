import {blind} from '../examples.js';
import {hardenedRules, withRules} from '../examples-hba.js';
import {isRemote, judgeAdmissions} from '../judge/hba-verdicts.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no rule for the network that decides uses ident';

export const pgHbaIdentTcp = defineCheck({
	id: 'pg-hba-ident-tcp',
	title: 'No client vouches for itself over the network',
	question: 'Does an access rule that takes effect ask the client’s own machine who the user is?',
	why: 'With ident the server believes an ident service on the client’s machine (RFC 1413). Whoever holds that machine, or its address, is whoever he says. For the Unix socket the same word means peer, which asks the kernel and is sound.',
	severity: 'high',
	scope: 'node',
	source: shownBy('rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {
		all: 'Replace ident by scram-sha-256 or cert in rules for the network; for the Unix socket write peer.',
	},
	judge: (facts, context) =>
		judgeAdmissions(facts, context, expected, {
			judge: decision => {
				const {rule, way} = decision;
				if (rule.method !== 'ident' || way === 'socket') return undefined;
				return isRemote(decision)
					? {severity: 'high', text: 'believes the client’s machine'}
					: {severity: 'low', text: 'believes an ident service on the server’s own machine'};
			},
			clean: 'no rule for the network that decides uses ident',
		}),
	examples: {
		healthy: [
			withRules(...hardenedRules),
			withRules('local all all peer', 'local all all ident'),
			withRules('host all all all reject', 'host all all all ident'),
		],
		defective: [
			withRules('hostssl all all 10.0.0.0/255.0.0.0 ident'),
			withRules('host all all 127.0.0.1/255.255.255.255 ident'),
		],
		blind: [blind, withRules('hostssl all all client.example.com ident')],
	},
});
