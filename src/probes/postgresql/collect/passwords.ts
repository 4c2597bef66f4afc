import {createHash, createHmac, pbkdf2} from 'node:crypto';
import {promisify} from 'node:util';
import * as z from 'zod';
import {seen, type Observed} from '../../engine/check.js';
import type {RolePassword} from '../facts/roles.js';
import type {Listing} from '../facts/server.js';
import type {Query, Session} from './session.js';

const Row = z.strictObject({
	role: z.string(),
	kind: z.enum(['none', 'md5', 'scram', 'other']),
	md5EqualsName: z.boolean().nullable(),
	salt: z.string().nullable(),
	iterations: z.int().nullable(),
	/** Hex SHA-256 of the StoredKey: enough to compare, not enough to log in or to try passwords against a server. */
	storedKeyHash: z.string().nullable(),
});
type Row = z.infer<typeof Row>;

/** PBKDF2 rounds that one probe spends on all roles together, a second or two; a server's own number is not believed. */
const mostRounds = 2_000_000;

const scram = `rolpassword ~ '^SCRAM-SHA-256[$][0-9]{1,7}:[^$:]+[$][^$:]+:[^$:]+$'`;
const query: Query<Row> = {
	row: Row,
	sql: `SELECT rolname::text AS role,
		CASE WHEN rolpassword IS NULL THEN 'none' WHEN rolpassword ~ '^md5[0-9a-f]{32}$' THEN 'md5'
			WHEN ${scram} THEN 'scram' ELSE 'other' END AS kind,
		CASE WHEN rolpassword ~ '^md5[0-9a-f]{32}$'
			THEN EXISTS (SELECT FROM unnest(ARRAY[rolname::text, lower(rolname::text), upper(rolname::text),
				initcap(rolname::text), upper(left(rolname::text, 1)) || lower(substr(rolname::text, 2))]) word
				WHERE rolpassword = 'md5' || md5(word || rolname::text)) END AS "md5EqualsName",
		CASE WHEN ${scram} THEN split_part(split_part(rolpassword, '$', 2), ':', 2) END AS salt,
		CASE WHEN ${scram} THEN split_part(split_part(rolpassword, '$', 2), ':', 1)::int END AS iterations,
		CASE WHEN ${scram} THEN encode(sha256(decode(split_part(split_part(rolpassword, '$', 3), ':', 1),
			'base64')), 'hex') END AS "storedKeyHash"
		FROM pg_authid WHERE rolcanlogin ORDER BY oid`,
};

/** A name as it is, in small letters, in capitals, and with a capital at its beginning or at that of each word. */
const spellings = (name: string): readonly string[] => {
	const small = name.toLowerCase();
	return [
		...new Set([
			name,
			small,
			name.toUpperCase(),
			small.replace(/^./u, first => first.toUpperCase()),
			small.replace(/[\p{L}\p{N}]+/gu, word => word.replace(/^./u, first => first.toUpperCase())),
		]),
	];
};

const derive = promisify(pbkdf2);

/** True when a SCRAM-SHA-256 verifier (RFC 5802) belongs to this password. */
export const scramMatches = async (
	password: string,
	verifier: {readonly salt: string; readonly iterations: number; readonly storedKeyHash: string},
): Promise<boolean> => {
	const salted = await derive(
		password.normalize('NFKC'),
		Buffer.from(verifier.salt, 'base64'),
		verifier.iterations,
		32,
		'sha256',
	);
	const clientKey = createHmac('sha256', salted).update('Client Key').digest();
	const storedKey = createHash('sha256').update(clientKey).digest();
	return createHash('sha256').update(storedKey).digest('hex') === verifier.storedKeyHash;
};

/** Which kind of password each login role has, and whether it is the role's name, in capital or small letters. No verifier leaves this function. */
export const readPasswords = async (session: Session): Promise<Observed<Listing<RolePassword>>> => {
	const rows = await session.list(query);
	if (!rows.seen) return rows;
	let rounds = 0;
	const items: RolePassword[] = [];
	for (const {role, kind, md5EqualsName, salt, iterations, storedKeyHash} of rows.value.items) {
		if (kind === 'md5' && md5EqualsName !== null)
			items.push({role, kind, equalsName: md5EqualsName});
		else if (salt === null || iterations === null || storedKeyHash === null || iterations < 1)
			items.push({role, kind, ...(iterations === null ? {} : {iterations})});
		else {
			const words = spellings(role);
			let equalsName: boolean | undefined = false;
			for (const word of words) {
				rounds += iterations;
				if (rounds > mostRounds) equalsName = undefined;
				else equalsName = await scramMatches(word, {salt, iterations, storedKeyHash});
				if (equalsName !== false) break;
			}
			items.push({role, kind, iterations, ...(equalsName === undefined ? {} : {equalsName})});
		}
	}
	return seen({items, complete: rows.value.complete});
};
