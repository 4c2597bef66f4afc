import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no default privilege grants to PUBLIC what is made later';
const grant = {creator: 'shop_owner', schema: null, objects: 'tables', privileges: ['SELECT']};

export const pgDefaultAclPublic = defineCheck({
	id: 'pg-default-acl-public',
	title: 'Default privileges grant nothing to PUBLIC',
	question: 'Will tables, sequences or schemas made from now on be granted to every role?',
	why: 'ALTER DEFAULT PRIVILEGES works silently on objects that nobody has thought of yet.',
	severity: 'medium',
	source: shownBy('defaultGrants'),
	needs: 'any login role',
	remediation: {
		all: 'ALTER DEFAULT PRIVILEGES FOR ROLE creator REVOKE ALL ON TABLES FROM PUBLIC; likewise for the other kinds.',
	},
	judge: facts =>
		whenSeen(facts.defaultGrants, expected, grants =>
			judgeListing(grants, expected, {
				offends: ({creator, schema, objects, privileges}) => {
					const where = schema === null ? 'everywhere' : `in schema ${schema}`;
					return fail(
						`PUBLIC gets ${privileges.join(', ')} on ${objects} that ${creator} makes ${where} ${inDatabase(facts)}`,
						expected,
						{object: `${creator} ${schema ?? '*'} ${objects}`},
					);
				},
				clean: `no default privilege for PUBLIC ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({defaultGrants: listed(grant)})],
		blind: [blind, example({defaultGrants: cut()})],
	},
});
