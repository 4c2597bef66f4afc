import {seen} from '../../engine/check.js';
import {blind, example, listed, observer, settings} from '../examples.js';
import {allOff, type Switch} from '../judge/switches.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'all developer settings off';
export const developerSwitches: readonly Switch[] = [
	['allow_system_table_mods'],
	['zero_damaged_pages'],
	['ignore_checksum_failure'],
	['ignore_system_indexes'],
	['ignore_invalid_pages', {since: 13}],
	['allow_in_place_tablespaces', {since: 15}],
];

export const pgDangerousDevGucs = defineCheck({
	id: 'pg-dangerous-dev-gucs',
	title: 'No developer setting endangers the data',
	question: 'Is a setting on that is meant for repairs and development only?',
	why: 'These settings let the server overwrite damaged pages, ignore failed checksums, leave out what recovery could not restore or change its own catalogue.',
	severity: 'high',
	scope: 'node',
	source: shownBy(
		'setting allow_system_table_mods',
		'setting zero_damaged_pages',
		'setting ignore_checksum_failure',
		'setting ignore_system_indexes',
		'setting ignore_invalid_pages',
		'setting allow_in_place_tablespaces',
		'roleSettings',
	),
	needs: 'any login role',
	remediation: {
		all: 'ALTER SYSTEM RESET name; then reload or restart, and look through the data for damage.',
	},
	judge: facts => allOff(facts, expected, developerSwitches),
	examples: {
		healthy: [
			example(),
			example({
				observer: seen({...observer, versionNum: 140_011}),
				settings: settings({allow_in_place_tablespaces: undefined}),
			}),
			example({
				observer: seen({...observer, versionNum: 120_022}),
				settings: settings({
					allow_in_place_tablespaces: undefined,
					ignore_invalid_pages: undefined,
				}),
			}),
		],
		defective: [
			example({settings: settings({zero_damaged_pages: 'on'})}),
			example({settings: settings({ignore_invalid_pages: 'on'})}),
			example({
				roleSettings: listed({
					role: 'shop_app',
					database: null,
					name: 'zero_damaged_pages',
					value: 'on',
					secretLike: false,
				}),
			}),
		],
		blind: [
			blind,
			example({settings: {seen: true, value: {}}}),
			example({settings: settings({ignore_checksum_failure: undefined})}),
			example({settings: settings({ignore_invalid_pages: undefined})}),
		],
	},
});
