import {seen, unseen, type Verdict} from '../../engine/check.js';
import {fail, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, example, listed, variables} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import type {Variables} from '../facts/server.js';
import {isManaged} from '../judge/accounts.js';
import {asBoolean} from '../judge/variables.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'a binary log that is written at each commit and kept for days';
const day = 86_400;

/** Seconds that the binary log is kept: 0 for ever; undefined where it is not shown. */
const keptFor = (values: Variables): number | undefined => {
	const seconds = Number(values.binlog_expire_logs_seconds ?? '');
	const days = Number(values.expire_logs_days ?? '');
	const known =
		values.binlog_expire_logs_seconds !== undefined || values.expire_logs_days !== undefined;
	if (!known || Number.isNaN(seconds) || Number.isNaN(days)) return undefined;
	return seconds > 0 ? seconds : days * day;
};

/** It is seen to be no replica, so that whatever changes was written here. */
const leadsAlone = ({replication}: MysqlFacts): boolean =>
	replication.seen && replication.value.complete && replication.value.items.length === 0;

/** What is wrong with the log of a replica that does not write down what it takes from its source. */
const judgeTaken = (facts: MysqlFacts, values: Variables): Verdict | undefined => {
	const updates = values.log_replica_updates ?? values.log_slave_updates;
	if (updates === undefined || asBoolean(updates) !== false || leadsAlone(facts)) return undefined;
	return facts.replication.seen
		? fail(
				`log_slave_updates = ${updates}: the binary log of this replica leaves out what it takes from its source`,
				expected,
				{severity: 'medium'},
			)
		: unknown(facts.replication, expected);
};

const copying = {
	channel: '',
	source: '10.0.0.4',
	tls: true,
	verifies: true,
	receiver: 'Yes',
	applier: 'Yes',
	behind: 0,
	filters: {},
};
const apart = variables({log_replica_updates: 'OFF'});

/** Whether the log holds every change. */
const judgeWhole = (facts: MysqlFacts, values: Variables, shown: string): readonly Verdict[] => {
	const left = judgeTaken(facts, values);
	if (left !== undefined) return [left];
	return whenSeen(facts.binlogFilters, expected, ({only, ignored}) => [
		only === '' && ignored === ''
			? pass(shown, expected)
			: fail(
					only === ''
						? `the binary log leaves out the schemas ${ignored} (binlog_ignore_db)`
						: `the binary log holds the schemas ${only} alone (binlog_do_db)`,
					expected,
				),
	]);
};

export const mysqlBinlogPitr = defineCheck({
	id: 'mysql-binlog-pitr',
	title: 'A binary log makes recovery to any moment possible',
	question: 'Is the binary log on, written at each commit, and kept for a day or longer?',
	why: 'A backup of the night brings back the night. Only the binary log leads from there to the moment before the mistake; values other than 1 lose the last transactions in a crash.',
	severity: 'high',
	scope: 'node',
	...shownBy(
		'variable log_bin',
		'variable binlog_expire_logs_seconds',
		'variable expire_logs_days',
		'variable sync_binlog',
		'variable innodb_flush_log_at_trx_commit',
		'binlogFilters',
		'variable log_slave_updates',
		'variable log_replica_updates',
		'replication',
	),
	needs: 'REPLICATION CLIENT (MariaDB: BINLOG MONITOR), to see what the log leaves out',
	remediation: {
		all: 'Write log_bin = binlog, sync_binlog = 1, innodb_flush_log_at_trx_commit = 1 and binlog_expire_logs_seconds = 604800 under [mysqld], restart, and copy the log away.',
		'aws-rds':
			'Turn on automated backups (they need the binary log), and CALL mysql.rds_set_configuration to keep it longer.',
		'google-cloud-sql': 'Turn on point-in-time recovery for the instance.',
	},
	judge: (facts, context) =>
		whenSeen(facts.variables, expected, values => {
			const on = asBoolean(values.log_bin ?? '');
			if (on === undefined)
				return [
					unknown(
						unseen('unexpected-reply', {detail: 'the server does not show log_bin'}),
						expected,
					),
				];
			if (!on)
				return isManaged(facts, context)
					? [
							unknown(
								unseen('hidden-by-provider', {
									detail: 'log_bin = OFF; the provider may recover to a moment by its own means',
								}),
								expected,
							),
						]
					: [fail('log_bin = OFF', expected)];
			const kept = keptFor(values);
			const sync = values.sync_binlog;
			const flush = values.innodb_flush_log_at_trx_commit;
			const shown = `log_bin = ON, sync_binlog = ${sync ?? '?'}, innodb_flush_log_at_trx_commit = ${flush ?? '?'}, kept ${kept === undefined ? '?' : kept === 0 ? 'until purged' : `${Math.round(kept / 3600)} hours`}`;
			if (sync === undefined || flush === undefined || kept === undefined)
				return [unknown(unseen('unexpected-reply', {detail: shown}), expected)];
			if (sync !== '1' || flush !== '1') return [fail(shown, expected, {severity: 'medium'})];
			if (kept > 0 && kept < day) return [fail(shown, expected, {severity: 'medium'})];
			return judgeWhole(facts, values, shown);
		}),
	examples: {
		healthy: [
			example(),
			example({variables: variables({binlog_expire_logs_seconds: '0', expire_logs_days: '0'})}),
			example({variables: apart, replication: listed()}),
			example({replication: listed(copying)}),
			example({
				variables: variables({binlog_expire_logs_seconds: undefined, expire_logs_days: '7'}),
			}),
		],
		defective: [
			example({variables: variables({log_bin: 'OFF'})}),
			example({variables: variables({sync_binlog: '0'})}),
			example({variables: apart, replication: listed(copying)}),
			example({binlogFilters: seen({only: '', ignored: 'shop'})}),
			example({binlogFilters: seen({only: 'crm', ignored: ''})}),
			example({variables: variables({innodb_flush_log_at_trx_commit: '2'})}),
			example({variables: variables({binlog_expire_logs_seconds: '3600'})}),
		],
		blind: [
			blind,
			example({
				variables: apart,
				replication: unseen('permission-denied', {detail: 'refused'}),
			}),
			example({binlogFilters: unseen('permission-denied', {detail: 'refused'})}),
			example({variables: variables({log_bin: undefined})}),
			example({
				variables: variables({log_bin: 'OFF'}),
				provider: seen({platform: 'aws-aurora', signs: []}),
			}),
		],
	},
});
