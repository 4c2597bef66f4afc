import {unseen, type JudgeContext, type Verdict} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import type {HbaRule} from '../facts/objects.js';
import {loopback, within} from './addresses.js';
import {passOfRules} from './hba-doubt.js';
import {rangesOf} from './hba-match.js';
import {unknown, whenSeen} from './verdicts.js';

/** `pg_hba.conf:12 (hostssl … ldap)`, for a person. */
export const nameRule = ({place, type, method}: HbaRule): string =>
	`${place} (${type ?? ''} … ${method ?? ''})`;

/**
 * True for a rule about clients on other machines. The netmask decides, not the text of the address: 127.0.0.1/0 is the whole
 * Internet.
 */
export const forOthers = (line: HbaRule): boolean => {
	if (line.type === null || line.type === 'local') return false;
	if (line.address === 'samehost' || line.address === 'localhost') return false;
	const ranges = rangesOf(line);
	return (
		typeof ranges === 'string' ||
		!ranges.every(
			({family, low, high}) => within(family, low, loopback) && within(family, high, loopback),
		)
	);
};

/**
 * Judges the lines of pg_hba.conf one by one, whether or not they decide for somebody. Without a fault it is a pass only
 * where all lines were read and the server can read them too.
 */
export const judgeLines = (
	facts: PostgresFacts,
	context: JudgeContext,
	expected: string,
	rule: {
		readonly offends: (line: HbaRule) => Verdict | undefined;
		/** What of a line cannot be told, in words; then there is no pass. */
		readonly doubts?: (line: HbaRule) => string | undefined;
		readonly clean: string;
	},
): readonly Verdict[] =>
	whenSeen(facts.rules, expected, ({items, complete}) => {
		const bad = items.flatMap(line => (line.error ? [] : (rule.offends(line) ?? [])));
		if (bad.length > 0) return bad;
		if (!complete)
			return [
				unknown(
					unseen('limit-exceeded', {detail: 'there are more rules than dbvet reads'}),
					expected,
				),
			];
		const [doubt] = items.flatMap(line => rule.doubts?.(line) ?? []);
		if (doubt !== undefined)
			return [unknown(unseen('client-cannot-offer', {detail: doubt}), expected)];
		return items.some(({error}) => error)
			? [
					unknown(
						unseen('file-invalid', {
							detail:
								'pg_hba.conf has a line that the server cannot read, so that the rules in force are older ones',
						}),
						expected,
					),
				]
			: [passOfRules(facts, context, expected, rule.clean)];
	});
