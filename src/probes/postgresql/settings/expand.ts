import type {Platform, PlatformText} from '../../../domain/platform.js';
import type {Severity} from '../../../domain/severity.js';
import {seen, unseen, type Check, type Verdict} from '../../engine/check.js';
import {blind, cut, example, listed, observer, settings} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import type {RoleSetting} from '../facts/roles.js';
import {whereLogged, type InLog} from '../judge/in-log.js';
import {nameScope, overridesOf, plainValue, unreadOverrides} from '../judge/overrides.js';
import {customSetting, guardedSettings, settingOf, type Versions} from '../judge/settings.js';
import {strange, type Word} from '../../engine/words.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	notApplicable,
	pass,
	unknown,
	whenSeen,
} from '../judge/verdicts.js';

/** A check that compares one setting, as data. */
export type SettingRow = {
	readonly id: string;
	readonly setting: string;
	readonly versions?: Versions;
	/** Only these platforms have the setting; where its row is absent there, it is hidden. */
	readonly platforms?: readonly Platform[];
	readonly title: string;
	readonly question: string;
	readonly why: string;
	readonly severity: Severity;
	readonly expected: string;
	readonly remediation: PlatformText;
	/** Takes the value as pg_settings shows it, without its unit, which is the setting's base unit. */
	readonly judge: (value: string, facts: PostgresFacts) => Word;
	/** Values that must pass, and values that must fail: the examples and the documentation of the rule. */
	readonly good: readonly string[];
	readonly bad: readonly string[];
	/** A value of a role's own counts for declared identities and whole databases only: others may need another. */
	readonly declaredOnly?: true;
	/** A pass means that something is in the log: what keeps records of that rank out of it is looked at too. */
	readonly inLog?: InLog;
	/** Tables of this database for which the setting is switched off on the table itself. */
	readonly exceptTables?: {
		readonly list: (facts: PostgresFacts) => PostgresFacts['unvacuumedTables'];
		/** What is said of such a table, after its name. */
		readonly off: string;
		readonly severity: Severity;
		readonly remediation: string;
	};
	/** Settings that the examples do not have, where the rule looks at more than its own. */
	readonly without?: readonly string[];
};

const absent = ({setting, platforms, expected}: SettingRow, facts: PostgresFacts): Verdict => {
	if (platforms === undefined)
		return notApplicable(`this version has no setting ${setting}`, expected);
	if (!facts.provider.seen) return unknown(facts.provider, expected);
	const {platform} = facts.provider.value;
	return platform !== undefined && platforms.includes(platform)
		? unknown(unseen('hidden-by-provider', {detail: `${setting} is not shown`}), expected)
		: notApplicable(`only ${platforms.join(' and ')} have ${setting}`, expected);
};

const judgeServer = (row: SettingRow, facts: PostgresFacts): readonly Verdict[] => {
	const {setting: name, expected} = row;
	const setting = settingOf(facts, name, row.versions);
	if (setting === undefined) return [absent(row, facts)];
	if (!setting.seen) return [unknown(setting, expected)];
	const {value, pendingRestart} = setting.value;
	const shown = `${name} = ${value === '' ? "''" : value}${pendingRestart ? ' (another value waits for a restart)' : ''}`;
	const source = `pg_settings ${name}`;
	const word = row.judge(value, facts);
	switch (word.is) {
		case 'fine':
			return [pass(shown, expected, {source})];
		case 'fault':
			return [
				fail(word.text === undefined ? shown : `${shown}: ${word.text}`, expected, {
					source,
					...(word.severity === undefined ? {} : {severity: word.severity}),
				}),
			];
		case 'not-applicable':
			return [notApplicable(`${shown}: ${word.why}`, expected)];
		case 'strange':
			return [
				unknown(unseen('unexpected-reply', {detail: `${shown} is no value dbvet knows`}), expected),
			];
	}
};

/** The values that roles and databases have of their own, where they are at fault or none that dbvet knows. */
const judgeOwn = (
	row: SettingRow,
	facts: PostgresFacts,
	overrides: readonly RoleSetting[],
): readonly Verdict[] => {
	const {setting: name, expected} = row;
	const declared = new Set(facts.identities.map(({user}) => user));
	return overrides.flatMap(item => {
		if (row.declaredOnly === true && item.role !== null && !declared.has(item.role)) return [];
		const object = nameScope(item);
		const word = item.value === null ? strange : row.judge(plainValue(item.value), facts);
		const shown = `${object} has its own ${name} = ${item.value ?? '(not read)'}`;
		switch (word.is) {
			case 'fault':
				return [
					fail(word.text === undefined ? shown : `${shown}: ${word.text}`, expected, {
						object,
						remediation: 'ALTER ROLE name RESET setting; or ALTER DATABASE name RESET setting;',
						...(word.severity === undefined ? {} : {severity: word.severity}),
					}),
				];
			case 'strange':
				return [
					unknown(
						unseen('unexpected-reply', {detail: `${shown} is no value dbvet knows`}),
						expected,
						{object},
					),
				];
			case 'fine':
			case 'not-applicable':
				return [];
		}
	});
};

