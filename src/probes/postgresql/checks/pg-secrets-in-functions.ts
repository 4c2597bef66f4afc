import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no text in the catalogue has the shape of a secret';
const item = {kind: 'function', object: 'app.sync()', dblink: false} as const;

export const pgSecretsInFunctions = defineCheck({
	id: 'pg-secrets-in-functions',
	title: 'No secrets in functions, views, comments and defaults',
	question: 'Is the code in the database free of passwords, keys and tokens?',
	why: 'Bodies of functions, definitions of views and rules, conditions, comments and defaults can be read by every role that connects. dbvet has the server compare shapes and never reads the text.',
	severity: 'high',
	source: shownBy('secretTexts'),
	needs: 'any login role',
	remediation: {
		all: 'Replace the secret, keep the new one in a secret manager, and hand it to the function as an argument or through a table that few may read.',
	},
	judge: facts =>
		whenSeen(facts.secretTexts, expected, list =>
			judgeListing(list, expected, {
				offends: ({kind, object}) =>
					fail(
						`${kind} ${object} holds something with the shape of a secret ${inDatabase(facts)}`,
						expected,
						{object: `${kind} ${object}`},
					),
				clean: `nothing in functions, views, comments, triggers, rules, defaults and expressions has a known shape of a secret ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({secretTexts: listed(item)}),
			example({secretTexts: listed({...item, kind: 'rule', object: 'app.logins noted'})}),
		],
		blind: [blind, example({secretTexts: cut()})],
	},
});
