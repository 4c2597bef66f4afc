import type {Verdict} from '../../engine/check.js';
import type {Severity} from '../../../domain/severity.js';
import type {RoleSetting} from '../facts/roles.js';
import type {Listing} from '../facts/server.js';
import {nameScope, plainValue} from './overrides.js';
import type {Values} from './values.js';
import {fail, judgeListing} from './verdicts.js';

type Scope = Pick<RoleSetting, 'role' | 'database'>;
type Session = Scope & {readonly own: Values};

/** More kinds of session than this are not told apart, and the verdict is unknown where none of the others is at fault. */
const mostKinds = 10_000;

const covers = (wide: Scope, narrow: Scope): boolean =>
	(wide.role === null || wide.role === narrow.role) &&
	(wide.database === null || wide.database === narrow.database);

/**
 * The kinds of session that start with values of their own for some settings, the widest first. A role's value goes before
 * its database's, and one for a role in a database before both (ApplySetting in the server's process_settings).
 */
const ownSessions = (
	{items, complete}: Listing<RoleSetting>,
	names: readonly string[],
): Listing<Session> => {
	const own = items.filter(({name}) => names.includes(name.toLowerCase()));
	const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];
	const roles = unique([null, ...own.map(({role}) => role)]);
	const databases = unique([null, ...own.map(({database}) => database)]);
	const bounded = roles.length * databases.length <= mostKinds;
	const kinds: readonly Scope[] = bounded
		? roles.flatMap(role => databases.map(database => ({role, database})))
		: own;
	const sessions = kinds
		.flatMap(scope => {
			const from = own.filter(item => covers(item, scope));
			const order = [
				from.filter(({role, database}) => role === null && database === null),
				from.filter(({role, database}) => role === null && database !== null),
				from.filter(({role, database}) => role !== null && database === null),
				from.filter(({role, database}) => role !== null && database !== null),
			].flat();
			const values = Object.fromEntries(
				order.map(({name, value}) => [name.toLowerCase(), plainValue(value ?? '')]),
			);
			const {role, database} = scope;
			return order.length === 0 ? [] : [{role, database, own: values}];
		})
		.toSorted((a, b) => width(b) - width(a));
	return {items: sessions, complete: complete && bounded};
};

const width = ({role, database}: Scope): number =>
	Number(role === null) + Number(database === null);

/**
 * Judges several settings together, for the server and for every kind of session that starts with other values: one failure
 * for each that is at fault, and none for a narrower one that only shares the fault of a wider one.
 * @param faultOf what is wrong with these values, in words
 * @param severityOf how grave that is; without it as grave as the check is
 */
export const judgeSessions = (
	overrides: Listing<RoleSetting>,
	server: Values,
	expected: string,
	{
		names,
		faultOf,
		severityOf,
		clean,
	}: {
		readonly names: readonly string[];
		readonly faultOf: (values: Values) => string | undefined;
		readonly severityOf?: (values: Values) => Severity;
		readonly clean: string;
	},
): readonly Verdict[] => {
	const all = faultOf(server);
	const gravity = (values: Values): {readonly severity?: Severity} =>
		severityOf === undefined ? {} : {severity: severityOf(values)};
	if (all !== undefined) return [fail(all, expected, gravity(server))];
	const faulty: Session[] = [];
	return judgeListing(ownSessions(overrides, names), expected, {
		offends: session => {
			const values = {...server, ...session.own};
			const text = faultOf(values);
			if (text === undefined || faulty.some(wide => covers(wide, session))) return undefined;
			faulty.push(session);
			const object = nameScope(session);
			return fail(`${object}: ${text}`, expected, {
				object,
				...gravity(values),
				remediation: 'ALTER ROLE name RESET setting; or ALTER DATABASE name RESET setting;',
			});
		},
		clean,
	});
};
