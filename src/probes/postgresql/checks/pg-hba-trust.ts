import {seen} from '../../engine/check.js';
import {blind, example} from '../examples.js';
import {hardenedRules, withRules} from '../examples-hba.js';
import type {Decision} from '../judge/hba.js';
import {
	faultOfTrust,
	isRemote,
	judgeAdmissions,
	trusts,
	type Fault,
} from '../judge/hba-verdicts.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no rule that decides uses trust';

const faultOf = (decision: Decision): Fault | undefined => {
	if (!trusts(decision)) return undefined;
	const text = faultOfTrust(decision);
	if (isRemote(decision)) return {severity: 'critical', text};
	return {severity: decision.way === 'socket' ? 'medium' : 'high', text};
};

export const pgHbaTrust = defineCheck({
	id: 'pg-hba-trust',
	title: 'Nobody is trusted without a proof',
	question: 'Does any access rule that takes effect let somebody in without authentication?',
	why: 'With trust whoever reaches the server is whoever he says, the superuser too.',
	severity: 'critical',
	scope: 'node',
	source: shownBy('rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {
		all: 'Replace trust by peer for the socket, and by scram-sha-256 or cert for the network.',
	},
	judge: (facts, context) =>
		judgeAdmissions(facts, context, expected, {
			judge: faultOf,
			likely: faultOf,
			clean: 'no rule that decides uses trust',
		}),
	examples: {
		healthy: [withRules(...hardenedRules), withRules('local all all peer', 'local all all trust')],
		defective: [
			withRules('local all all trust'),
			withRules('host all all 127.0.0.1/255.255.255.255 trust'),
			withRules('hostssl shop shop_app all trust'),
			withRules('host all all samenet trust', 'host all all all reject'),
			withRules('host all all samehost trust'),
			withRules('hostssl all all client.example.com trust'),
		],
		blind: [
			blind,
			withRules('host all /^adm all trust'),
			example({rulesFile: seen({changedSinceLoad: true, quotedKeywords: null})}),
			example({rulesFile: seen({changedSinceLoad: false, quotedKeywords: true})}),
		],
	},
});
