import * as z from 'zod';
import type {Reason} from '../../../domain/outcome.js';
import {seen, unseen, type Observed} from '../../engine/check.js';
import {WireFailure} from '../../engine/connection.js';
import type {Listing} from '../../engine/verdicts.js';
import type {Reply} from './client.js';
import {inReadOnlyTransaction} from './client.js';

/** MySQL or MariaDB, which limit the time of a statement in different ways. */
export type Product = 'mysql' | 'mariadb';

/** One statement that reads, and how to read its rows. */
export type Query<T> = {
	/** A single SELECT or SHOW without a semicolon; a SELECT gets its row limit here. */
	readonly sql: string;
	readonly row: z.ZodType<T>;
	/** The most rows of a SELECT to keep; default 500. */
	readonly limit?: number;
	/** The grant that would let the scanner see, when it is denied. */
	readonly grant?: string;
};

/** A login that only reads. Every read is a read-only transaction of its own, so that none spoils another. */
export type Session = {
	readonly list: <T>(query: Query<T>) => Promise<Observed<Listing<T>>>;
	/** Like `list`, for a query that gives exactly one row. */
	readonly one: <T>(query: Query<T>) => Promise<Observed<T>>;
	/** From now on statements are limited the way this product does it. */
	readonly speak: (product: Product) => void;
	/** Whether the server has begun a transaction without confirming that it is read-only; nothing is read after it. */
	readonly refusedReadOnly: () => boolean;
};

/** Seconds that a statement may run. No statement of ours takes a lock that others notice. */
const statementSeconds = 5;
const defaultLimit = 500;

/**
 * The limit on a statement's time travels with the statement: nothing is left in the session that a pooler could hand on.
 * MySQL knows a hint for SELECT only; its SHOW statements read memory.
 */
export const limited = (sql: string, product: Product | undefined, limit: number): string => {
	const select = /^SELECT\b/.test(sql);
	const rows = select ? `${sql} LIMIT ${limit + 1}` : sql;
	switch (product) {
		case undefined:
			return rows;
		case 'mariadb':
			return `SET STATEMENT max_statement_time=${statementSeconds}, lock_wait_timeout=1 FOR ${rows}`;
		case 'mysql':
			return select
				? rows.replace(/^SELECT/, `SELECT /*+ MAX_EXECUTION_TIME(${statementSeconds}000) */`)
				: rows;
	}
};

const denied = ['permission-denied', 'the server refused permission'] as const;
const late = ['timed-out', 'the query ran into its time limit'] as const;
const missing = [
	'unsupported-version',
	'this server has no such table, column or command',
] as const;
/** Error numbers (MySQL Server Error Message Reference; MariaDB Error Codes). */
const reasons: Readonly<Record<number, readonly [Reason, string]>> = {
	1044: denied,
	1045: denied,
	1142: denied,
	1143: denied,
	1227: denied,
	1370: denied,
	1146: missing,
	1109: missing,
	1054: missing,
	1064: missing,
	1193: missing,
	1305: missing,
	1235: missing,
	1205: late,
	1317: late,
	1969: late,
	3024: late,
	1053: ['connection-closed', 'the server is shutting down'],
};

/** What a failed query means. The server's text is not kept: it may quote data. */
const failed = (code: number, grant: string | undefined): Observed<never> => {
	const [reason, detail] = reasons[code] ?? [
		'unexpected-reply',
		`the server answered with error ${code}`,
	];
	return unseen(reason, {
		detail,
		source: `error ${code}`,
		...(reason === 'permission-denied' && grant !== undefined ? {grant} : {}),
	});
};

const unsafe = unseen('unexpected-reply', {
	detail: 'the server did not make the transaction read-only, so that dbvet stopped',
});

/**
 * Makes a session of a connection that has logged in.
 * @param ask sends one statement; rejects with a WireFailure when the connection is of no more use
 */
export const createSession = (ask: (sql: string) => Promise<Reply>): Session => {
	let product: Product | undefined;
	let over: Observed<never> | undefined;

	const send = async (query: Query<unknown>, limit: number): Promise<Observed<Reply>> => {
		// It also ends the transaction of the read before, so that nothing stays locked for longer.
		const begun = await ask('START TRANSACTION READ ONLY');
		if (begun.kind === 'error') return failed(begun.code, undefined);
		if (begun.kind !== 'done' || (begun.status & inReadOnlyTransaction) === 0) {
			over = unsafe;
			return unsafe;
		}
		const reply = await ask(limited(query.sql, product, limit));
		return reply.kind === 'error' ? failed(reply.code, query.grant) : seen(reply);
	};

	const list: Session['list'] = async query => {
		const limit = query.limit ?? defaultLimit;
		if (over !== undefined) return over;
		try {
			const reply = await send(query, limit);
			if (!reply.seen) return reply;
			const rows = reply.value.kind === 'rows' ? reply.value.rows : undefined;
			const parsed = z.array(query.row).safeParse(rows);
			if (!parsed.success)
				return unseen('unexpected-reply', {
					detail: 'the server’s rows do not have the expected shape',
				});
			const cut = query.sql.startsWith('SELECT') && parsed.data.length > limit;
			return seen({items: cut ? parsed.data.slice(0, limit) : parsed.data, complete: !cut});
		} catch (error) {
			if (!(error instanceof WireFailure)) throw error;
			over = unseen(error.reason, {
				detail: error.message === '' ? 'the connection ended during the query' : error.message,
			});
			return over;
		}
	};
	return {
		list,
		one: async query => {
			const rows = await list({...query, limit: 1});
			if (!rows.seen) return rows;
			const [first, second] = rows.value.items;
			return first === undefined || second !== undefined || !rows.value.complete
				? unseen('unexpected-reply', {detail: 'the server gave no single row'})
				: seen(first);
		},
		speak: spoken => {
			product = spoken;
		},
		refusedReadOnly: () => over === unsafe,
	};
};
