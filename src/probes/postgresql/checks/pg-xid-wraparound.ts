import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'every database is frozen long before transaction ids run out';
/** PostgreSQL stops writing three million transactions before 2^31; half a billion means that vacuum does not get on. */
const warnAt = 500_000_000;
const failAt = 1_500_000_000;
const database = {
	name: 'shop',
	owner: 'shop_owner',
	template: false,
	allowsConnections: true,
	publicConnect: false,
	publicTemporary: false,
	xidAge: 1_600_000_000,
	multixactAge: 1000,
};

export const pgXidWraparound = defineCheck({
	id: 'pg-xid-wraparound',
	title: 'Transaction ids do not run out',
	question: 'Is a database near the wraparound of transaction ids?',
	why: 'Shortly before the ids run out the server refuses every write until it has been vacuumed, which can take days.',
	severity: 'medium',
	source: shownBy('databases'),
	needs: 'any login role',
	remediation: {
		all: 'VACUUM (FREEZE) the oldest tables, and end what holds old snapshots: long transactions, prepared transactions, replication slots.',
	},
	judge: facts =>
		whenSeen(facts.databases, expected, databases =>
			judgeListing(databases, expected, {
				offends: ({name, xidAge, multixactAge}) => {
					const age = Math.max(xidAge, multixactAge);
					return age < warnAt
						? undefined
						: fail(`database ${name}: ${Math.round(age / 1e6)} million ids old`, expected, {
								object: name,
								severity: age >= failAt ? 'high' : 'low',
							});
				},
				clean: `the oldest database is ${Math.round(Math.max(0, ...databases.items.map(d => Math.max(d.xidAge, d.multixactAge))) / 1e6)} million ids old`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({databases: listed(database)})],
		blind: [blind, example({databases: cut({...database, xidAge: 1})})],
	},
});
