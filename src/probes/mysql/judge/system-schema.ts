import {unseen, type Observed, type Verdict} from '../../engine/check.js';
import {pass, unknown, type Listing, type Unseen} from '../../engine/verdicts.js';
import type {MysqlFacts} from '../facts.js';
import type {ScopedGrant} from '../facts/accounts.js';
import {isAdministrator, keyOf, type Holder} from './rights.js';

/** Privileges that change tables of the schema mysql, where accounts and rights are kept. */
export const writing: readonly string[] = ['INSERT', 'UPDATE', 'DELETE', 'DROP', 'CREATE', 'ALTER'];

/** Tables of the schema mysql that hold passwords or what is made of them: of accounts, of before, of other servers, of replication. */
const withPasswords =
	/^(?:user|global_priv|password_history|servers|slave_master_info)(?:\.(?:authentication_string|password|priv|user_attributes|user_password))?$/i;

/** The grant shows stored passwords: on the whole schema, or on a table or column that holds them. */
export const showsPasswords = ({system, reads, object}: ScopedGrant): boolean =>
	system && reads && (object === '' || withPasswords.test(object));

/** What makes administrators of whoever has it, by a detour: new accounts, other passwords, files of the server. */
const detours: readonly string[] = ['CREATE USER', 'FILE'];

/**
 * How a holder can make itself an administrator without being called one, in words; undefined when no such way is seen. Unseen
 * where the grants on schemas are: nobody is then known to have no way.
 */
export const detourOf = (facts: MysqlFacts): Observed<(holder: Holder) => string | undefined> => {
	if (!facts.scopedGrants.seen) return facts.scopedGrants;
	const writers = new Set(
		facts.scopedGrants.value.items
			.filter(({system, writes}) => system && writes)
			.map(one => (one.user === '' ? '' : keyOf(one))),
	);
	return {
		seen: true,
		value: holder => {
			const named = detours.filter(name => holder.privileges.has(name));
			const writes =
				writers.has('') ||
				writing.some(name => holder.inSystem.has(name)) ||
				holder.reached.some(name => writers.has(name));
			const words = [...named, ...(writes ? ['rights to change the schema mysql'] : [])];
			return words.length === 0 ? undefined : words.join(', ');
		},
	};
};

/** Why grants may be missing in a list of them: it was not read, or not to its end. */
export const unreadIn = (fact: Observed<Listing<unknown>>): Unseen | undefined => {
	if (!fact.seen) return fact;
	return fact.value.complete
		? undefined
		: unseen('limit-exceeded', {detail: 'there are more grants than dbvet reads'});
};

/** The part of a verdict on definers that says whether every way to administrator's rights could be seen. */
export const detoursSeen = ({scopedGrants}: MysqlFacts, expected: string): Verdict => {
	const unread = unreadIn(scopedGrants);
	return unread === undefined
		? pass('and the grants on the schema mysql were seen', expected)
		: unknown(unread, expected);
};

/** An administrator, by name or by a detour; where the grants on schemas are not seen, by name alone. */
export const strengthIn = (facts: MysqlFacts): ((holder: Holder) => string | undefined) => {
	const detour = detourOf(facts);
	return holder =>
		isAdministrator(holder) ? 'an administrator' : detour.seen ? detour.value(holder) : undefined;
};
