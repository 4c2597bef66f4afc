import {WireFailure} from '../../engine/connection.js';
import {mysqlPacket, readMysqlPacket, refusalOf, type MysqlRefusal} from '../../wire/mysql.js';
import {fieldsOf} from '../../wire/mysql-fields.js';
import type {Reader} from '../../wire/reader.js';

/** The answer to one statement. */
export type Reply =
	| {readonly kind: 'done'; readonly status: number}
	| {readonly kind: 'rows'; readonly rows: readonly Readonly<Record<string, string | null>>[]}
	| ({readonly kind: 'error'} & MysqlRefusal);

/** No statement of ours has more columns (SHOW REPLICA STATUS of MySQL 8.4 has 59), nor a larger answer that is honest. */
const mostColumns = 200;
const mostRows = 20_000;
/** Cells of one answer: an empty one is a byte on the wire and some fifty in memory. */
const mostCells = 250_000;
const query = 0x03;

/** The server-status flag of a read-only transaction (MySQL Internals, "SERVER_STATUS_flags_enum"). */
export const inReadOnlyTransaction = 0x2000;

const isEnd = (body: Buffer): boolean => body[0] === 0xfe && body.length < 9;

const endOf = async (reader: Reader): Promise<void> => {
	const {body} = await readMysqlPacket(reader);
	if (!isEnd(body)) throw new WireFailure('unexpected-reply', 'no end of the columns');
};

/** The name of a column out of its definition ("Protocol::ColumnDefinition41"): the fifth of six texts. */
const columnName = (body: Buffer): string => {
	const fields = fieldsOf(body);
	for (let skipped = 0; skipped < 4; skipped += 1) fields.string();
	return fields.string()?.toString('utf8') ?? '';
};

const rowOf = (body: Buffer, columns: readonly string[]): Record<string, string | null> => {
	const fields = fieldsOf(body);
	const row = Object.fromEntries(
		columns.map(name => [name, fields.string()?.toString('utf8') ?? null] as const),
	);
	if (fields.left() > 0)
		throw new WireFailure('unexpected-reply', 'a row with more than its columns');
	return row;
};

const statusOf = (body: Buffer): number => {
	const fields = fieldsOf(body);
	fields.number(1);
	fields.length();
	fields.length();
	return fields.number(2);
};

const readRows = async (reader: Reader, head: Buffer): Promise<Reply> => {
	const count = fieldsOf(head).length();
	if (count === 0 || count > mostColumns)
		throw new WireFailure('limit-exceeded', `an answer of ${count} columns`);
	const columns: string[] = [];
	while (columns.length < count) columns.push(columnName((await readMysqlPacket(reader)).body));
	await endOf(reader);
	const rows: Record<string, string | null>[] = [];
	for (;;) {
		const {body} = await readMysqlPacket(reader);
		if (isEnd(body)) return {kind: 'rows', rows};
		if (body[0] === 0xff) return {kind: 'error', ...refusalOf(body)};
		if (rows.length >= mostRows || rows.length * count >= mostCells)
			throw new WireFailure('limit-exceeded', 'too many rows');
		rows.push(rowOf(body, columns));
	}
};

/**
 * Sends one statement (COM_QUERY) and reads its answer as text.
 * @throws WireFailure when the answer is none of the protocol, exceeds a limit, or asks for a file of this machine
 */
export const ask = async (
	reader: Reader,
	write: (bytes: Buffer) => void,
	sql: string,
): Promise<Reply> => {
	write(mysqlPacket(0, Buffer.concat([Buffer.from([query]), Buffer.from(sql, 'utf8')])));
	const {body} = await readMysqlPacket(reader);
	switch (body[0]) {
		case undefined:
			throw new WireFailure('unexpected-reply', 'an empty answer');
		case 0x00:
			return {kind: 'done', status: statusOf(body)};
		case 0xff:
			return {kind: 'error', ...refusalOf(body)};
		case 0xfb:
			throw new WireFailure(
				'unexpected-reply',
				'the server asked for a file of this machine (LOCAL INFILE), so that dbvet hung up',
			);
		default:
			return readRows(reader, body);
	}
};

/** COM_QUIT: the polite end. */
export const quit = mysqlPacket(0, Buffer.from([0x01]));
