import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'functions in C or internal belong to extensions';
const item = {name: 'public.run(text)', language: 'c', owner: 'postgres', dblink: false};

export const pgCLanguageUserFunction = defineCheck({
	id: 'pg-c-language-user-function',
	title: 'No machine code besides the extensions',
	question: 'Does every function in C belong to an extension?',
	why: 'A function in C runs inside the server with all its rights. One that no package brought, and no review saw, is what an intruder leaves behind.',
	severity: 'medium',
	source: shownBy('nativeFunctions'),
	needs: 'any login role',
	remediation: {
		all: 'Find out where the library comes from, and DROP FUNCTION name; or package it as an extension. On a managed service there cannot be one: ask the provider.',
	},
	judge: facts =>
		whenSeen(facts.nativeFunctions, expected, list =>
			judgeListing(list, expected, {
				offends: ({name, language, owner}) =>
					fail(
						`${name} of ${owner} is written in ${language} and belongs to no extension ${inDatabase(facts)}`,
						expected,
						{object: name},
					),
				clean: `no function in C or internal stands outside the extensions ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({nativeFunctions: listed(item)})],
		blind: [blind, example({nativeFunctions: cut()})],
	},
});
