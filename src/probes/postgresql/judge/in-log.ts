import {seen, unseen, type Observed, type Verdict} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import {nameScope, overridesOf, unreadOverrides} from './overrides.js';
import {asBoolean, asList, customSetting, settingOf} from './settings.js';
import {withValues, type Values} from './values.js';
import {judgeSessions} from './own-sessions.js';
import {lets, rankOf, ranks, type Rank} from './ranks.js';
import {fail, unknown, whenSeen} from './verdicts.js';

/**
 * The rank of pgAudit's records: LOG, whatever pgaudit.log_level says, unless they are sent to clients too (its manual, and
 * the choice of LOG_SERVER_ONLY in its source). Undefined for a level that dbvet does not know.
 */
const auditRank = (client: string, level: string): Rank | undefined =>
	asBoolean(client) === false ? 'log' : ranks[rankOf(level === '' ? 'log' : level)];

/** The settings that decide whether pgAudit's records reach the log. */
export const auditSettings = {
	'pgaudit.log': customSetting,
	'pgaudit.log_client': customSetting,
	'pgaudit.log_level': customSetting,
	log_min_messages: {},
} as const;

/** What keeps the records of pgAudit out of the log, in words; undefined for nothing. */
export const faultOfAudit = (values: Values): string | undefined => {
	const least = values.log_min_messages ?? '';
	const level = values['pgaudit.log_level'] ?? '';
	const rank = auditRank(values['pgaudit.log_client'] ?? 'off', level);
	if (rank !== undefined && lets(least, rank) === true) return undefined;
	return `log_min_messages = ${least} keeps the records of pgAudit, which have the rank ${rank?.toUpperCase() ?? level}, out of the log`;
};

/** What a pass rests on: records of this rank, written before a role's own settings apply (while it logs in) or after. */
export type InLog = {readonly rank: Rank; readonly when: 'login' | 'session'};

/** What the collector, where it is on, writes to a device that keeps nothing, in words; undefined for nothing. */
const thrownAway = (facts: PostgresFacts): Observed<string | undefined> => {
	const collector = settingOf(facts, 'logging_collector') ?? unseen('unexpected-reply');
	if (!collector.seen) return collector;
	if (asBoolean(collector.value.value) === false) return seen(undefined);
	const folder = settingOf(facts, 'log_directory') ?? unseen('unexpected-reply');
	const name = settingOf(facts, 'log_filename') ?? unseen('unexpected-reply');
	if (!folder.seen) return folder;
	if (!name.seen) return name;
	const file = `${folder.value.value}/${name.value.value}`;
	return seen(
		/(^|\/)dev\/+(\.\/+)*null$/.test(file)
			? `log_directory and log_filename make ${file}, which keeps nothing`
			: undefined,
	);
};

/**
 * What keeps records of a rank out of the log for everybody, in words; undefined for nothing. A log that goes to csvlog or
 * jsonlog without the collector is written to standard error instead, so that nothing is lost by that.
 */
export const keptOut = (facts: PostgresFacts, rank: Rank): Observed<string | undefined> => {
	const to = settingOf(facts, 'log_destination') ?? unseen('unexpected-reply');
	if (to.seen && asList(to.value.value).length === 0)
		return seen("log_destination = '', so that nothing is logged at all");
	const least = settingOf(facts, 'log_min_messages') ?? unseen('unexpected-reply');
	if (!least.seen) return least;
	const {value} = least.value;
	const through = lets(value, rank);
	if (through === false)
		return seen(
			`log_min_messages = ${value} keeps messages of rank ${rank.toUpperCase()} out of the log`,
		);
	if (!to.seen) return to;
	return through === undefined
		? unseen('unexpected-reply', {detail: `log_min_messages = ${value} is no value dbvet knows`})
		: thrownAway(facts);
};

/** The failures of roles and databases whose own log_min_messages keeps such records out of the log. */
const keptOutFor = (facts: PostgresFacts, rank: Rank, expected: string): readonly Verdict[] => {
	const own = overridesOf(facts, 'log_min_messages');
	if (!own.seen) return [unknown(own, expected)];
	const unread = unreadOverrides(facts);
	const verdicts = own.value.flatMap(item => {
		const object = nameScope(item);
		const shown = `${object} has its own log_min_messages = ${item.value ?? '(not read)'}`;
		const through = lets(item.value ?? '', rank);
		if (through === true) return [];
		return through === false
			? [
					fail(
						`${shown}, which keeps messages of rank ${rank.toUpperCase()} out of the log`,
						expected,
						{
							object,
							remediation:
								'ALTER ROLE name RESET log_min_messages; or ALTER DATABASE name RESET log_min_messages;',
						},
					),
				]
			: [
					unknown(
						unseen('unexpected-reply', {detail: `${shown}: no value that dbvet knows`}),
						expected,
						{
							object,
						},
					),
				];
	});
	return verdicts.length === 0 && unread !== undefined ? [unknown(unread, expected)] : verdicts;
};

/**
 * Takes a pass back that says "this is in the log" where something keeps such records out of it, or where that cannot be
 * told. Any other verdict stays.
 */
export const whereLogged = (
	facts: PostgresFacts,
	expected: string,
	{rank, when}: InLog,
	verdicts: readonly Verdict[],
): readonly Verdict[] => {
	if (!verdicts.every(({outcome}) => outcome === 'pass')) return verdicts;
	const out = keptOut(facts, rank);
	if (!out.seen) return [unknown(out, expected)];
	if (out.value !== undefined) return [fail(out.value, expected)];
	const own = when === 'login' ? [] : keptOutFor(facts, rank, expected);
	return own.length > 0 ? own : verdicts;
};

/** The same for what pgAudit records: its rank, and the values that roles and databases have of their own, count too. */
export const whereAudited = (
	facts: PostgresFacts,
	expected: string,
	verdicts: readonly Verdict[],
): readonly Verdict[] => {
	const logged = whereLogged(facts, expected, {rank: 'panic', when: 'login'}, verdicts);
	if (!logged.every(({outcome}) => outcome === 'pass')) return logged;
	return withValues(facts, expected, auditSettings, values =>
		whenSeen(facts.roleSettings, expected, overrides => {
			const judged = judgeSessions(overrides, values, expected, {
				names: Object.keys(auditSettings).filter(name => name !== 'pgaudit.log'),
				faultOf: faultOfAudit,
				clean: 'the records of pgAudit reach the log',
			});
			return judged.every(({outcome}) => outcome === 'pass') ? verdicts : judged;
		}),
	);
};
