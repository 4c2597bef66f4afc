import type {Verdict} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import type {Role} from '../facts/roles.js';
import {notApplicable, unknown, whenSeen} from './verdicts.js';

/** Names that PostgREST and Supabase give to the roles that anybody on the web has. */
export const webRoles: readonly string[] = ['anon', 'authenticated'];

/** Judges only where there are roles of the web; elsewhere the tables are reached by named logins alone. */
export const withWebRoles = (
	facts: PostgresFacts,
	expected: string,
	judge: (roles: readonly Role[]) => readonly Verdict[],
): readonly Verdict[] =>
	whenSeen(facts.roles, expected, ({items, complete}) => {
		if (items.some(({name}) => webRoles.includes(name))) return judge(items);
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
