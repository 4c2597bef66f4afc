import {unseen, type Verdict} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import type {Role} from '../facts/roles.js';
import {notApplicable, unknown, whenSeen} from './verdicts.js';

/** Names that PostgREST (its tutorial too) and Supabase give to the roles that anybody on the web has. */
export const webRoles: readonly string[] = ['anon', 'authenticated', 'web_anon'];
/** The login of PostgREST: where it is, there are roles of the web, by whatever name. */
const gate = 'authenticator';

/** Judges only where there are roles of the web; elsewhere the tables are reached by named logins alone. */
export const withWebRoles = (
	facts: PostgresFacts,
	expected: string,
	judge: (roles: readonly Role[]) => readonly Verdict[],
): readonly Verdict[] =>
	whenSeen(facts.roles, expected, ({items, complete}) => {
		if (items.some(({name}) => webRoles.includes(name))) return judge(items);
		if (items.some(({name}) => name === gate))
			return [
				unknown(
					unseen('client-cannot-offer', {
						detail: `there is a role ${gate}, but none of ${webRoles.join(', ')}: which roles it gives to the web is not known`,
					}),
					expected,
				),
			];
		return [
			complete
				? notApplicable('there are no roles anon or authenticated', expected)
				: unknown(
						{
							seen: false,
							reason: 'limit-exceeded',
							detail: 'there are more roles than dbvet reads',
						},
						expected,
					),
		];
	});
