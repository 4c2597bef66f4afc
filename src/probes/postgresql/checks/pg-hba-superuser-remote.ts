import {blind} from '../examples.js';
import {withRules} from '../examples-hba.js';
import {isRemote, judgeAdmissions, type Fault} from '../judge/hba-verdicts.js';
import type {Decision} from '../judge/hba.js';
import {defineCheck} from '../judge/verdicts.js';

const expected = 'superusers log in from the server’s own machine only';

const fault = (decision: Decision): Fault | undefined =>
	isRemote(decision)
		? {severity: 'high', text: 'lets a superuser in from another machine'}
		: undefined;

export const pgHbaSuperuserRemote = defineCheck({
	id: 'pg-hba-superuser-remote',
	title: 'No superuser may log in from another machine',
	question: 'Do the access rules turn superusers away who come over the network?',
	why: 'A stolen or guessed password of a superuser is then enough to own the server, from wherever the network reaches.',
	severity: 'high',
	scope: 'node',
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {
		all: 'Put `host all postgres all reject` (and one for each other superuser) before the rules that let others in.',
	},
	judge: (facts, context) =>
		judgeAdmissions(facts, context, expected, {
			judge: fault,
			likely: fault,
			which: role => role.superuser,
			clean: 'superusers get in on the server’s own machine only',
		}),
	examples: {
		healthy: [
			withRules('local all all peer', 'host all all 127.0.0.1/255.255.255.255 scram-sha-256'),
			withRules('host all postgres all reject', 'hostssl all all 10.0.0.0/255.0.0.0 scram-sha-256'),
		],
		defective: [
			withRules('hostssl all all 10.0.0.0/255.0.0.0 scram-sha-256'),
			withRules('hostssl all postgres all cert', 'host all postgres all reject'),
		],
		blind: [blind, withRules('hostssl all /^post .example.com scram-sha-256')],
	},
});
