import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';

const expected = 'publications of named tables or schemas';
const item = {name: 'cdc', allTables: true};

export const pgPublicationAll = defineCheck({
	id: 'pg-publication-all',
	title: 'Publications name their tables',
	question: 'Does no publication send all tables?',
	why: 'FOR ALL TABLES sends every table there will ever be to whoever may subscribe, those with personal data too.',
	severity: 'low',
	needs: 'any login role',
	remediation: {
		all: 'CREATE PUBLICATION name FOR TABLE the ones that are needed, and drop the wide one.',
	},
	judge: facts =>
		whenSeen(facts.publications, expected, list =>
			judgeListing(list, expected, {
				offends: ({name, allTables}) =>
					allTables
						? fail(`publication ${name} sends all tables ${inDatabase(facts)}`, expected, {
								object: name,
							})
						: undefined,
				clean: `no publication sends all tables ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example(), example({publications: listed({...item, allTables: false})})],
		defective: [example({publications: listed(item)})],
		blind: [blind, example({publications: cut()})],
	},
});
