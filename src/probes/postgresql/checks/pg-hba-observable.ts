import {blind, example, listed} from '../examples.js';
import {hardenedRules, withRules} from '../examples-hba.js';
import type {PostgresFacts} from '../facts.js';
import {defineCheck, fail, pass, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'the rules of pg_hba.conf can be read, and there are some';

const loaded = ({rulesFile}: PostgresFacts): string => {
	if (!rulesFile.seen) return ' (this role cannot see whether there was one since the last change)';
	return rulesFile.value.changedSinceLoad
		? ', and there was none since the last change'
		: ', and there was one since the last change';
};

export const pgHbaObservable = defineCheck({
	id: 'pg-hba-observable',
	title: 'The access rules can be seen',
	question: 'May the scanner read the rules of pg_hba.conf?',
	why: 'The rules decide who may connect from where and how. Where they are hidden, only attempts to connect show what they allow.',
	severity: 'info',
	scope: 'node',
	source: shownBy('rules', 'rulesFile'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function: not given on managed services',
	remediation: {
		all: 'On a server of your own grant both to the scanner’s role; on managed services rely on the TLS checks.',
	},
	judge: facts =>
		whenSeen(facts.rules, expected, rules => [
			rules.items.length === 0
				? fail('the file holds no rule at all: the server refuses it at the next reload', expected)
				: pass(
						`${rules.complete ? '' : 'at least '}${rules.items.length} rules; the view shows the file as it is now, which is in force only after a reload${loaded(facts)}`,
						expected,
					),
		]),
	examples: {
		healthy: [withRules(...hardenedRules), example()],
		defective: [example({rules: listed()})],
		blind: [blind],
	},
});
