import {unseen} from '../../engine/check.js';
import {allParts, fail, judgeListing, whenSeen} from '../../engine/verdicts.js';
import {blind, cut, example, listed} from '../examples.js';
import {covers} from '../judge/like.js';
import {hiddenRows} from '../judge/hidden.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no schema test, and no rights on test schemas for everybody';
const open = {
	user: '',
	host: '%',
	schema: String.raw`test\_%`,
	object: '',
	writes: true,
	reads: false,
	grants: false,
	system: false,
};

export const mysqlTestDatabase = defineCheck({
	id: 'mysql-test-database',
	title: 'The open test schema is gone',
	question: 'Is the schema test of old installations gone, with the rights of everybody on it?',
	why: 'Old installations let everybody create tables in test and in every schema whose name begins with test_: room for a full disk, and a surprise for whoever names a schema so.',
	severity: 'low',
	...shownBy('schemas', 'scopedGrants'),
	needs: 'SHOW DATABASES, and SELECT on mysql.db',
	remediation: {
		all: "DROP DATABASE test; and REVOKE ALL ON `test\\_%`.* FROM ''@'%'; (mariadb-secure-installation does both).",
	},
	judge: facts =>
		allParts(
			whenSeen(facts.schemas, expected, schemas =>
				judgeListing(schemas, expected, {
					clean: 'no schema test',
					cut: hiddenRows(facts, 'SHOW DATABASES', 'schemas'),
					offends: ({name}) =>
						name.toLowerCase() === 'test'
							? fail('the schema test exists', expected, {object: 'schema test'})
							: undefined,
				}),
			),
			whenSeen(facts.scopedGrants, expected, grants =>
				judgeListing(grants, expected, {
					clean: 'and nobody has rights on such schemas by default',
					offends: one =>
						(one.user === '' || one.user === 'PUBLIC') &&
						['test', 'test_1', 'test1'].some(name => covers(one.schema, name))
							? fail(`everybody has rights on ${one.schema}`, expected, {
									object: `rights on ${one.schema}`,
									severity: 'high',
								})
							: undefined,
				}),
			),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({schemas: listed({name: 'test'})}),
			example({scopedGrants: listed(open)}),
			example({scopedGrants: listed({...open, schema: 'test'})}),
			example({scopedGrants: listed({...open, schema: 'te%'})}),
			example({scopedGrants: listed({...open, schema: '_est'})}),
			example({scopedGrants: listed({...open, user: 'PUBLIC', host: '', schema: 'test'})}),
		],
		blind: [
			blind,
			example({schemas: cut({name: 'shop'})}),
			example({scopedGrants: unseen('permission-denied', {detail: 'refused'})}),
		],
	},
});
