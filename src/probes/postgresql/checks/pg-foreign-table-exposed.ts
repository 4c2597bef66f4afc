import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'foreign tables for named roles only';
const item = {object: 'public.stock', grantees: ['PUBLIC']};

export const pgForeignTableExposed = defineCheck({
	id: 'pg-foreign-table-exposed',
	title: 'Foreign tables are not open to everybody',
	question: 'Is no foreign table open to PUBLIC or to the roles of the web?',
	why: 'Through it everybody reaches another server with the login that is stored for it, and row security does not hold there.',
	severity: 'medium',
	source: shownBy('webForeignTables'),
	needs: 'any login role',
	remediation: {
		all: 'REVOKE ALL ON the foreign table FROM PUBLIC, anon, authenticated; and move it into a private schema.',
	},
	judge: facts =>
		whenSeen(facts.webForeignTables, expected, list =>
			judgeListing(list, expected, {
				offends: ({object, grantees}) =>
					fail(`${object} is open to ${grantees.join(', ')} ${inDatabase(facts)}`, expected, {
						object,
					}),
				clean: `no foreign table is open to PUBLIC or roles of the web ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({webForeignTables: listed(item)})],
		blind: [blind, example({webForeignTables: cut()})],
	},
});