/** The server's value, and those of roles and databases that start with another one: only together do they pass. */
const judgeValues = (row: SettingRow, facts: PostgresFacts): readonly Verdict[] => {
	const server = judgeServer(row, facts);
	if (server.some(({outcome}) => outcome === 'not-applicable')) return server;
	const overrides = overridesOf(facts, row.setting);
	const passes = server.every(({outcome}) => outcome === 'pass');
	if (!overrides.seen) return passes ? [unknown(overrides, row.expected)] : server;
	const own = judgeOwn(row, facts, overrides.value);
	const unread = unreadOverrides(facts);
	if (passes && own.length === 0 && unread !== undefined) return [unknown(unread, row.expected)];
	return own.length > 0 && passes ? own : [...server, ...own];
};

/** A pass of the server holds for its tables only where none of them has another value. */
const judgeTables = (row: SettingRow, facts: PostgresFacts): readonly Verdict[] => {
	const {exceptTables: rule, expected} = row;
	const verdicts = judgeValues(row, facts);
	const [first] = verdicts;
	if (rule === undefined || first?.outcome !== 'pass') return verdicts;
	return whenSeen(rule.list(facts), expected, tables =>
		judgeListing(tables, expected, {
			offends: ({table}) =>
				fail(`${table} ${rule.off} ${inDatabase(facts)}`, expected, {
					object: table,
					severity: rule.severity,
					remediation: rule.remediation,
				}),
			clean: `${first.observed}; no table ${rule.off} ${inDatabase(facts)}`,
		}),
	);
};

const judgeRow = (row: SettingRow, facts: PostgresFacts): readonly Verdict[] => {
	const verdicts = judgeTables(row, facts);
	return row.inLog === undefined ? verdicts : whereLogged(facts, row.expected, row.inLog, verdicts);
};

/** Values of other settings that keep what a row asks for out of the log. */
const keepingOut = ({rank}: InLog): readonly Readonly<Record<string, string>>[] => [
	{log_destination: ''},
	...(rank === 'panic' ? [] : [{log_min_messages: 'panic'}]),
];

/** The check of a row: its judge, and examples made of the good and bad values. */
export const expandRow = (row: SettingRow): Check<PostgresFacts> => {
	const others = Object.fromEntries((row.without ?? []).map(name => [name, undefined]));
	// A setting that newer versions do not have is shown on the last one that has it.
	const {until} = row.versions ?? {};
	const who = {...observer, ...(until === undefined ? {} : {versionNum: until * 10_000 + 1})};
	const withValue = (value: string | undefined): PostgresFacts =>
		example({observer: seen(who), settings: settings({...others, [row.setting]: value})});
	const withOwn = (value: string, name = row.setting): PostgresFacts => ({
		...withValue(row.good[0]),
		roleSettings: listed({role: 'shop_app', database: null, name, value, secretLike: false}),
	});
	// A value that is fine says nothing of those that were not read.
	const withFineOwn = (value: string): PostgresFacts => ({
		...withValue(value),
		roleSettings: cut({
			role: 'shop_app',
			database: null,
			name: row.setting,
			value,
			secretLike: false,
		}),
	});
	const unlogged = (row.inLog === undefined ? [] : keepingOut(row.inLog)).map(changes =>
		example({settings: settings({...others, [row.setting]: row.good[0], ...changes})}),
	);
	const ownRank =
		row.inLog?.when === 'session' && row.inLog.rank !== 'panic'
			? [withOwn('panic', 'log_min_messages')]
			: [];
	const hidden = {
		...withValue(undefined),
		observer: seen({...who, monitor: false, readSettings: false}),
	};
	const {id, title, question, why, severity, remediation} = row;
	return defineCheck({
		id,
		title,
		question,
		why,
		severity,
		scope: 'node',
		remediation,
		needs: guardedSettings.has(row.setting)
			? 'pg_read_all_settings (part of pg_monitor)'
			: 'any login role',
		judge: facts => judgeRow(row, facts),
		examples: {
			healthy: row.good.map(withValue),
			defective: [
				...row.bad.map(withValue),
				...row.bad.slice(0, 1).map(value => withOwn(value)),
				...unlogged,
				...ownRank,
				...(row.exceptTables === undefined
					? []
					: [example({unvacuumedTables: listed({table: 'app.orders'})})]),
			],
			// Without its extension or provider such a setting does not exist, which is no blindness.
			blind: [
				blind,
				...(row.versions === customSetting ? [] : [hidden]),
				...row.good.slice(0, 1).map(withFineOwn),
			],
			...(row.versions === customSetting ? {notApplicable: [withValue(undefined)]} : {}),
		},
	});
};
