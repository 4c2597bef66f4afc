import {grantWithCaution} from '../../../domain/finding.js';
import type {Verdict} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import type {RolePassword} from '../facts/roles.js';
import type {Listing} from '../facts/server.js';
import {unknown} from './verdicts.js';

/**
 * Judges the stored passwords, which a monitoring role does not see and should not: the right is named, with the caution not
 * to give it.
 * @param instead the query or command that a superuser runs once; it must not print a verifier
 */
export const whenPasswordsSeen = (
	{passwords, observer}: PostgresFacts,
	expected: string,
	instead: string,
	judge: (passwords: Listing<RolePassword>) => readonly Verdict[],
): readonly Verdict[] => {
	if (passwords.seen) return judge(passwords.value);
	// Where nobody logged in, the grant is that of the login and may be given.
	const guarded = observer.seen && passwords.grant !== undefined;
	const grant = guarded
		? grantWithCaution(
				passwords.grant,
				`not advised: a monitoring role could then read every password verifier. Better run this once as superuser and keep the result as evidence: ${instead}`,
			)
		: passwords.grant;
	return [unknown({...passwords, ...(grant === undefined ? {} : {grant})}, expected)];
};
