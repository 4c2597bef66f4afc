import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'publications of named tables';
const item = {name: 'cdc', allTables: true, schemas: 0};

export const pgPublicationAll = defineCheck({
	id: 'pg-publication-all',
	title: 'Publications name their tables',
	question: 'Does no publication send all tables, of the database or of a schema?',
	why: 'FOR ALL TABLES and FOR TABLES IN SCHEMA send every table there will ever be to whoever may subscribe, those with personal data too.',
	severity: 'low',
	source: shownBy('publications'),
	needs: 'any login role',
	remediation: {
		all: 'CREATE PUBLICATION name FOR TABLE the ones that are needed, and drop the wide one.',
	},
	judge: facts =>
		whenSeen(facts.publications, expected, list =>
			judgeListing(list, expected, {
				offends: ({name, allTables, schemas}) =>
					allTables || schemas > 0
						? fail(
								`publication ${name} sends all tables${allTables ? '' : ` of ${schemas} ${schemas === 1 ? 'schema' : 'schemas'}`} ${inDatabase(facts)}`,
								expected,
								{
									object: name,
								},
							)
						: undefined,
				clean: `no publication sends all tables of the database or of a schema ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example(), example({publications: listed({...item, allTables: false})})],
		defective: [
			example({publications: listed(item)}),
			example({publications: listed({...item, allTables: false, schemas: 1})}),
		],
		blind: [blind, example({publications: cut()})],
	},
});
