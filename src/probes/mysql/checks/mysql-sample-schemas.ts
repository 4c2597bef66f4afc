import {fail, judgeListing, whenSeen} from '../../engine/verdicts.js';
import {blind, cut, example, listed} from '../examples.js';
import {hiddenRows} from '../judge/hidden.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no sample schemas';
/** The example databases of the MySQL documentation. */
const samples: ReadonlySet<string> = new Set([
	'sakila',
	'world',
	'world_x',
	'employees',
	'menagerie',
]);

export const mysqlSampleSchemas = defineCheck({
	id: 'mysql-sample-schemas',
	title: 'No sample schemas are left',
	question: 'Are the example databases of the documentation gone?',
	why: 'They hold routines and views that nobody looks after, and tell a visitor that nobody tidied up.',
	severity: 'low',
	...shownBy('schemas'),
	needs: 'SHOW DATABASES',
	remediation: {all: 'DROP DATABASE … for each one named, if it is the sample and not yours.'},
	judge: facts =>
		whenSeen(facts.schemas, expected, schemas =>
			judgeListing(schemas, expected, {
				clean: 'none of the sample schemas',
				cut: hiddenRows(facts, 'SHOW DATABASES', 'schemas'),
				offends: ({name}) =>
					samples.has(name.toLowerCase())
						? fail(`the schema ${name} exists`, expected, {object: name})
						: undefined,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({schemas: listed({name: 'sakila'})})],
		blind: [blind, example({schemas: cut({name: 'shop'})})],
	},
});
