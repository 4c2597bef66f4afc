import {blind, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no untrusted procedural language is installed';
const language = {name: 'plpython3u', functions: 1, publicFunctions: 0};

export const pgUntrustedLanguage = defineCheck({
	id: 'pg-untrusted-language',
	title: 'No untrusted procedural language',
	question: 'Is a language installed whose functions act as the operating system user?',
	why: 'A function in such a language reads files and opens connections as the server itself; who may call it may use that.',
	severity: 'medium',
	source: shownBy('untrustedLanguages'),
	needs: 'any login role',
	remediation: {
		all: 'DROP EXTENSION of the language, or keep its functions from everybody but their one caller.',
	},
	judge: facts =>
		whenSeen(facts.untrustedLanguages, expected, languages =>
			judgeListing(languages, expected, {
				offends: ({name, functions, publicFunctions}) =>
					fail(
						`${name} with ${functions} functions, ${publicFunctions} of them executable by PUBLIC, ${inDatabase(facts)}`,
						expected,
						{object: name, ...(publicFunctions > 0 ? {severity: 'high'} : {})},
					),
				clean: `none ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({untrustedLanguages: listed(language)}),
			example({untrustedLanguages: listed({...language, publicFunctions: 1})}),
		],
		blind: [blind],
	},
});
