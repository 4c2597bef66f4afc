import {blind, cut, example, listed, plainRole} from '../examples.js';
import {isProviderRole} from '../judge/roles.js';
import {defineCheck, fail, pass, unknown, whenAllSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no password that has ended is left standing, and people’s passwords end';

export const pgRoleValidUntil = defineCheck({
	id: 'pg-role-valid-until',
	title: 'Logins whose password has ended are removed',
	question: 'Is there no login role whose password has ended and that nobody removed?',
	why: 'Such a role still logs in by certificate, Kerberos or trust, and one ALTER ROLE brings it back. VALID UNTIL holds for passwords only; whether a role is a person’s cannot be seen.',
	severity: 'low',
	source: shownBy('roles'),
	needs: 'any login role',
	remediation: {all: 'DROP ROLE name; or ALTER ROLE name NOLOGIN; once nobody needs it.'},
	judge: (facts, {now}) =>
		whenAllSeen(facts.roles, facts.provider, expected, ({items, complete}, provider) => {
			const logins = items.filter(
				({name, canLogin}) => canLogin && !isProviderRole(name, provider),
			);
			const ended = logins.filter(({validUntil}) => validUntil !== null && validUntil < now);
			if (ended.length > 0)
				return ended.map(({name, validUntil}) =>
					fail(`the password of ${name} ended on ${(validUntil ?? '').slice(0, 10)}`, expected, {
						object: name,
					}),
				);
			const limited = logins.filter(({validUntil}) => validUntil !== null).length;
			return [
				complete
					? pass(
							`no login’s password has ended; ${limited} of ${logins.length} will end one day`,
							expected,
						)
					: unknown(
							{
								seen: false,
								reason: 'limit-exceeded',
								detail: 'there are more roles than dbvet reads',
							},
							expected,
						),
			];
		}),
	examples: {
		healthy: [
			example(),
			example({roles: listed({...plainRole, validUntil: '2099-01-01T00:00:00Z'})}),
		],
		defective: [example({roles: listed({...plainRole, validUntil: '2020-01-01T00:00:00Z'})})],
		blind: [blind, example({roles: cut(plainRole)})],
	},
});
