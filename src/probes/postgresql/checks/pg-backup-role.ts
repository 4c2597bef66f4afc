import {unseen} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import {blind, cut, example, listed, plainRole} from '../examples.js';
import type {Role} from '../facts/roles.js';
import {membershipPath} from '../judge/roles.js';
import {defineCheck, fail, inDatabase, pass, unknown, whenAllSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'roles that make backups read everything and change nothing';
/** Memberships that let a role change data or reach the machine. */
const powers = ['pg_write_all_data', 'pg_execute_server_program', 'pg_write_server_files'];
const dump: Role = {...plainRole, name: 'dump', bypassRls: true};

const changes = ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'];

/** What the user may change by grants and ownership, in this database, and which databases are its own. */
const rightsOf = (
	{backupPrivileges, databases}: PostgresFacts,
	user: string,
	become: (role: string) => string | undefined,
): readonly string[] => [
	...(backupPrivileges.seen ? backupPrivileges.value.items : [])
		.filter(item => item.user === user && item.kind === 'table' && changes.includes(item.privilege))
		.map(({privilege, objects, example}) => `holds ${privilege} on ${objects} tables (${example})`),
	...(databases.seen ? databases.value.items : [])
		.filter(({owner}) => owner === user || become(owner) !== undefined)
		.map(({name}) => `owns database ${name}`),
];

const faultsOf = (role: Role, become: (role: string) => string | undefined): readonly string[] => [
	...(role.superuser ? ['is a superuser'] : []),
	...(role.createRole ? ['may create roles'] : []),
	...(role.createDatabase ? ['may create databases'] : []),
	...powers.flatMap(name => {
		const way = become(name);
		return way === undefined ? [] : [`is a member of ${name} (${way})`];
	}),
];

export const pgBackupRole = defineCheck({
	id: 'pg-backup-role',
	title: 'Backups are made by a role that only reads',
	question: 'Do the roles that make backups hold nothing beyond reading?',
	why: 'Its password lies on another machine, in scripts and schedulers. BYPASSRLS is what a dump of tables with row security needs, and REPLICATION what a copy of the whole server needs.',
	severity: 'medium',
	source: shownBy('roles', 'memberships', 'backupPrivileges', 'databases'),
	needs: 'any login role, and a backup role declared for the target (--as backup=USER/DATABASE)',
	remediation: {
		all: 'GRANT pg_read_all_data TO the role (and BYPASSRLS where tables have row security), and take the rest away.',
	},
	judge: facts =>
		whenAllSeen(facts.roles, facts.memberships, expected, (roles, memberships) =>
			facts.backups.length === 0
				? [
						unknown(
							unseen('no-credentials', {
								detail: 'no backup role is declared for this target (--as backup=USER/DATABASE)',
							}),
							expected,
						),
					]
				: facts.backups.map(user => {
						const object = user;
						const role = roles.items.find(({name}) => name === user);
						if (role === undefined)
							return unknown(
								unseen('unexpected-reply', {
									detail: `the declared role ${user} was not found on the server`,
								}),
								expected,
								{object},
							);
						const superuser = roles.items.find(
							other => other.superuser && membershipPath(memberships.items, user, other.name),
						);
						const become = (name: string): string | undefined =>
							membershipPath(memberships.items, user, name)?.join(' -> ');
						const faults = [
							...faultsOf(role, become),
							...(role.superuser ? [] : rightsOf(facts, user, become)),
							...(roles.items.some(r => r.createRole && become(r.name) !== undefined)
								? ['may become a role that creates roles']
								: []),
							...(superuser === undefined ? [] : [`may become ${superuser.name}, a superuser`]),
						];
						if (faults.length > 0) return fail(`${user} ${faults.join(', ')}`, expected, {object});
						const blindSpot = [facts.backupPrivileges, facts.databases].flatMap(fact =>
							fact.seen ? [] : [fact],
						)[0];
						if (blindSpot !== undefined) return unknown(blindSpot, expected, {object});
						return [memberships, roles, facts.backupPrivileges, facts.databases].every(fact =>
							'seen' in fact ? fact.seen && fact.value.complete : fact.complete,
						)
							? pass(
									`${user} holds no attribute or role beyond reading, and no right to change rows ${inDatabase(facts)}`,
									expected,
									{object},
								)
							: unknown(
									unseen('limit-exceeded', {detail: 'there are more roles than dbvet reads'}),
									expected,
									{object},
								);
					}),
		),
	examples: {
		healthy: [
			example({
				backups: ['dump'],
				roles: listed(dump),
				memberships: listed({member: 'dump', role: 'pg_read_all_data', admin: false}),
			}),
		],
		defective: [
			example({backups: ['dump'], roles: listed({...dump, superuser: true})}),
			example({
				backups: ['dump'],
				roles: listed(dump),
				backupPrivileges: listed({
					user: 'dump',
					kind: 'table',
					privilege: 'DELETE',
					objects: 1,
					example: 'public.orders',
					owned: true,
				}),
			}),
			example({backups: ['shop_owner'], roles: listed({...dump, name: 'shop_owner'})}),
			example({
				backups: ['dump'],
				roles: listed(dump),
				memberships: listed({member: 'dump', role: 'pg_write_all_data', admin: false}),
			}),
		],
		blind: [
			blind,
			example({backups: ['dump'], roles: listed(dump), backupPrivileges: cut()}),
			example(),
			example({backups: ['dump'], roles: listed()}),
			example({backups: ['dump'], roles: listed(dump), memberships: cut()}),
		],
	},
});
