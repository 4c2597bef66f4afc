import type {JudgeContext, Verdict} from '../../engine/check.js';
import {fail} from '../../engine/verdicts.js';
import type {MysqlFacts} from '../facts.js';
import type {Program} from '../facts/objects.js';
import {isForPeople, isLocalAdministrator, isManaged} from './accounts.js';
import {holdersOf, isAdministrator} from './rights.js';

const nameFrom = (definer: string): {readonly user: string; readonly host: string} => {
	const at = definer.lastIndexOf('@');
	return {user: definer.slice(0, at), host: definer.slice(at + 1)};
};

/** What is wrong with the definer of a program: an administrator lends it his rights, or nobody is there any more. */
export const judgeDefiner = (facts: MysqlFacts, context: JudgeContext, expected: string) => {
	// A locked account lends its rights as well as any other.
	const wanted = isForPeople(facts, context);
	const holders = holdersOf(facts, context, one => !one.role && wanted({...one, locked: false}));
	const accounts = facts.accounts.seen ? facts.accounts.value : undefined;
	const strong = new Set(
		holders.seen
			? holders.value.items
					.filter(isAdministrator)
					.map(({account}) => `${account.user}@${account.host}`)
			: [],
	);
	// A role of MariaDB may be a definer too: its name has no host.
	const known = new Set(
		accounts?.items.flatMap(({user, host, role}) => [`${user}@${host}`, ...(role ? [user] : [])]),
	);
	return (program: Program): Verdict | undefined => {
		const {definer, kind, schema, name} = program;
		const object = `${kind} ${schema}.${name}`;
		if (strong.has(definer) || isLocalAdministrator(nameFrom(definer)))
			return fail(`${object} runs with the rights of ${definer}, an administrator`, expected, {
				object,
			});
		if (accounts?.complete === true && !known.has(definer))
			return fail(`${object} runs as ${definer}, an account that does not exist`, expected, {
				object,
				severity: isManaged(facts, context) ? 'info' : 'low',
			});
		return undefined;
	};
};
