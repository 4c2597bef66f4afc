import pg from 'pg';
import * as z from 'zod';
import type {Reason} from '../../../domain/outcome.js';
import {seen, unseen, type Observed} from '../../engine/check.js';
import type {Listing} from '../facts/server.js';
import {together} from './together.js';

/** One statement that reads, and how to read its rows. */
export type Query<T> = {
	/** A single SELECT without a semicolon; row limits are added here. */
	readonly sql: string;
	readonly row: z.ZodType<T>;
	/** The most rows to keep; default 500. */
	readonly limit?: number;
	/** The grant that would let the scanner see, when it is denied. */
	readonly grant?: string;
	/** It changes the settings of its transaction, and must have one for itself. */
	readonly alone?: boolean;
};

/**
 * A login that only reads. What is asked for in one breath is read in one read-only transaction and one round trip; where
 * one of its statements fails the others are asked again without it, so that none spoils another.
 */
export type Session = {
	readonly list: <T>(query: Query<T>) => Promise<Observed<Listing<T>>>;
	/** Like `list`, for a query that gives exactly one row. */
	readonly one: <T>(query: Query<T>) => Promise<Observed<T>>;
};

/** Milliseconds that a statement may run, and wait for a lock. No statement of ours takes a lock that others notice. */
const statementMs = 5_000;
const lockMs = 500;
const defaultLimit = 500;
/** Servers before 13 hold the time limit for the message and not for each statement of it (release notes of 13). */
const limitPerStatement = 13;
/** Statements in one message: a few where they share its time limit. */
const mostTogether = {alone: 16, sharing: 8} as const;

/**
 * Settings hold for the transaction only: a plain SET would stay in a pooler's server connection and meet the next
 * client. The fixed search_path keeps objects of strangers from being found instead of the catalogue's.
 */
const open = [
	'BEGIN READ ONLY',
	`SET LOCAL statement_timeout = ${statementMs}`,
	`SET LOCAL lock_timeout = ${lockMs}`,
	'SET LOCAL search_path = pg_catalog, pg_temp',
];

const limited = (sql: string, limit: number): string =>
	`SELECT * FROM (${sql}) AS q LIMIT ${limit + 1}`;

/** One message, and so one round trip, for the statements of a read-only transaction. */
export const readOnly = (statements: readonly string[]): string =>
	[...open, ...statements, 'ROLLBACK'].join('; ');

/** To compile a schema takes zod longer than to read a few rows by it. */
const parsing = (rows: unknown): z.core.ParseContext<z.core.$ZodIssue> => ({
	jitless: Array.isArray(rows) && rows.length < 200,
});

/** The rows of a query as its schema wants them, cut at its limit. */
const listingOf = <T>(query: Query<T>, rows: unknown): Observed<Listing<T>> => {
	const limit = query.limit ?? defaultLimit;
	const parsed = z.array(query.row).safeParse(rows, parsing(rows));
	return parsed.success
		? seen({items: parsed.data.slice(0, limit), complete: parsed.data.length <= limit})
		: unseen('unexpected-reply', {detail: 'the server’s rows do not have the expected shape'});
};

const timedOut = '57014';
const reasons: Readonly<Record<string, readonly [Reason, string]>> = {
	'42501': ['permission-denied', 'the server refused permission'],
	[timedOut]: ['timed-out', 'the query ran into its time limit'],
	'55P03': ['timed-out', 'the query waited for a lock'],
	'42P01': ['unsupported-version', 'this server has no such catalogue'],
	'42703': ['unsupported-version', 'this server has no such column'],
	'42883': ['unsupported-version', 'this server has no such function'],
	'42704': ['unsupported-version', 'this server has no such object'],
	'0A000': ['unsupported-version', 'this server does not support the query'],
};

/** The SQLSTATE of an error that the server sent; undefined for any other. */
export const sqlState = (error: unknown): string | undefined =>
	error instanceof pg.DatabaseError && /^[0-9A-Z]{5}$/.test(error.code ?? '')
		? error.code
		: undefined;

