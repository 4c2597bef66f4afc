import {blind, cut, example, listed, settings} from '../examples.js';
import {allParts} from '../../engine/verdicts.js';
import {allOff} from '../judge/switches.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no right of PUBLIC on large objects';
const item = {privilege: 'SELECT', objects: 3};

export const pgLargeObjectPublic = defineCheck({
	id: 'pg-large-object-public',
	title: 'Large objects are not open to everybody',
	question: 'Has PUBLIC no right on large objects?',
	why: 'Large objects are addressed by a number that is easy to guess, and no schema stands around them. With lo_compat_privileges on, no right on them is asked for at all.',
	severity: 'medium',
	source: shownBy('openLargeObjects', 'setting lo_compat_privileges', 'roleSettings'),
	needs: 'any login role',
	remediation: {all: 'REVOKE ALL ON LARGE OBJECT number FROM PUBLIC; for each of them.'},
	judge: facts =>
		whenSeen(facts.openLargeObjects, expected, list =>
			allParts(
				judgeListing(list, expected, {
					offends: ({privilege, objects}) =>
						fail(
							`PUBLIC holds ${privilege} on ${objects} large objects ${inDatabase(facts)}`,
							expected,
							{object: privilege},
						),
					clean: `PUBLIC has no right on large objects ${inDatabase(facts)}`,
				}),
				allOff(facts, expected, [['lo_compat_privileges']]),
			),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({openLargeObjects: listed(item)}),
			example({settings: settings({lo_compat_privileges: 'on'})}),
		],
		blind: [blind, example({openLargeObjects: cut()})],
	},
});
