import {blind, example, listed} from '../examples.js';
import {rule, withRules} from '../examples-hba.js';
import type {Decision} from '../judge/hba.js';
import {isRemote, judgeAdmissions, type Fault} from '../judge/hba-verdicts.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'every login from another machine shows a client certificate that names its role';
const lax = {
	...rule('hostssl all all 10.0.0.0/255.0.0.0 scram-sha-256'),
	clientCertificate: 'verify-ca',
};

const fault = (decision: Decision): Fault | undefined => {
	const {method, clientCertificate} = decision.rule;
	if (!isRemote(decision) || method === 'cert' || clientCertificate === 'verify-full')
		return undefined;
	return clientCertificate === 'verify-ca'
		? {severity: 'low', text: 'any certificate of the CA will do, whoever it names'}
		: {severity: 'info', text: 'asks for no client certificate'};
};

export const pgHbaClientcert = defineCheck({
	id: 'pg-hba-clientcert',
	title: 'Logins from other machines show a client certificate',
	question:
		'Do the access rules ask every client from another machine for a certificate of its own?',
	why: 'With it a stolen password alone lets nobody in. PostgreSQL asks for a certificate as soon as it has a CA file; only the rules make it a condition.',
	severity: 'low',
	scope: 'node',
	source: shownBy('rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {
		all: 'Use the method cert, or add clientcert=verify-full to the hostssl rules, once each client has a certificate.',
	},
	judge: (facts, context) =>
		judgeAdmissions(facts, context, expected, {
			judge: fault,
			concerns: {is: isRemote, none: 'the rules let nobody in from another machine'},
			clean: 'every rule for other machines demands a certificate that names the role',
		}),
	examples: {
		healthy: [
			withRules('local all all peer', 'hostssl all all 10.0.0.0/255.0.0.0 cert'),
			example({rules: listed({...lax, clientCertificate: 'verify-full'})}),
		],
		defective: [
			example({rules: listed(lax)}),
			withRules('hostssl all all 10.0.0.0/255.0.0.0 scram-sha-256'),
		],
		blind: [blind, withRules('hostssl all all .example.com cert')],
		notApplicable: [example()],
	},
});
