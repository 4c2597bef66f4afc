import {unseen, type Verdict} from '../../engine/check.js';
import {blind, cut, example, listed, settings} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import {librariesOf} from '../judge/libraries.js';
import {withValues} from '../judge/values.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	notApplicable,
	unknown,
	whenAllSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no statement with a password is kept';
const item = {user: 'postgres', statements: 1, verifier: false};
const installed = listed({name: 'pg_stat_statements', version: '1.12', schema: 'public'});

/** One extension in one database shows the statements of all, so that none in this one proves nothing while they are kept. */
const elsewhere = (facts: PostgresFacts): readonly Verdict[] =>
	withValues(facts, expected, {shared_preload_libraries: {}}, values => {
		const loaded = librariesOf(values.shared_preload_libraries ?? '');
		return loaded.includes('pg_stat_statements')
			? [
					unknown(
						unseen('client-cannot-offer', {
							detail: `statements are kept, and can be seen in a database with the extension pg_stat_statements only, which there is none of ${inDatabase(facts)}`,
						}),
						expected,
					),
				]
			: [notApplicable('pg_stat_statements is not loaded', expected)];
	});

export const pgQueryTextExposure = defineCheck({
	id: 'pg-query-text-exposure',
	title: 'No passwords in the kept statements',
	question: 'Does pg_stat_statements hold no statement that sets a password?',
	why: 'It keeps the text of statements, and takes literals out of queries only, not out of CREATE ROLE or ALTER ROLE: every role that may monitor reads the password. The text stays on the server.',
	severity: 'high',
	scope: 'node',
	source: shownBy('keptPasswords', 'extensions', 'setting shared_preload_libraries'),
	needs: 'pg_read_all_stats (part of pg_monitor)',
	remediation: {
		all: 'Change the passwords named here, with \\password or by a verifier made on the client; then SELECT pg_stat_statements_reset(); and set pg_stat_statements.track_utility = off.',
	},
	judge: facts =>
		whenAllSeen(facts.keptPasswords, facts.extensions, expected, (kept, extensions) => {
			const here = extensions.items.some(({name}) => name === 'pg_stat_statements');
			if (!here && kept.items.length === 0 && kept.complete && extensions.complete)
				return elsewhere(facts);
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
		blind: [
			blind,
			example({keptPasswords: cut(), extensions: installed}),
			example({settings: settings({shared_preload_libraries: 'pg_stat_statements'})}),
		],
		notApplicable: [example()],
	},
});
