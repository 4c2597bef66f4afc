import {unseen} from '../../engine/check.js';
import {blind, example, listed} from '../examples.js';
import {hardenedRules, rule, withRules} from '../examples-hba.js';
import {judgeAdmissions} from '../judge/hba-verdicts.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no rule that decides uses the method md5';
const md5 = listed(rule('hostssl all all all md5'));

export const pgHbaMd5 = defineCheck({
	id: 'pg-hba-md5',
	title: 'No access rule allows MD5',
	question: 'Does a rule that takes effect use the method md5?',
	why: 'The method takes MD5 passwords where there are any. A role with a SCRAM verifier does SCRAM under it all the same: then only the door stands open.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('passwords', 'rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {
		all: 'Set password_encryption to scram-sha-256, set the passwords anew, then write scram-sha-256 in pg_hba.conf.',
	},
	judge: (facts, context) => {
		const {passwords} = facts;
		const none =
			passwords.seen &&
			passwords.value.complete &&
			passwords.value.items.every(p => p.kind !== 'md5');
		return judgeAdmissions(facts, context, expected, {
			judge: ({rule: {method}}) =>
				method !== 'md5'
					? undefined
					: none
						? {severity: 'low', text: 'allows md5, which no role uses: all passwords are SCRAM'}
						: {severity: 'medium', text: 'allows md5'},
			clean: 'no rule that decides uses md5',
		});
	},
	examples: {
		healthy: [withRules(...hardenedRules)],
		defective: [
			example({rules: md5}),
			example({rules: md5, passwords: unseen('permission-denied')}),
		],
		blind: [blind],
	},
});
