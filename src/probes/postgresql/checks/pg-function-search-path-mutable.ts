import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'a fixed search_path for functions in policies, indexes, columns and triggers';
const item = {name: 'app.tenant()', use: 'policy'} as const;

export const pgFunctionSearchPathMutable = defineCheck({
	id: 'pg-function-search-path-mutable',
	title: 'Functions that the server calls itself find the same objects for everybody',
	question:
		'Do functions in policies, indexes, generated columns and triggers have a fixed search_path?',
	why: 'They run in sessions of others, with the search_path of those: a role may have a policy or an index call a function of its own.',
	severity: 'low',
	source: shownBy('floatingFunctions'),
	needs: 'any login role',
	remediation: {
		all: "ALTER FUNCTION name SET search_path = '' and write out the schemas in its body.",
	},
	judge: facts =>
		whenSeen(facts.floatingFunctions, expected, list =>
			judgeListing(list, expected, {
				offends: ({name, use}) =>
					fail(
						`${name} is called by ${use === 'index' || use === 'event trigger' ? 'an' : 'a'} ${use} and has no fixed search_path ${inDatabase(facts)}`,
						expected,
						{object: `${name} ${use}`, ...(use === 'trigger' ? {severity: 'info' as const} : {})},
					),
				clean: `all such functions have a fixed search_path ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({floatingFunctions: listed(item)})],
		blind: [blind, example({floatingFunctions: cut()})],
	},
});
