import {blind, cut, example, listed} from '../examples.js';
import {allParts} from '../../engine/verdicts.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	whenAllSeen,
	whenSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no dblink, or at least no passwords in its connection strings';
const call = {kind: 'function', object: 'app.sync()', dblink: true} as const;
const extension = {name: 'dblink', version: '1.2', schema: 'public'};

export const pgDblinkInstalled = defineCheck({
	id: 'pg-dblink-installed',
	title: 'Other servers are not reached with dblink',
	question: 'Does the database do without dblink, and its code without passwords for it?',
	why: 'dblink takes the address and the password from the statement: both end up in code, logs and statistics, and whoever may call it reaches every machine the server does.',
	severity: 'medium',
	source: shownBy('extensions', 'secretTexts', 'nativeFunctions'),
	needs: 'any login role',
	remediation: {
		all: 'Use postgres_fdw with a user mapping, change the passwords that stood in code, then DROP EXTENSION dblink.',
	},
	judge: facts =>
		whenAllSeen(facts.extensions, facts.secretTexts, expected, (extensions, texts) =>
			allParts(
				whenSeen(facts.nativeFunctions, expected, functions =>
					judgeListing(functions, expected, {
						offends: ({name, dblink}) =>
							dblink
								? fail(`${name} is dblink without its extension ${inDatabase(facts)}`, expected, {
										object: name,
										severity: 'low',
									})
								: undefined,
						clean: `dblink is not installed ${inDatabase(facts)}, and no code holds a password for it`,
					}),
				),
				judgeListing(texts, expected, {
					offends: ({kind, object, dblink}) =>
						dblink
							? fail(
									`${kind} ${object} calls dblink with a password in its text ${inDatabase(facts)}`,
									expected,
									{object: `${kind} ${object}`, severity: 'high'},
								)
							: undefined,
					clean: `dblink is not installed ${inDatabase(facts)}, and no code holds a password for it`,
				}),
				judgeListing(extensions, expected, {
					offends: ({name, version}) =>
						name === 'dblink'
							? fail(`dblink ${version} is installed ${inDatabase(facts)}`, expected, {
									object: 'dblink',
									severity: 'low',
								})
							: undefined,
					clean: `dblink is not installed ${inDatabase(facts)}`,
				}),
			),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({extensions: listed(extension)}),
			example({secretTexts: listed(call)}),
			example({nativeFunctions: listed({name: 'f()', language: 'c', owner: 'anna', dblink: true})}),
		],
		blind: [blind, example({secretTexts: cut()}), example({extensions: cut()})],
	},
});
