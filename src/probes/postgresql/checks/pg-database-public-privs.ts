import {blind, example, listed} from '../examples.js';
import type {Database} from '../facts/roles.js';
import {defineCheck, fail, judgeListing, whenAllSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'PUBLIC may neither connect to a database nor make temporary objects in it';
const database: Database = {
	name: 'shop',
	owner: 'shop_owner',
	template: false,
	allowsConnections: true,
	publicConnect: true,
	publicTemporary: true,
	xidAge: 1000,
	multixactAge: 1000,
};
/** Databases that belong to the provider or are made by initdb for administration. */
const notOurs: ReadonlySet<string> = new Set([
	'rdsadmin',
	'cloudsqladmin',
	'azure_maintenance',
	'azure_sys',
	'_dodb',
	'_aiven',
]);

export const pgDatabasePublicPrivs = defineCheck({
	id: 'pg-database-public-privs',
	title: 'Databases are closed for PUBLIC',
	question: 'May every role of the server connect to a database?',
	why: 'By default they all may, also where no grant is written down. With several applications on a server each role can then look into the catalogues of the others.',
	severity: 'medium',
	source: shownBy('databases'),
	needs: 'any login role',
	remediation: {
		all: 'REVOKE CONNECT, TEMPORARY ON DATABASE name FROM PUBLIC; after GRANT CONNECT to the roles that use it.',
	},
	judge: facts =>
		whenAllSeen(facts.databases, facts.provider, expected, databases => {
			const ours = databases.items.filter(
				d => !d.template && d.allowsConnections && !notOurs.has(d.name),
			);
			const alone = databases.complete && ours.filter(d => d.name !== 'postgres').length <= 1;
			return judgeListing({items: ours, complete: databases.complete}, expected, {
				offends: ({name, publicConnect, publicTemporary}) => {
					const held = [
						...(publicConnect ? ['CONNECT'] : []),
						...(publicTemporary ? ['TEMPORARY'] : []),
					];
					return held.length === 0
						? undefined
						: fail(`PUBLIC has ${held.join(' and ')} on database ${name}`, expected, {
								object: name,
								...(alone || !publicConnect ? {severity: 'low'} : {}),
							});
				},
				clean: 'PUBLIC has neither CONNECT nor TEMPORARY on any database',
			});
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({databases: listed(database)}),
			example({databases: listed(database, {...database, name: 'other'})}),
		],
		blind: [blind],
	},
});
