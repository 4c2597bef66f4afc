import pg from 'pg';

/** The types json and jsonb (pg_type.dat of PostgreSQL). */
const json: ReadonlySet<number> = new Set([114, 3802]);
/** char, name, text, unknown, bpchar and varchar: what is sent is what is kept. */
const texts: ReadonlySet<number> = new Set([18, 19, 25, 705, 1042, 1043]);

/**
 * What the lists of one login may cost, in bytes on the wire: the lists of rights of 5,000 tables are 300 KB. JSON takes up to
 * twenty times its bytes in memory.
 */
const mostBytes = 2 * 1024 * 1024;
/** What each entry of a list counts beside its bytes: a place in the list and a text of its own, however short. */
const entryBytes = 16;
/** JSON is asked for in rows of some hundred bytes, a few at most. */
const jsonWeight = 8;

const entriesOf = (value: string): number => {
	let count = 0;
	for (let at = value.indexOf(','); at >= 0; at = value.indexOf(',', at + 1)) count += 1;
	return count;
};

const costOf = (oid: number, value: string): number =>
	json.has(oid) ? value.length * jsonWeight : value.length + entriesOf(value) * entryBytes;

/**
 * How `pg` reads the values of a row. The server says of which type a value is, so that it could have any text read as JSON or
 * as a list; `over` is called, and nothing more is read, when these exceed 2 MiB in all, JSON counting eightfold
 * and each entry of a list 16 bytes more.
 */
export const boundedTypes = (over: () => void): {getTypeParser: typeof pg.types.getTypeParser} => {
	let spent = 0;
	const bounded =
		(oid: number, parse: (value: string) => unknown) =>
		(value: string): unknown => {
			if (!texts.has(oid) && /^\s*[[{(]/.test(value)) spent += costOf(oid, value);
			if (spent <= mostBytes) return parse(value);
			over();
			throw new Error('too many lists');
		};
	const parserOf = pg.types.getTypeParser as unknown as (
		oid: number,
		format?: string,
	) => (value: string) => unknown;
	const getTypeParser = (oid: number, format?: string): ((value: string) => unknown) =>
		bounded(oid, parserOf(oid, format));
	return {getTypeParser: getTypeParser as typeof pg.types.getTypeParser};
};
