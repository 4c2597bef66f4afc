import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'PUBLIC may not create objects in any schema';
const app = {name: 'app', owner: null, publicCreate: false, publicUsage: true, creators: []};

export const pgSchemaCreatePublicOther = defineCheck({
	id: 'pg-schema-create-public-other',
	title: 'No other schema is open for PUBLIC',
	question: 'May every role create objects in a schema other than public?',
	why: 'Objects that anybody may add to a schema that others search are a way to run code as them.',
	severity: 'medium',
	source: shownBy('schemas'),
	needs: 'any login role',
	remediation: {all: 'REVOKE CREATE ON SCHEMA name FROM PUBLIC;'},
	judge: facts =>
		whenSeen(facts.schemas, expected, schemas =>
			judgeListing(schemas, expected, {
				offends: ({name, publicCreate}) =>
					name !== 'public' && publicCreate
						? fail(`PUBLIC has CREATE on schema ${name} ${inDatabase(facts)}`, expected, {
								object: name,
							})
						: undefined,
				clean: `PUBLIC has CREATE on no other schema ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example({schemas: listed(app)})],
		defective: [example({schemas: listed({...app, publicCreate: true})})],
		blind: [blind, example({schemas: cut(app)})],
	},
});
