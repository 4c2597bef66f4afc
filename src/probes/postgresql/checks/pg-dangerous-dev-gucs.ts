import {blind, example, settings} from '../examples.js';
import {asBoolean, settingOf} from '../judge/settings.js';
import {defineCheck, fail, pass, whenSeen} from '../judge/verdicts.js';

const expected = 'all developer settings off';
const names = [
	'allow_system_table_mods',
	'zero_damaged_pages',
	'ignore_checksum_failure',
	'ignore_system_indexes',
	'allow_in_place_tablespaces',
] as const;

export const pgDangerousDevGucs = defineCheck({
	id: 'pg-dangerous-dev-gucs',
	title: 'No developer setting endangers the data',
	question: 'Is a setting on that is meant for repairs and development only?',
	why: 'These settings let the server overwrite damaged pages, ignore failed checksums or change its own catalogue.',
	severity: 'high',
	scope: 'node',
	needs: 'any login role',
	remediation: {
		all: 'ALTER SYSTEM RESET name; then reload or restart, and look through the data for damage.',
	},
	judge: facts =>
		whenSeen(facts.settings, expected, () => {
			const present = names.flatMap(name => {
				const setting = settingOf(facts, name);
				return setting?.seen === true ? [{name, value: setting.value.value}] : [];
			});
			const on = present.filter(({value}) => asBoolean(value) !== false);
			if (on.length > 0)
				return on.map(({name, value}) => fail(`${name} = ${value}`, expected, {object: name}));
			return present.length === 0
				? [
						{
							outcome: 'unknown',
							reason: 'unexpected-reply',
							observed: 'none of them is shown',
							expected,
						},
					]
				: [pass(`${present.length} settings, all off`, expected)];
		}),
	examples: {
		healthy: [example(), example({settings: settings({allow_in_place_tablespaces: undefined})})],
		defective: [example({settings: settings({zero_damaged_pages: 'on'})})],
		blind: [blind, example({settings: {seen: true, value: {}}})],
	},
});
