import type {Verdict} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import {nameScope, overridesOf, unreadOverrides} from './overrides.js';
import {asBoolean, settingOf, type Versions} from './settings.js';
import {fail, pass, unknown, whenSeen} from './verdicts.js';

/** A setting that has to be off, and the majors that have it. */
export type Switch = readonly [name: string, versions?: Versions];

/**
 * One failure for each switch that is not off. Without one, a single switch that is hidden, or has a value of its own for
 * the scanner, makes the verdict unknown: the others prove nothing about it.
 */
export const allOff = (
	facts: PostgresFacts,
	expected: string,
	switches: readonly Switch[],
): readonly Verdict[] =>
	whenSeen(facts.settings, expected, () => {
		const looked = switches.flatMap(([name, versions]) => {
			const setting = settingOf(facts, name, versions);
			return setting === undefined ? [] : [{name, setting}];
		});
		const on = looked.flatMap(({name, setting}) =>
			setting.seen && asBoolean(setting.value.value) !== false
				? [fail(`${name} = ${setting.value.value}`, expected, {object: name})]
				: [],
		);
		const own = looked.map(({name}) => ({name, overrides: overridesOf(facts, name)}));
		const ownOn = own.flatMap(({name, overrides}) =>
			(overrides.seen ? overrides.value : [])
				.filter(({value}) => value === null || asBoolean(value) !== false)
				.map(item =>
					fail(`${nameScope(item)} has its own ${name} = ${item.value ?? '(not read)'}`, expected, {
						object: `${nameScope(item)} ${name}`,
						remediation: 'ALTER ROLE name RESET setting; or ALTER DATABASE name RESET setting;',
					}),
				),
		);
		if (on.length + ownOn.length > 0) return [...on, ...ownOn];
		const unread = unreadOverrides(facts);
		const hidden = [
			...looked.flatMap(({setting}) => (setting.seen ? [] : [setting])),
			...(unread === undefined ? [] : [unread]),
		][0];
		if (hidden !== undefined) return [unknown(hidden, expected)];
		return [pass(`${looked.map(({name}) => name).join(', ')}: all off`, expected)];
	});
