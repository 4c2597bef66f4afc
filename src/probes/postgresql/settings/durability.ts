import {fault, fine, number, strange} from '../../engine/words.js';
import type {PostgresFacts} from '../facts.js';
import {overridesOf, plainValue} from '../judge/overrides.js';
import {asBoolean} from '../judge/settings.js';
import type {SettingRow} from './row.js';
import {mustBe, set} from './rules.js';

const ownStorage = new Set(['aws-aurora', 'neon']);

/**
 * Whether a declared role has a limit of its own where it works. One for the role in that database goes before the role's, and
 * that before the database's (ApplySetting in the server's process_settings).
 */
const isLimited = (
	facts: PostgresFacts,
	{user, database}: PostgresFacts['identities'][number],
): boolean => {
	const own = overridesOf(facts, 'statement_timeout');
	if (!own.seen) return false;
	const of = (role: string | null, where: string | null) =>
		own.value.find(one => one.role === role && one.database === where);
	const first = of(user, database) ?? of(user, null) ?? of(null, database) ?? of(null, null);
	return Number(plainValue(first?.value ?? '0')) > 0;
};

/** Rows about not losing data and staying available. */
export const durabilityRows: readonly SettingRow[] = [
	{
		id: 'pg-fsync',
		setting: 'fsync',
		title: 'Writes are forced to disk',
		question: 'Does the server force its writes to disk?',
		why: 'Without fsync a crash of the machine can destroy the whole database beyond repair.',
		severity: 'critical',
		expected: 'on',
		remediation: set('fsync', 'on'),
		judge: mustBe(true),
		good: ['on'],
		bad: ['off'],
	},
	{
		id: 'pg-full-page-writes',
		setting: 'full_page_writes',
		title: 'Torn pages can be repaired',
		question: 'Does the WAL hold full pages after each checkpoint?',
		why: 'A page half written in a crash can only be mended from its full image in the WAL.',
		severity: 'high',
		expected: 'on (or storage that cannot tear pages)',
		remediation: set('full_page_writes', 'on'),
		judge: (value, facts) => {
			const platform = facts.provider.seen ? facts.provider.value.platform : undefined;
			if (platform !== undefined && ownStorage.has(platform))
				return {is: 'not-applicable', why: 'the provider’s storage replaces the pages on disk'};
			return mustBe(true)(value, facts);
		},
		good: ['on'],
		bad: ['off'],
	},
	{
		id: 'pg-data-checksums',
		setting: 'data_checksums',
		title: 'Data pages carry checksums',
		question: 'Would the server notice a page that the storage changed?',
		why: 'Without checksums silent damage reaches the backups, until no good copy is left.',
		severity: 'medium',
		expected: 'on',
		remediation: {
			all: 'Stop the server cleanly and run pg_checksums --enable, one replica at a time.',
			'cloudnative-pg': 'Set dataChecksums: true under bootstrap.initdb and move to a new cluster.',
		},
		judge: (value, facts) => {
			const platform = facts.provider.seen ? facts.provider.value.platform : undefined;
			if (platform !== undefined && ownStorage.has(platform))
				return {is: 'not-applicable', why: 'the provider’s storage replaces the pages on disk'};
			return mustBe(true)(value, facts);
		},
		good: ['on'],
		bad: ['off'],
	},
	{
		id: 'pg-synchronous-commit',
		setting: 'synchronous_commit',
		title: 'A commit is on disk when it is confirmed',
		question: 'Does the server wait for the disk before it confirms a commit?',
		why: 'With off, the last confirmed transactions are lost in a crash: the promised recovery point is not kept.',
		severity: 'medium',
		expected: 'on, local, remote_write or remote_apply',
		remediation: set('synchronous_commit', 'on'),
		judge: value => {
			if (['local', 'remote_write', 'remote_apply'].includes(value)) return fine;
			const on = asBoolean(value);
			return on === undefined ? strange : on ? fine : fault();
		},
		good: ['on', 'local', 'remote_apply'],
		bad: ['off'],
	},
	{
		id: 'pg-autovacuum-disabled',
		setting: 'autovacuum',
		title: 'Autovacuum runs',
		question: 'Is autovacuum on?',
		why: 'Without it tables swell until the server stops to avoid a wraparound of transaction ids.',
		severity: 'medium',
		expected: 'on',
		remediation: set('autovacuum', 'on'),
		judge: mustBe(true),
		exceptTables: {
			list: facts => facts.unvacuumedTables,
			off: 'is left out of autovacuum (autovacuum_enabled)',
			severity: 'low',
			remediation: 'ALTER TABLE name RESET (autovacuum_enabled, toast.autovacuum_enabled);',
		},
		good: ['on'],
		bad: ['off'],
	},
	{
		id: 'pg-statement-timeout',
		setting: 'statement_timeout',
		title: 'Statements have a time limit',
		question: 'Does a statement end by itself when it runs too long?',
		why: 'One runaway or hostile query can take the whole server. A limit per role is as good as one for all.',
		severity: 'low',
		expected: 'a limit for the server, or for each declared application role',
		remediation: {
			all: "ALTER ROLE application SET statement_timeout = '30s'; for each application’s role, with a longer one for reports.",
		},
		declaredOnly: true,
		judge: (value, facts) =>
			number(ms => {
				if (ms > 0) return fine;
				if (!facts.roleSettings.seen || facts.identities.length === 0) return fault();
				const without = facts.identities.filter(one => !isLimited(facts, one));
				return without.length === 0
					? fine
					: fault(`and ${without.map(({user}) => user).join(', ')} has none either`);
			})(value),
		good: ['30000'],
		bad: ['0'],
	},
	{
		id: 'pg-idle-in-tx-timeout',
		setting: 'idle_in_transaction_session_timeout',
		title: 'Idle transactions end by themselves',
		question: 'Is a session ended that holds a transaction open and does nothing?',
		why: 'Such a session holds locks and keeps old rows from being cleaned up.',
		severity: 'low',
		expected: 'a limit above 0',
		remediation: set('idle_in_transaction_session_timeout', '600000'),
		declaredOnly: true,
		judge: number(ms => (ms > 0 ? fine : fault())),
		good: ['60000'],
		bad: ['0'],
	},
];
