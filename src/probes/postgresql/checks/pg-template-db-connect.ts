import {blind, cut, example, listed} from '../examples.js';
import type {Database} from '../facts/roles.js';
import {defineCheck, fail, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no databases of samples and tests, and template0 closed';
/** Sample databases by their own names, and names that only trials have. */
const samples =
	/^(dvdrental|pagila|northwind|chinook|adventureworks|sakila|employees|world|sample_?db|test|testdb|test_?db|demo|demodb|example|scratch|playground|old|backup_old|tmp)$|^(test|demo|sample|old|tmp|copy)[_-]|[_-](test|demo|sample|old|copy|backup|bak|tmp)[_-]?\d*$/i;
const database: Database = {
	name: 'shop',
	owner: 'shop_owner',
	template: false,
	allowsConnections: true,
	publicConnect: false,
	publicTemporary: false,
	xidAge: 1,
	multixactAge: 1,
};

export const pgTemplateDbConnect = defineCheck({
	id: 'pg-template-db-connect',
	title: 'No forgotten databases stand beside the real ones',
	question: 'Is the server free of sample and test databases, and is template0 closed?',
	why: 'What is forgotten is neither watched nor patched, often holds a copy of real data, and has the rights of the day it was made. It is found by its name.',
	severity: 'low',
	source: shownBy('databases'),
	needs: 'any login role',
	remediation: {
		all: 'DROP DATABASE name; after a last look. ALTER DATABASE template0 WITH ALLOW_CONNECTIONS false;',
	},
	judge: facts =>
		whenSeen(facts.databases, expected, databases =>
			judgeListing(databases, expected, {
				offends: ({name, allowsConnections}) =>
					facts.identities.some(({database: used}) => used === name)
						? undefined
						: name === 'template0'
							? allowsConnections
								? fail('template0 accepts connections', expected, {object: name})
								: undefined
							: samples.test(name)
								? fail(`${name} looks like a sample or a trial`, expected, {object: name})
								: undefined,
				clean: 'no database has the name of a sample or trial',
			}),
		),
	examples: {
		healthy: [
			example(),
			example({databases: listed({...database, name: 'template1'})}),
			// Where it is the application's own, its name says nothing.
			example({
				databases: listed({...database, name: 'shop_test'}),
				identities: [{role: 'application', user: 'shop_app', database: 'shop_test'}],
			}),
		],
		defective: [
			example({databases: listed({...database, name: 'dvdrental'})}),
			example({databases: listed({...database, name: 'shop_old'})}),
			example({databases: listed({...database, name: 'template0'})}),
		],
		blind: [blind, example({databases: cut(database)})],
	},
});
