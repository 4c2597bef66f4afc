import pg from 'pg';

/** The types json and jsonb (pg_type.dat of PostgreSQL). */
const json: ReadonlySet<number> = new Set([114, 3802]);
/** char, name, text, unknown, bpchar and varchar: what is sent is what is kept. */
const texts: ReadonlySet<number> = new Set([18, 19, 25, 705, 1042, 1043]);

/**
 * What the lists of one login may cost, in bytes on the wire: the lists of rights of 5,000 tables are 300 KB. A list takes up
 * to twelve times its bytes in memory, and JSON up to twenty times.
 */
const mostBytes = 2 * 1024 * 1024;
/** JSON is asked for in rows of some hundred bytes, a few at most. */
const jsonWeight = 8;

/**
 * How `pg` reads the values of a row. The server says of which type a value is, so that it could have any text read as JSON or
 * as a list; `over` is called, and nothing more is read, when these exceed 2 MiB in all, JSON counting eightfold.
 */
export const boundedTypes = (over: () => void): {getTypeParser: typeof pg.types.getTypeParser} => {
	let spent = 0;
	const bounded =
		(oid: number, parse: (value: string) => unknown) =>
		(value: string): unknown => {
			if (!texts.has(oid) && /^\s*[[{(]/.test(value))
				spent += value.length * (json.has(oid) ? jsonWeight : 1);
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
