import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, pass, unknown, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'every table has a primary key';

export const pgNoPrimaryKey = defineCheck({
	id: 'pg-no-primary-key',
	title: 'Tables have a primary key',
	question: 'Does every table have a primary key, or another key for replication?',
	why: 'Without one a row cannot be named: logical replication refuses its changes, doubles cannot be told apart, and a copy cannot be compared with its original.',
	severity: 'low',
	source: shownBy('keylessTables'),
	needs: 'any login role',
	remediation: {
		all: 'ALTER TABLE name ADD PRIMARY KEY (columns); or ALTER TABLE name REPLICA IDENTITY USING INDEX index;',
	},
	judge: facts =>
		whenSeen(facts.keylessTables, expected, ({items, complete}) => {
			const names = items.map(({table}) => table);
			if (names.length > 0)
				return [
					fail(
						`${complete ? '' : 'at least '}${names.length} tables have none ${inDatabase(facts)}: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ' …' : ''}`,
						expected,
					),
				];
			return complete
				? [pass(`every table has one ${inDatabase(facts)}`, expected)]
				: [
						unknown(
							{seen: false, reason: 'limit-exceeded', detail: 'not all tables were read'},
							expected,
						),
					];
		}),
	examples: {
		healthy: [example()],
		defective: [example({keylessTables: listed({table: 'public.log'})})],
		blind: [blind, example({keylessTables: cut()})],
	},
});
