import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'extensions have a schema of their own';
/** They cannot be moved, or are installed in public by their own instructions. */
const bound = /^(postgis.*|address_standardizer.*|pgrouting|timescaledb.*|citus.*|plpgsql)$/;

export const pgExtensionInPublic = defineCheck({
	id: 'pg-extension-in-public',
	title: 'Extensions do not lie in the public schema',
	question: 'Do extensions have a schema of their own, and not public?',
	why: 'In public their functions mix with the application’s, are part of what a web interface offers, and are found by every search_path.',
	severity: 'low',
	source: shownBy('extensions'),
	needs: 'any login role',
	remediation: {
		all: 'CREATE SCHEMA extensions; ALTER EXTENSION name SET SCHEMA extensions; and add it to the search_path of those who need it.',
	},
	judge: facts =>
		whenSeen(facts.extensions, expected, extensions =>
			judgeListing(extensions, expected, {
				offends: ({name, schema}) =>
					schema === 'public' && !bound.test(name)
						? fail(`${name} lies in public ${inDatabase(facts)}`, expected, {object: name})
						: undefined,
				clean: `no extension that could be elsewhere lies in public ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [
			example(),
			example({extensions: listed({name: 'postgis', version: '3.5', schema: 'public'})}),
		],
		defective: [
			example({extensions: listed({name: 'pgcrypto', version: '1.3', schema: 'public'})}),
		],
		blind: [blind, example({extensions: cut()})],
	},
});
