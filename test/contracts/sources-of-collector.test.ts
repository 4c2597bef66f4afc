import {readdirSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {seen} from '../../src/probes/engine/check.js';
import {checks as mysqlChecks} from '../../src/probes/mysql/checks.js';
import {observer as mysqlObserver} from '../../src/probes/mysql/examples.js';
import {variableNames} from '../../src/probes/mysql/collect/variables.js';
import {factSources as ofMysql} from '../../src/probes/mysql/sources.js';
import {checks as postgresChecks} from '../../src/probes/postgresql/checks.js';
import * as code from '../../src/probes/postgresql/collect/code.js';
import {
	readDatabaseListings,
	readServerListings,
} from '../../src/probes/postgresql/collect/listings.js';
import * as objects from '../../src/probes/postgresql/collect/objects.js';
import {readOpenPolicies} from '../../src/probes/postgresql/collect/open-policies.js';
import {readPasswords} from '../../src/probes/postgresql/collect/passwords.js';
import * as roles from '../../src/probes/postgresql/collect/roles.js';
import * as rowSecurity from '../../src/probes/postgresql/collect/row-security.js';
import * as server from '../../src/probes/postgresql/collect/server.js';
import {settingNames} from '../../src/probes/postgresql/collect/setting-names.js';
import type {Query, Session} from '../../src/probes/postgresql/collect/session.js';
import {observer} from '../../src/probes/postgresql/examples.js';
import {factSources} from '../../src/probes/postgresql/sources.js';
import {checks as redisChecks} from '../../src/probes/redis/checks.js';

const major = 18;

/** A session that keeps what it is asked, and gives it back as the only row. */
const listening = (): {readonly session: Session; readonly heard: string[]} => {
	const heard: string[] = [];
	const session = {
		list: ({sql}: Query<unknown>) => {
			heard.push(sql);
			return Promise.resolve(seen({items: [{sql, salt: null}], complete: true}));
		},
		one: () =>
			Promise.resolve(
				seen({cron: true, agent: true, allowed: true, filtered: false, loaded: true}),
			),
	};
	return {session: session as unknown as Session, heard};
};

const sqlOf = (facts: object): Readonly<Record<string, string>> =>
	Object.fromEntries(
		Object.entries(
			facts as Readonly<Record<string, {value?: {items: readonly {sql: string}[]}}>>,
		).map(([name, fact]) => [name, fact.value?.items[0]?.sql ?? '']),
	);

/** What the collector asks for each fact. */
const askedFor = async (): Promise<Readonly<Record<string, string>>> => {
	const {session} = listening();
	const who = {
		...observer,
		...{versionNum: major * 10_000, readStats: true, readFileSettings: true, readIdentMaps: true},
	};
	const hidden = (): never => {
		throw new Error('nothing is hidden here');
	};
	const statements = {name: 'pg_stat_statements', version: '1', schema: 'public'};
	const told = {
		identities: [],
		extensions: Promise.resolve(seen({items: [statements], complete: true})),
	};
	const listings = {
		...sqlOf(await readServerListings(session, {...who, inRecovery: false}, major, hidden)),
		...sqlOf(await readDatabaseListings(session, who, major, told)),
	};
	const [passwords, policies] = [listening(), listening()];
	await readPasswords(passwords.session);
	await readOpenPolicies(policies.session);
	return {
		...listings,
		standby:
			sqlOf(await readServerListings(session, {...who, inRecovery: true}, major, hidden)).standby ??
			'',
		observer: server.observerQuery.sql,
		clock: server.observerQuery.sql,
		provider: server.providerQuery.sql,
		ownSession: server.ownSessionQuery(major).sql,
		sessions: server.sessionsQuery.sql,
		archiver: server.archiverQuery.sql,
		slots: server.slotsQuery(major).sql,
		rules: objects.rulesQuery(major).sql,
		rulesFile: objects.rulesFileQuery(major, true).sql,
		roles: roles.rolesQuery.sql,
		memberships: roles.membershipsQuery(major).sql,
		databases: roles.databasesQuery.sql,
		roleSettings: roles.roleSettingsQuery.sql,
		passwords: passwords.heard.join(),
		parameterGrants: roles.parameterGrantsQuery.sql,
		identityPrivileges: roles.identityPrivilegesQuery([], major).sql,
		backupPrivileges: roles.identityPrivilegesQuery([], major).sql,
		auditedObjects: roles.auditedObjectsQuery.sql,
		adminFunctions: objects.adminFunctionsQuery.sql,
		schemas: objects.schemasQuery.sql,
		publicGrants: objects.publicGrantsQuery.sql,
		defaultGrants: objects.defaultGrantsQuery.sql,
		definerFunctions: objects.definerFunctionsQuery(major).sql,
		untrustedLanguages: objects.untrustedLanguagesQuery.sql,
		tenantTables: rowSecurity.tenantTablesQuery.sql,
		openPolicies: policies.heard.join(),
		bypassingViews: rowSecurity.bypassingViewsQuery.sql,
		extensions: objects.extensionsQuery.sql,
		foreignServers: objects.foreignServersQuery.sql,
	};
};

/** Where the tables of an extension are is asked first. */
const before: Readonly<Record<string, string>> = {
	cronJobs: code.jobTablesQuery.sql,
	keptPasswords: objects.extensionsQuery.sql,
};

const relations = (sql: string): readonly string[] => [
	...new Set([...sql.matchAll(/\b(?:FROM|JOIN) (pg_\w+)/g)].map(([, name]) => name ?? '')),
];

describe('what a person is told to ask is what the collector asks', () => {
	test('for each fact of PostgreSQL the same relations', async () => {
		const asked = await askedFor();
		for (const [fact, source] of Object.entries(factSources)) {
			const sql = `${asked[fact] ?? ''} ${before[fact] ?? ''}`;
			expect(sql.trim(), fact).not.toBe('');
			for (const relation of relations(source))
				// A single setting may be asked for by a function.
				expect(sql, fact).toMatch(
					new RegExp(
						relation === 'pg_settings' ? 'pg_settings|current_setting' : `\\b${relation}\\b`,
					),
				);
		}
	});

	test('only settings that the collector reads', () => {
		const known = new Set([...settingNames, 'server_version']);
		for (const {id, source} of postgresChecks)
			for (const [, name = ''] of source.matchAll(/pg_settings WHERE name = '([^']+)'/g))
				expect(
					known.has(name) || name.startsWith('pgaudit.') || name === 'primary_conninfo',
					`${id} ${name}`,
				).toBe(true);
	});

	const folder = new URL('../../src/probes/mysql/collect/', import.meta.url);
	const mysqlText = readdirSync(folder)
		.filter(name => !name.includes('.test.'))
		.map(name => readFileSync(new URL(name, folder), 'utf8'))
		.join('\n');

	test('for MySQL and MariaDB the same tables and statements', () => {
		for (const shown of Object.values(ofMysql))
			for (const source of typeof shown === 'string' ? [shown] : Object.values(shown)) {
				for (const [table] of source.matchAll(
					/\b(?:mysql|information_schema|performance_schema)\.\w+/g,
				))
					expect(mysqlText).toContain(table);
				for (const [statement] of source.matchAll(/\bSHOW (?!GRANTS)[A-Z ]+STATUS\b/g))
					expect(mysqlText).toContain(statement);
			}
		const facts = {observer: seen(mysqlObserver)};
		for (const {id, sourceIn} of mysqlChecks)
			for (const [, list = ''] of (sourceIn?.(facts as never) ?? '').matchAll(
				/SHOW GLOBAL VARIABLES WHERE Variable_name (?:=|IN) ([^;]+)/g,
			))
				for (const [, name = ''] of list.matchAll(/'([^'%]+)'/g))
					expect(variableNames, id).toContain(name);
	});

	test('only settings of Redis that the collector reads', () => {
		const text = readFileSync(
			new URL('../../src/probes/redis/collect/settings.ts', import.meta.url),
			'utf8',
		);
		for (const {source} of redisChecks)
			for (const [, name = ''] of source.matchAll(/CONFIG GET ([\w-]+)/g))
				expect(text).toContain(`'${name}'`);
	});
});
