import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';

const expected = 'no such column for PUBLIC or reporting roles';
const item = {column: 'public.users.password_hash', readers: ['shop_bi'], secret: true};

export const pgSensitiveColumnsExposed = defineCheck({
	id: 'pg-sensitive-columns-exposed',
	title: 'Columns with personal data and secrets are not open to many',
	question:
		'Are columns whose names speak of secrets or personal data closed to PUBLIC and reporting roles?',
	why: 'Reports seldom need them, and copies of reports leave the company. It is judged by the name of the column: no row is read.',
	severity: 'medium',
	needs: 'any login role',
	remediation: {
		all: 'GRANT SELECT on the other columns only, or show the table through a view that leaves these out or masks them.',
	},
	judge: facts =>
		whenSeen(facts.sensitiveColumns, expected, list =>
			judgeListing(list, expected, {
				offends: ({column, readers, secret}) =>
					fail(`${column} may be read by ${readers.join(', ')} ${inDatabase(facts)}`, expected, {
						object: column,
						severity: secret || readers.includes('PUBLIC') ? 'medium' : 'low',
					}),
				clean: `no column with such a name is open to PUBLIC or a declared reporting role ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({sensitiveColumns: listed(item)}),
			example({sensitiveColumns: listed({...item, secret: false})}),
		],
		blind: [blind, example({sensitiveColumns: cut()})],
	},
});