/** What a failed query means. The server's text is not kept: it may quote data. */
const failed = (code: string, grant: string | undefined): Observed<never> => {
	const [reason, detail] = reasons[code] ?? [
		code.startsWith('57P') ? 'connection-closed' : 'unexpected-reply',
		`the server answered with SQLSTATE ${code}`,
	];
	return unseen(reason, {
		detail,
		...(reason === 'permission-denied' && grant !== undefined ? {grant} : {}),
	});
};

/** The rows of each SELECT among the results of a read; undefined when the server did not answer in kind. */
const rowsOf = (result: unknown, expected: number): readonly (readonly unknown[])[] | undefined => {
	const results = z
		.array(z.object({command: z.string().nullable(), rows: z.array(z.unknown())}))
		.safeParse(result, {jitless: true});
	const selects = results.success ? results.data.filter(r => r.command === 'SELECT') : [];
	return selects.length === expected ? selects.map(({rows}) => rows) : undefined;
};

/** Ends the failed transaction. When even that fails the connection is gone, which the next query reports. */
const leave = (client: pg.Client): Promise<unknown> =>
	client.query('ROLLBACK').catch(() => undefined);

/** A statement that is to be sent, and what to grant where it is denied. */
type Reading = {
	readonly sql: string;
	readonly grant: string | undefined;
	readonly alone: boolean;
};

/**
 * Makes a session of a `pg` client that has logged in.
 * @param end why the connection ended, when the engine or a limit ended it
 * @param major of the server; absent while it is not known
 */
export const createSession = (
	client: pg.Client,
	end: () => Reason | undefined,
	major = 0,
): Session => {
	const read = async ({sql, grant}: Reading): Promise<Observed<unknown>> => {
		const over = end();
		if (over !== undefined)
			return unseen(over, {detail: 'the connection had ended before the query'});
		try {
			return seen(rowsOf(await client.query(readOnly([sql])), 1)?.[0]);
		} catch (error) {
			const code = sqlState(error);
			if (code !== undefined) {
				await leave(client);
				return failed(code, grant);
			}
			const reason = end();
			if (reason === undefined) throw error;
			return unseen(reason, {detail: 'the connection ended during the query'});
		}
	};
	const eachByItself = async (all: readonly Reading[]): Promise<readonly Observed<unknown>[]> => {
		const found: Observed<unknown>[] = [];
		for (const reading of all) found.push(await read(reading));
		return found;
	};
	const jointly = async (all: readonly Reading[]): Promise<readonly Observed<unknown>[]> => {
		if (all.length < 2 || end() !== undefined) return eachByItself(all);
		try {
			const rows = rowsOf(await client.query(readOnly(all.map(({sql}) => sql))), all.length);
			return rows === undefined ? await eachByItself(all) : rows.map(found => seen(found));
		} catch (error) {
			const code = sqlState(error);
			if (code === undefined && end() === undefined) throw error;
			if (code === undefined) return eachByItself(all);
			await leave(client);
			// What ran into its time limit would run into it with each half again.
			if (code === timedOut) return eachByItself(all);
			const half = Math.ceil(all.length / 2);
			return [...(await jointly(all.slice(0, half))), ...(await jointly(all.slice(half)))];
		}
	};
	const most = major >= limitPerStatement ? mostTogether.alone : mostTogether.sharing;
	const ask = together(most, async (all: readonly Reading[]) => {
		const joint = all.filter(({alone}) => !alone);
		const single = all.filter(({alone}) => alone);
		const found = [...(await jointly(joint)), ...(await eachByItself(single))];
		const order = [...joint, ...single];
		return all.flatMap(reading => found[order.indexOf(reading)] ?? []);
	});
	const list: Session['list'] = async query => {
		const rows = await ask({
			sql: limited(query.sql, query.limit ?? defaultLimit),
			grant: query.grant,
			alone: query.alone === true,
		});
		return rows.seen ? listingOf(query, rows.value) : rows;
	};
	return {
		list,
		one: async query => {
			const rows = await list({...query, limit: 1});
			if (!rows.seen) return rows;
			const [first] = rows.value.items;
			return first === undefined || !rows.value.complete
				? unseen('unexpected-reply', {detail: 'the server gave no single row'})
				: seen(first);
		},
	};
};
