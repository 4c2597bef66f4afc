import {blind, example, listed, plainRole} from '../examples.js';
import {rule, withRules} from '../examples-hba.js';
import type {Decision} from '../judge/hba.js';
import {isPublic, isRemote, judgeAdmissions, type Fault} from '../judge/hba-verdicts.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'replication for named roles, from named inner networks';

const fault = (decision: Decision): Fault | undefined => {
	if (decision.database !== '(replication)' || !isRemote(decision)) return undefined;
	if (isPublic(decision)) return {severity: 'medium', text: 'replication from public addresses'};
	return (decision.rule.users ?? []).includes('all')
		? {severity: 'medium', text: 'replication for every role that has the attribute'}
		: undefined;
};

const replicator = {...plainRole, name: 'copier', replication: true};
const play = (...lines: readonly string[]) =>
	example({
		rules: listed(...lines.map((line, i) => rule(line, i + 1))),
		roles: listed(replicator, plainRole),
	});

export const pgHbaReplicationScope = defineCheck({
	id: 'pg-hba-replication-scope',
	title: 'Replication is for named roles from named networks',
	question: 'Do the rules for replication name a role, and networks inside?',
	why: 'Who may replicate copies the whole server in one go, past every right on tables.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {
		all: 'Name the role of the replicas and their network: hostssl replication copier 10.0.0.0/24 scram-sha-256.',
	},
	judge: (facts, context) =>
		judgeAdmissions(facts, context, expected, {
			judge: fault,
			which: role => role.superuser || role.replication,
			clean: 'nobody replicates from public addresses or through a rule for every role',
		}),
	examples: {
		healthy: [
			play('hostssl replication copier 10.0.0.0/255.255.255.0 scram-sha-256'),
			play('hostssl all all all scram-sha-256'),
			withRules('local replication all peer'),
		],
		defective: [
			play('hostssl replication all 10.0.0.0/255.255.255.0 scram-sha-256'),
			play('hostssl replication copier all scram-sha-256'),
		],
		blind: [blind, play('hostssl replication copier .example.com scram-sha-256')],
	},
});
