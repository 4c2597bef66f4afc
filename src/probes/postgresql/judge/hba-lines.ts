import {unseen, type JudgeContext, type Verdict} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import type {HbaRule} from '../facts/objects.js';
import {passOfRules} from './hba-doubt.js';
import {unknown, whenSeen} from './verdicts.js';

/** `pg_hba.conf:12 (hostssl … ldap)`, for a person. */
export const nameRule = ({place, type, method}: HbaRule): string =>
	`${place} (${type ?? ''} … ${method ?? ''})`;

/** True for a rule about clients on other machines, by its type and the text of its address. */
export const forOthers = ({type, address}: HbaRule): boolean =>
	type !== null && type !== 'local' && !/^(127[.].*|::1|samehost)$/.test(address ?? '');

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
