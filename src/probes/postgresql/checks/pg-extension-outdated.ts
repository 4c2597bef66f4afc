import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';

const expected = 'every extension has its newest installed version';
const item = {name: 'postgis', version: '3.3.2', latest: '3.5.0'};

export const pgExtensionOutdated = defineCheck({
	id: 'pg-extension-outdated',
	title: 'Extensions are updated with their packages',
	question: 'Has every extension the version that is installed on the server?',
	why: 'The package was updated and the objects in the database were not: corrections, of flaws in security too, are not in force yet.',
	severity: 'low',
	needs: 'any login role',
	remediation: {all: 'ALTER EXTENSION name UPDATE; in each database.'},
	judge: facts =>
		whenSeen(facts.outdatedExtensions, expected, list =>
			judgeListing(list, expected, {
				offends: ({name, version, latest}) =>
					fail(
						`${name} is ${version}; ${latest} is installed on the server ${inDatabase(facts)}`,
						expected,
						{object: name},
					),
				clean: `every extension has the version that is installed on the server ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({outdatedExtensions: listed(item)})],
		blind: [blind, example({outdatedExtensions: cut()})],
	},
});
