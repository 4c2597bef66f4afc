import {blind, cut, example, listed} from '../examples.js';
import {rule} from '../examples-hba.js';
import {defineCheck, fail, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'every line of pg_hba.conf can be read';
const good = rule('local all all peer');

export const pgHbaParseError = defineCheck({
	id: 'pg-hba-parse-error',
	title: 'pg_hba.conf has no faulty lines',
	question: 'Has pg_hba.conf a line that the server cannot read?',
	why: 'The server then keeps the old rules at the next reload, and does not start after the next stop.',
	severity: 'medium',
	scope: 'node',
	source: shownBy('rules'),
	needs: 'SELECT on pg_hba_file_rules and EXECUTE on its function',
	remediation: {
		all: 'Correct the line, then SELECT pg_reload_conf(); and look at pg_hba_file_rules again.',
	},
	judge: facts =>
		whenSeen(facts.rules, expected, rules =>
			judgeListing(rules, expected, {
				offends: ({error, place}) =>
					error ? fail(`${place} cannot be read`, expected, {object: place}) : undefined,
				clean: `${rules.items.length} rules without a fault`,
			}),
		),
	examples: {
		healthy: [example({rules: listed(good)})],
		defective: [example({rules: listed(good, {...good, error: true, method: null, type: null})})],
		blind: [blind, example({rules: cut(good)})],
	},
});
