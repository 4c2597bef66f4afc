import {seen} from '../../engine/check.js';
import {fail, pass, unknown, whenBothSeen} from '../../engine/verdicts.js';
import {unseen} from '../../engine/check.js';
import {blind, example, observer, variables} from '../examples.js';
import {asBoolean} from '../judge/variables.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'the server checks who logs in';

export const mysqlSkipGrantTables = defineCheck({
	id: 'mysql-skip-grant-tables',
	title: 'The server checks who logs in',
	question: 'Does the server look at its accounts at all?',
	why: 'Started with --skip-grant-tables a server lets everybody in with every right. It is the way to set a forgotten root password, and is forgotten itself.',
	severity: 'critical',
	scope: 'node',
	...shownBy('observer', 'variable skip_grant_tables'),
	needs: 'any account',
	remediation: {
		all: 'Take skip-grant-tables out of the configuration and the command line, and restart now.',
	},
	judge: facts =>
		whenBothSeen(facts.observer, facts.variables, expected, ({account}, values) => {
			// MySQL shows no variable for it, but names the account of such a session in this way.
			if (account === '' || account.startsWith('skip-grants'))
				return [fail('the server matched the login with no account: it checks nobody', expected)];
			const value = values.skip_grant_tables;
			if (value === undefined)
				return [pass(`the server matched the login with the account ${account}`, expected)];
			const shown = `skip_grant_tables = ${value}`;
			const is = asBoolean(value);
			if (is === undefined) return [unknown(unseen('unexpected-reply', {detail: shown}), expected)];
			return [is ? fail(shown, expected) : pass(shown, expected)];
		}),
	examples: {
		healthy: [example(), example({variables: variables({skip_grant_tables: undefined})})],
		defective: [
			example({variables: variables({skip_grant_tables: 'ON'})}),
			example({
				observer: seen({...observer, account: 'skip-grants user@skip-grants host'}),
				variables: variables({skip_grant_tables: undefined}),
			}),
		],
		blind: [blind, example({variables: variables({skip_grant_tables: '?'})})],
	},
});
