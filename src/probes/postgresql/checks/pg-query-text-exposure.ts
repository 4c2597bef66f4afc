import {blind, cut, example, listed} from '../examples.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	notApplicable,
	whenAllSeen,
} from '../judge/verdicts.js';

const expected = 'no statement with a password is kept';
const item = {user: 'postgres', statements: 1, verifier: false};
const installed = listed({name: 'pg_stat_statements', version: '1.12', schema: 'public'});

export const pgQueryTextExposure = defineCheck({
	id: 'pg-query-text-exposure',
	title: 'No passwords in the kept statements',
	question: 'Does pg_stat_statements hold no statement that sets a password?',
	why: 'It keeps the text of statements, and takes literals out of queries only, not out of CREATE ROLE or ALTER ROLE: every role that may monitor reads the password. The text stays on the server.',
	severity: 'high',
	scope: 'node',
	needs: 'pg_read_all_stats (part of pg_monitor)',
	remediation: {
		all: 'Change the passwords named here, with \\password or by a verifier made on the client; then SELECT pg_stat_statements_reset(); and set pg_stat_statements.track_utility = off.',
	},
	judge: facts =>
		whenAllSeen(facts.keptPasswords, facts.extensions, expected, (kept, extensions) => {
			const installed = extensions.items.some(({name}) => name === 'pg_stat_statements');
			if (kept.items.length === 0 && kept.complete && !installed && extensions.complete)
				return [
					notApplicable(`pg_stat_statements is not installed ${inDatabase(facts)}`, expected),
				];
			return judgeListing(
				{items: kept.items, complete: kept.complete && extensions.complete},
				expected,
				{
					offends: ({user, statements, verifier}) =>
						fail(
							`${statements} kept statements of ${user} set a password ${verifier ? 'as a verifier' : 'in clear'}`,
							expected,
							{
								object: `${user} ${verifier ? 'verifier' : 'clear'}`,
								...(verifier ? {severity: 'medium' as const} : {}),
							},
						),
					clean: 'no kept statement sets a password',
				},
			);
		}),
	examples: {
		healthy: [example({extensions: installed})],
		defective: [
			example({keptPasswords: listed(item)}),
			example({keptPasswords: listed({...item, verifier: true})}),
		],
		blind: [blind, example({keptPasswords: cut()})],
		notApplicable: [example()],
	},
});
