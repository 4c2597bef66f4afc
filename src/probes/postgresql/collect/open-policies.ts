import * as z from 'zod';
import {seen, type Observed} from '../../engine/check.js';
import type {OpenPolicy} from '../facts/objects.js';
import type {Listing} from '../facts/server.js';
import {conditionWorth} from '../judge/conditions.js';
import type {Query, Session} from './session.js';
import {notOfExtension, tenantColumn} from './sql.js';

/** A policy with its conditions, in which all literals are alike: they may be secrets, and are not needed. */
const PolicyText = z
	.strictObject({
		table: z.string(),
		policy: z.string(),
		/** As pg_policy has it: r, a, w, d, or * for all. */
		command: z.enum(['r', 'a', 'w', 'd', '*']),
		permissive: z.boolean(),
		/** PUBLIC among them for everybody. */
		roles: z.array(z.string()).readonly(),
		using: z.string().nullable(),
		check: z.string().nullable(),
		/** Columns that are never null, or that name a tenant: that they are not null says nothing. */
		certain: z.array(z.string()).readonly(),
	})
	.readonly();
type PolicyText = z.infer<typeof PolicyText>;

/** Characters; what is cut off makes a condition one that is not understood. */
const longest = 4_000;
const literalText = `''(?:[^'']|'''')*''(?:::[a-z]+(?: [a-z]+)*)?`;
/** A literal compared with itself is true, and a pattern that fits everything is one; then each literal becomes the same. */
const rewritten = [
	[`\\((${literalText}) [<>]?= \\1\\)`, 'true'],
	[` (?:~~[*]? ''%+''|~[*]? ''(?:[.][*])?'')::text`, ' IS ANYTHING'],
	[literalText, "''l''"],
] as const;
const masked = (condition: string): string =>
	rewritten.reduce(
		(text, [from, to]) => `regexp_replace(${text}, '${from}', '${to}', 'g')`,
		`left(pg_get_expr(${condition}, y.polrelid), ${longest})`,
	);

const policyTextsQuery: Query<PolicyText> = {
	row: PolicyText,
	limit: 5_000,
	sql: `SELECT n.nspname || '.' || c.relname AS "table", y.polname::text AS policy, y.polcmd::text AS command,
		y.polpermissive AS permissive,
		ARRAY(SELECT coalesce(r.rolname::text, 'PUBLIC') FROM unnest(y.polroles) o LEFT JOIN pg_roles r ON r.oid = o ORDER BY 1) AS roles,
		${masked('y.polqual')} AS "using", ${masked('y.polwithcheck')} AS "check",
		ARRAY(SELECT quote_ident(t.attname) FROM pg_attribute t WHERE t.attrelid = c.oid AND t.attnum > 0
			AND NOT t.attisdropped AND (t.attnotnull OR t.attname ~* '${tenantColumn}')) AS certain
		FROM pg_policy y JOIN pg_class c ON c.oid = y.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
		WHERE ${notOfExtension('pg_class', 'c.oid')} ORDER BY 1, 2`,
};

const names = {r: 'SELECT', a: 'INSERT', w: 'UPDATE', d: 'DELETE', '*': 'ALL'} as const;

const isOpen = (condition: string | null, {certain}: PolicyText): boolean =>
	condition !== null && ['yes', 'fixed'].includes(conditionWorth(condition, new Set(certain)));

/** For each of the commands a restrictive policy of the same table binds all to whom the permissive one is given. */
const isBound = (
	policy: PolicyText,
	restrictive: readonly PolicyText[],
	commands: readonly string[],
	condition: (one: PolicyText) => string | null,
): boolean =>
	commands.every(command =>
		restrictive.some(
			one =>
				(one.command === '*' || one.command === command) &&
				(one.roles.includes('PUBLIC') || policy.roles.every(role => one.roles.includes(role))) &&
				condition(one) !== null &&
				!isOpen(condition(one), one),
		),
	);

/**
 * Permissive policies that let every row be seen or written, as far as their text tells, and that no restrictive policy
 * takes back (PostgreSQL manual, CREATE POLICY).
 */
const openAmong = (texts: readonly PolicyText[]): readonly OpenPolicy[] => {
	const restrictive = new Map<string, PolicyText[]>();
	for (const one of texts)
		if (!one.permissive) restrictive.set(one.table, [...(restrictive.get(one.table) ?? []), one]);
	return texts.flatMap(policy => {
		const {table, command} = policy;
		if (!policy.permissive) return [];
		const beside = restrictive.get(table) ?? [];
		const all = command === '*';
		const using =
			isOpen(policy.using, policy) &&
			!isBound(policy, beside, all ? ['r', 'w', 'd'] : [command], one => one.using);
		const check =
			isOpen(policy.check, policy) &&
			!isBound(policy, beside, all ? ['a', 'w'] : [command], one => one.check ?? one.using);
		if (!using && !check) return [];
		const who = {policy: policy.policy, public: policy.roles.includes('PUBLIC')};
		return [{table, command: names[command], using, check, ...who}];
	});
};

/** The open policies of this database; the texts that they are told from are kept nowhere. */
export const readOpenPolicies = async (
	session: Session,
): Promise<Observed<Listing<OpenPolicy>>> => {
	const texts = await session.list(policyTextsQuery);
	return texts.seen
		? seen({items: openAmong(texts.value.items), complete: texts.value.complete})
		: texts;
};
