import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'PUBLIC holds no privilege on tables, views and sequences of the application';
const grant = {object: 'public.orders', privileges: ['SELECT'], columnsOnly: false};
const writes = /^(INSERT|UPDATE|DELETE|TRUNCATE|TRIGGER|REFERENCES|MAINTAIN)$/;

export const pgTablePublicPrivs = defineCheck({
	id: 'pg-table-public-privs',
	title: 'Tables are closed for PUBLIC',
	question: 'Is a table, view, sequence or column granted to every role?',
	why: 'A grant to PUBLIC goes to every role that exists and every role that will be made, the scanner and each leaked account among them.',
	severity: 'high',
	source: shownBy('publicGrants'),
	needs: 'any login role',
	remediation: {all: 'REVOKE ALL ON TABLE name FROM PUBLIC; and grant to the roles that need it.'},
	judge: facts =>
		whenSeen(facts.publicGrants, expected, grants =>
			judgeListing(grants, expected, {
				offends: ({object, privileges, columnsOnly}) =>
					fail(
						`PUBLIC has ${privileges.join(', ')} on ${columnsOnly ? 'columns of ' : ''}${object} ${inDatabase(facts)}`,
						expected,
						{object, ...(privileges.some(p => writes.test(p)) ? {} : {severity: 'medium'})},
					),
				clean: `PUBLIC holds nothing ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({publicGrants: listed(grant)}),
			example({publicGrants: listed({...grant, privileges: ['DELETE']})}),
		],
		blind: [blind, example({publicGrants: cut()})],
	},
});
