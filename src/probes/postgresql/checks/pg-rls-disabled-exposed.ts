import {blind, cut, example, listed, plainRole} from '../examples.js';
import {withWebRoles} from '../judge/web-roles.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'row security on every table that roles of the web may use';
const roles = listed({...plainRole, name: 'anon', canLogin: false});

export const pgRlsDisabledExposed = defineCheck({
	id: 'pg-rls-disabled-exposed',
	title: 'Tables that the web reaches have row security',
	question: 'Is row security on for every table that anon or authenticated may use?',
	why: 'PostgREST and Supabase turn each such table into a web address: without row security everybody who has the public key reads, or changes, all of it. Partitions and inherited rights count too.',
	severity: 'high',
	source: shownBy('webTables'),
	needs: 'any login role',
	remediation: {
		all: 'ALTER TABLE name ENABLE ROW LEVEL SECURITY; with policies; or REVOKE ALL ON the table FROM anon, authenticated.',
	},
	judge: facts =>
		withWebRoles(facts, expected, () =>
			whenSeen(facts.webTables, expected, tables =>
				judgeListing(tables, expected, {
					offends: ({object, grantees}) =>
						fail(
							`${grantees.join(', ')} may use ${object}, which has no row security ${inDatabase(facts)}`,
							expected,
							{
								object,
							},
						),
					clean: `every table that roles of the web may use has row security ${inDatabase(facts)}`,
				}),
			),
		),
	examples: {
		healthy: [example({roles})],
		defective: [example({roles, webTables: listed({object: 'public.users', grantees: ['anon']})})],
		blind: [
			blind,
			example({roles, webTables: cut()}),
			example({roles: cut()}),
			example({roles: listed({...plainRole, name: 'authenticator'})}),
		],
		notApplicable: [example()],
	},
});
