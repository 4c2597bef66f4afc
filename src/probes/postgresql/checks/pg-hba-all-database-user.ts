import {blind, cut, example} from '../examples.js';
import {hardenedRules, withRules} from '../examples-hba.js';
import {forOthers, judgeLines, nameRule} from '../judge/hba-lines.js';
import {defineCheck, fail} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'rules for other machines name their database and role';

export const pgHbaAllDatabaseUser = defineCheck({
	id: 'pg-hba-all-database-user',
	title: 'Access rules name databases and roles',
	question: 'Does each rule for other machines say which role it is for, and to which database?',
	why: 'A rule for all also holds for the role that is created tomorrow, and for administrators. With one database and one application it changes little.',
	severity: 'low',
	scope: 'node',
	source: shownBy('rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {
		all: 'Write one rule for each application: its database, its role (or +group) and the network that it comes from.',
	},
	judge: (facts, context) =>
		judgeLines(facts, context, expected, {
			offends: line => {
				if (!forOthers(line) || line.method === 'reject') return undefined;
				const wide = [
					...((line.databases ?? []).includes('all') ? ['every database'] : []),
					...((line.users ?? []).includes('all') ? ['every role'] : []),
				];
				return wide.length === 0
					? undefined
					: fail(`${nameRule(line)} is for ${wide.join(' and ')}`, expected, {
							object: line.place,
						});
			},
			doubts: line =>
				forOthers(line) &&
				line.method !== 'reject' &&
				[...(line.databases ?? []), ...(line.users ?? [])].some(word => word.startsWith('/'))
					? `${nameRule(line)} names databases or roles by a pattern: how many it is for cannot be told`
					: undefined,
			clean: 'all rules for other machines name their database and role',
		}),
	examples: {
		healthy: [
			withRules(
				'local all all peer',
				'hostssl shop shop_app 10.0.0.0/255.0.0.0 cert',
				'host all all all reject',
			),
		],
		defective: [
			withRules(...hardenedRules),
			withRules('hostssl shop all 10.0.0.0/255.0.0.0 cert'),
			withRules('host all all 127.0.0.1/0.0.0.0 scram-sha-256'),
		],
		blind: [
			blind,
			example({rules: cut()}),
			withRules('hostssl shop /^.*$ 10.0.0.0/255.0.0.0 cert'),
		],
	},
});
