import type {Verdict} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import {settingOf, type Versions} from './settings.js';
import {unknown, whenSeen} from './verdicts.js';

/** Values as pg_settings shows them; undefined for what this version, or this server without the extension, does not have. */
export type Values = Readonly<Record<string, string | undefined>>;

/** Judges several settings together: one that is hidden makes the verdict unknown, whatever the others say. */
export const withValues = (
	facts: PostgresFacts,
	expected: string,
	wanted: Readonly<Record<string, Versions>>,
	judge: (values: Values) => readonly Verdict[],
): readonly Verdict[] =>
	whenSeen(facts.settings, expected, () => {
		const found = Object.entries(wanted).map(
			([name, versions]) => [name, settingOf(facts, name, versions)] as const,
		);
		for (const [, fact] of found) if (fact?.seen === false) return [unknown(fact, expected)];
		return judge(
			Object.fromEntries(
				found.map(([name, fact]) => [name, fact?.seen === true ? fact.value.value : undefined]),
			),
		);
	});
