import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';

const expected = 'no right of PUBLIC on large objects';
const item = {privilege: 'SELECT', objects: 3};

export const pgLargeObjectPublic = defineCheck({
	id: 'pg-large-object-public',
	title: 'Large objects are not open to everybody',
	question: 'Has PUBLIC no right on large objects?',
	why: 'Large objects are addressed by a number that is easy to guess, and no schema stands around them.',
	severity: 'medium',
	needs: 'any login role',
	remediation: {all: 'REVOKE ALL ON LARGE OBJECT number FROM PUBLIC; for each of them.'},
	judge: facts =>
		whenSeen(facts.openLargeObjects, expected, list =>
			judgeListing(list, expected, {
				offends: ({privilege, objects}) =>
					fail(
						`PUBLIC holds ${privilege} on ${objects} large objects ${inDatabase(facts)}`,
						expected,
						{object: privilege},
					),
				clean: `PUBLIC has no right on large objects ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [example({openLargeObjects: listed(item)})],
		blind: [blind, example({openLargeObjects: cut()})],
	},
});
