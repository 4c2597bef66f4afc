import {blind, cut, example, listed} from '../examples.js';
import {unseen} from '../../engine/check.js';
import {defineCheck, fail, inDatabase, judgeListing, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'every extension has its newest installed version';
const item = {name: 'postgis', version: '3.3.2', latest: '3.5.0', updatable: true};

export const pgExtensionOutdated = defineCheck({
	id: 'pg-extension-outdated',
	title: 'Extensions are updated with their packages',
	question: 'Has every extension the version that is installed on the server?',
	why: 'The package was updated and the objects in the database were not: corrections, of flaws in security too, are not in force yet.',
	severity: 'low',
	source: shownBy('outdatedExtensions'),
	needs: 'any login role',
	remediation: {all: 'ALTER EXTENSION name UPDATE; in each database.'},
	judge: facts =>
		whenSeen(facts.outdatedExtensions, expected, list =>
			judgeListing(list, expected, {
				offends: ({name, version, latest, updatable}) =>
					updatable
						? fail(
								`${name} is ${version}; ${latest ?? ''} is installed on the server ${inDatabase(facts)}`,
								expected,
								{object: name},
							)
						: unknown(
								unseen('file-unreadable', {
									detail:
										latest === null
											? `the server has no files of ${name} ${version} ${inDatabase(facts)}: what it runs cannot be compared`
											: `${name} is ${version} ${inDatabase(facts)}; the server has ${latest}, and no way leads from one to the other`,
								}),
								expected,
								{object: name},
							),
				clean: `every extension has the version that is installed on the server ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({outdatedExtensions: listed(item)})],
		blind: [
			blind,
			example({outdatedExtensions: cut()}),
			example({outdatedExtensions: listed({...item, updatable: false})}),
			example({outdatedExtensions: listed({...item, latest: null, updatable: false})}),
		],
	},
});
