import {blind, cut, example, listed} from '../examples.js';
import type {Policy} from '../facts/exposure.js';
import {defineCheck, fail, inDatabase, pass, unknown, whenSeen} from '../judge/verdicts.js';

const expected = 'one permissive policy for each table, command and role';
const policy: Policy = {
	table: 'public.orders',
	policy: 'own',
	command: 'ALL',
	permissive: true,
	roles: ['PUBLIC'],
	userMetadata: false,
	setting: null,
	openWhenUnset: false,
};

const meet = (a: Policy, b: Policy): boolean =>
	a.table === b.table &&
	(a.command === b.command || a.command === 'ALL' || b.command === 'ALL') &&
	(a.roles.includes('PUBLIC') ||
		b.roles.includes('PUBLIC') ||
		a.roles.some(role => b.roles.includes(role)));

export const pgRlsMultiplePermissive = defineCheck({
	id: 'pg-rls-multiple-permissive',
	title: 'Policies of one table do not widen each other',
	question: 'Is there at most one permissive policy for each table, command and role?',
	why: 'Permissive policies are joined by OR: each further one shows more rows, where its author most often meant fewer.',
	severity: 'info',
	needs: 'any login role',
	remediation: {
		all: 'CREATE POLICY … AS RESTRICTIVE for what must always hold, or put the conditions into one policy.',
	},
	judge: facts =>
		whenSeen(facts.policies, expected, ({items, complete}) => {
			const permissive = items.filter(item => item.permissive);
			const pairs = permissive.flatMap((a, i) =>
				permissive.slice(i + 1).flatMap(b => (meet(a, b) ? [[a, b] as const] : [])),
			);
			const tables = new Map(pairs.map(pair => [pair[0].table, pair]));
			if (tables.size > 0)
				return [...tables].map(([object, [a, b]]) =>
					fail(
						`${object}: ${a.policy} and ${b.policy} are joined by OR ${inDatabase(facts)}`,
						expected,
						{object},
					),
				);
			return complete
				? [pass(`no two permissive policies meet ${inDatabase(facts)}`, expected)]
				: [
						unknown(
							{seen: false, reason: 'limit-exceeded', detail: 'not all policies were read'},
							expected,
						),
					];
		}),
	examples: {
		healthy: [example(), example({policies: listed(policy, {...policy, permissive: false})})],
		defective: [
			example({policies: listed(policy, {...policy, policy: 'staff', command: 'SELECT'})}),
		],
		blind: [blind, example({policies: cut(policy)})],
	},
});
