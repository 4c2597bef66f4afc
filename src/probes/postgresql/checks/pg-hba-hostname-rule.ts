import {blind, cut, example} from '../examples.js';
import {withRules} from '../examples-hba.js';
import {judgeLines, nameRule} from '../judge/hba-lines.js';
import {defineCheck, fail} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'rules name networks by their addresses';
const keywords = new Set(['all', 'samehost', 'samenet']);

export const pgHbaHostnameRule = defineCheck({
	id: 'pg-hba-hostname-rule',
	title: 'Access rules do not trust names',
	question: 'Do the access rules name clients by address, and none by host name?',
	why: 'A name is looked up at each login, in both directions: who controls the DNS of the name, or answers for it, decides who is let in.',
	severity: 'low',
	scope: 'node',
	source: shownBy('rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {all: 'Replace the host name in the rule by the network of those clients.'},
	judge: (facts, context) =>
		judgeLines(facts, context, expected, {
			offends: line =>
				line.type !== 'local' &&
				line.address !== null &&
				line.netmask === null &&
				!keywords.has(line.address)
					? fail(`${nameRule(line)} names ${line.address}`, expected, {object: line.place})
					: undefined,
			clean: 'no rule names a host',
		}),
	examples: {
		healthy: [
			withRules('local all all peer', 'hostssl all all 10.0.0.0/255.0.0.0 scram-sha-256'),
			withRules('host all all all reject', 'hostssl all all samenet scram-sha-256'),
		],
		defective: [withRules('hostssl all all .example.com scram-sha-256')],
		blind: [blind, example({rules: cut()})],
	},
});
