import {unseen, type Verdict} from '../../engine/check.js';
import {pass, unknown, type Listing} from '../../engine/verdicts.js';
import type {AclUser} from '../facts/acl.js';
import {shownBy} from '../sources.js';
import {someOf} from './acl.js';

/** What is looked for in the users of applications. */
export type Fault = {
	readonly expected: string;
	/** The failure of a user; undefined when it has none of what is looked for. */
	readonly of: (user: AclUser) => Verdict | undefined;
	/** What the fault lets a user do, after "may": `send dangerous commands`. */
	readonly may: string;
	/** The user of dbvet, which is no application. */
	readonly scanner?: string;
};

const judgeOne = (name: string, {items}: Listing<AclUser>, {expected, of, may}: Fault): Verdict => {
	const object = name;
	const user = items.find(one => one.name === name);
	if (user === undefined)
		return unknown(
			unseen('unexpected-reply', {detail: `ACL LIST does not show the declared user ${name}`}),
			expected,
			{object},
		);
	if (!user.on) return pass(`${name} is switched off`, expected, {object});
	const fault = of(user);
	if (fault !== undefined) return {...fault, object};
	return user.strange > 0
		? unknown(
				unseen('unexpected-reply', {
					detail: `the rule of ${name} has words that dbvet does not know`,
				}),
				expected,
				{object},
			)
		: pass(`${name} may not ${may}`, expected, {object, source: shownBy.users});
};

/** Nobody said which users applications have: only where no user at all could do it is that no matter. */
const undeclared = (
	{items, complete}: Listing<AclUser>,
	{expected, of, may, scanner}: Fault,
): Verdict => {
	const able = items.filter(
		one => one.on && one.name !== scanner && (one.strange > 0 || of(one) !== undefined),
	);
	return able.length === 0 && complete && items.length > 0
		? pass(`no user that is on may ${may}`, expected, {source: shownBy.users})
		: unknown(
				unseen('no-credentials', {
					detail: `no application user is declared for this target (dbvet target add … --as application=USER/0), and ${able.length === 0 ? 'not all users are shown' : `${someOf(able.map(({name}) => name))} may ${may}`}`,
				}),
				expected,
			);
};

/** Judges the users that the target declares for applications; one verdict for each. */
export const judgeApplications = (
	users: Listing<AclUser>,
	applications: readonly string[],
	fault: Fault,
): readonly Verdict[] =>
	applications.length === 0
		? [undeclared(users, fault)]
		: [...new Set(applications)].map(name => judgeOne(name, users, fault));
