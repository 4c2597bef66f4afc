import type {PlatformText} from '../../../domain/platform.js';
import type {Severity} from '../../../domain/severity.js';
import {seen, type Check} from '../../engine/check.js';
import {fail, type Unseen} from '../../engine/verdicts.js';
import {account, blind, cut, example, hiddenAccounts, root, withAccount} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import {isDeclared, isLocalAdministrator, isManaged, isScanner, nameOf} from './accounts.js';
import {shownBy} from '../sources.js';
import {describe, holdersOf, judgeHolders, type Holder} from './rights.js';
import {defineCheck} from './verdicts.js';

/** A check that looks for accounts which hold one of some privileges without being administrators. */
export type PrivilegeRow = {
	readonly id: string;
	/** Each of these is found by itself. */
	readonly privileges: readonly [string, ...string[]];
	readonly title: string;
	readonly question: string;
	readonly why: string;
	readonly severity: Severity;
	/**
	 * `everybody`: nobody but administrators needs it. `applications`: monitoring, backup and replication accounts may need
	 * it, so that it is a fault of an application and only a remark on others.
	 */
	readonly fault: 'everybody' | 'applications';
	/** On managed services the customer's administrator has it: one account is then no fault. */
	readonly oneIfManaged?: boolean;
	readonly remediation: PlatformText;
};

const severityFor = (row: PrivilegeRow, facts: MysqlFacts, {account: one}: Holder): Severity =>
	row.fault === 'everybody' || isDeclared(facts, one, 'application', 'reporting')
		? row.severity
		: 'info';

const unread: Unseen = {seen: false, reason: 'permission-denied', detail: 'refused'};

/** The check of a row: its judge, and examples made of its privileges. */
export const privilegeCheck = (row: PrivilegeRow): Check<MysqlFacts> => {
	const {id, title, question, why, severity, remediation, privileges} = row;
	const list = privileges.join(' or ');
	const expected =
		row.fault === 'everybody'
			? `no account but administrators has ${list}`
			: `no application has ${list}`;
	const managed = seen({platform: 'aws-rds', signs: []} as const);
	return defineCheck({
		id,
		title,
		question,
		why,
		severity,
		...shownBy('accounts', 'roleGrants', 'dynamicGrants', 'variable mandatory_roles'),
		needs:
			'SELECT on mysql.user and mysql.role_edges (MariaDB: mysql.global_priv and mysql.roles_mapping)',
		remediation,
		judge: (facts, context) => {
			const has = (holder: Holder): boolean =>
				privileges.some(name => holder.privileges.has(name)) &&
				!(row.fault === 'applications' && isScanner(facts, holder.account)) &&
				!isLocalAdministrator(holder.account);
			const holders = holdersOf(facts, context);
			const names = new Set(
				holders.seen ? holders.value.items.filter(has).map(({account: one}) => one.user) : [],
			);
			const alone = row.oneIfManaged === true && isManaged(facts, context) && names.size === 1;
			return judgeHolders(facts, context, expected, {
				clean: alone
					? `only ${[...names].join()} has ${list}, the customer’s administrator of this service`
					: `no account that is no administrator has ${list}`,
				offends: holder => {
					if (!has(holder)) return undefined;
					const app = isDeclared(facts, holder.account, 'application', 'reporting');
					if (alone && !app) return undefined;
					const object = nameOf(holder.account);
					return fail(`${object} has ${describe(holder, privileges)}`, expected, {
						object,
						severity: severityFor(row, facts, holder),
					});
				},
			});
		},
		examples: {
			healthy: [
				example(),
				...(row.fault === 'applications'
					? [withAccount({user: 'dbvet', host: '10.%', privileges: [...privileges]})]
					: []),
				...(row.oneIfManaged === true
					? [withAccount({privileges: [...privileges]}, {provider: managed})]
					: []),
			],
			defective: [
				...privileges.map(name => withAccount({privileges: [name]})),
				withAccount(
					{user: 'shop_app', host: '%', privileges: [...privileges]},
					{provider: managed},
				),
			],
			blind: [
				blind,
				hiddenAccounts,
				example({accounts: cut(root, account)}),
				example({roleGrants: unread}),
			],
		},
	});
};
