import type {JudgeContext, Verdict} from '../../engine/check.js';
import {fail} from '../../engine/verdicts.js';
import type {MysqlFacts} from '../facts.js';
import type {Program} from '../facts/objects.js';
import {isForPeople, isLocalAdministrator, isManaged, nameOf} from './accounts.js';
import {holdersOf} from './rights.js';
import {strengthIn} from './system-schema.js';

const nameFrom = (definer: string): {readonly user: string; readonly host: string} => {
	const at = definer.lastIndexOf('@');
	return {user: definer.slice(0, at), host: definer.slice(at + 1)};
};

/** Schemas of the server itself, where a provider keeps programs of its own that its customers cannot change. */
const ofServer: ReadonlySet<string> = new Set(['sys', 'mysql']);

/** A program that is the provider's own: elsewhere one in the server's schemas is somebody's who hid it there. */
export const isOfProvider = (
	facts: MysqlFacts,
	context: JudgeContext,
	{schema}: Program,
): boolean => isManaged(facts, context) && ofServer.has(schema);

/** What is wrong with the definer of a program: a strong account lends its rights, or nobody is there any more. */
export const judgeDefiner = (facts: MysqlFacts, context: JudgeContext, expected: string) => {
	// A locked account lends its rights as well as any other, and in MariaDB a role may be a definer too.
	const wanted = isForPeople(facts, context);
	const holders = holdersOf(facts, context, one => wanted({...one, locked: false, role: false}));
	const accounts = facts.accounts.seen ? facts.accounts.value : undefined;
	const strengthOf = strengthIn(facts);
	/** By `user@host`; a role of MariaDB has no host there. */
	const named = ({user, host, role}: {user: string; host: string; role: boolean}): string =>
		role ? nameOf({user, host}) : `${user}@${host}`;
	const strong = new Map(
		(holders.seen ? holders.value.items : []).flatMap(holder => {
			const why = strengthOf(holder);
			return why === undefined ? [] : [[named(holder.account), why] as const];
		}),
	);
	const known = new Set(accounts?.items.map(named));
	return (program: Program): Verdict | undefined => {
		const {definer, kind, schema, name} = program;
		if (isOfProvider(facts, context, program)) return undefined;
		const object = `${kind} ${schema}.${name}`;
		const why = isLocalAdministrator(nameFrom(definer)) ? 'an administrator' : strong.get(definer);
		if (why !== undefined)
			return fail(`${object} runs with the rights of ${definer}: ${why}`, expected, {object});
		if (accounts?.complete === true && !known.has(definer))
			return fail(`${object} runs as ${definer}, an account that does not exist`, expected, {
				object,
				severity: isManaged(facts, context) ? 'info' : 'low',
			});
		return undefined;
	};
};
