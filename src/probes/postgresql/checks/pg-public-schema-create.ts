import {blind, cut, example, listed} from '../examples.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	notApplicable,
	whenSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'PUBLIC may not create objects in schema public';
const open = {name: 'public', owner: null, publicCreate: true, publicUsage: true, creators: []};

export const pgPublicSchemaCreate = defineCheck({
	id: 'pg-public-schema-create',
	title: 'Schema public is closed for PUBLIC',
	question: 'May every role create objects in schema public?',
	why: 'Whoever creates a function or table there can shadow what others mean and run code as them. Servers upgraded from before version 15 keep the open default.',
	severity: 'medium',
	source: shownBy('schemas'),
	needs: 'any login role',
	remediation: {all: 'REVOKE CREATE ON SCHEMA public FROM PUBLIC; in each database.'},
	judge: facts =>
		whenSeen(facts.schemas, expected, schemas =>
			schemas.complete && !schemas.items.some(({name}) => name === 'public')
				? [notApplicable('there is no schema public', expected)]
				: judgeListing(schemas, expected, {
						offends: ({name, publicCreate}) =>
							name === 'public' && publicCreate
								? fail(`PUBLIC has CREATE on schema public ${inDatabase(facts)}`, expected)
								: undefined,
						clean: `PUBLIC has no CREATE on schema public ${inDatabase(facts)}`,
					}),
		),
	examples: {
		healthy: [example()],
		defective: [example({schemas: listed(open)}), example({schemas: cut(open)})],
		blind: [blind, example({schemas: cut({...open, publicCreate: false})})],
		notApplicable: [example({schemas: listed()})],
	},
});
