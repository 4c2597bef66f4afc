import {blind, cut, example, listed} from '../examples.js';
import {unseen} from '../../engine/check.js';
import {defineCheck, fail, inDatabase, judgeListing, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'recorded and actual versions are the same';
const item = {object: 'database shop', recorded: '2.31', actual: '2.36'};

export const pgCollationMismatch = defineCheck({
	id: 'pg-collation-mismatch',
	title: 'Indexes are sorted as the server sorts now',
	question: 'Does every collation in use have the version that the server has?',
	why: 'After an upgrade of the operating system texts sort in another way: indexes on text miss rows, and unique ones let doubles in.',
	severity: 'medium',
	source: shownBy('collations'),
	needs: 'any login role',
	remediation: {
		all: 'REINDEX what uses the collation, then ALTER DATABASE name REFRESH COLLATION VERSION; or ALTER COLLATION name REFRESH VERSION;',
	},
	judge: facts =>
		whenSeen(facts.collations, expected, list =>
			judgeListing(list, expected, {
				offends: ({object, recorded, actual}) =>
					recorded === null
						? unknown(
								unseen('unsupported-version', {
									detail: `the server has no record of the version that ${object} was sorted with`,
								}),
								expected,
								{object},
							)
						: fail(
								`${object} was sorted with version ${recorded}; the server now has ${actual ?? 'a library that tells none'}`,
								expected,
								{object},
							),
				clean: `every collation in use has its recorded version ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({collations: listed(item)}),
			example({collations: listed({...item, actual: null})}),
		],
		blind: [
			blind,
			example({collations: cut()}),
			example({collations: listed({...item, recorded: null, actual: null})}),
		],
	},
});
