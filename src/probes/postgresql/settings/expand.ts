import {unseen, type Check, type Verdict} from '../../engine/check.js';
import type {PostgresFacts} from '../facts.js';
import type {RoleSetting} from '../facts/roles.js';
import {whereLogged} from '../judge/in-log.js';
import {nameScope, overridesOf, plainValue, unreadOverrides} from '../judge/overrides.js';
import {guardedSettings, settingOf} from '../judge/settings.js';
import {verdictOfWord} from '../../engine/word-verdict.js';
import {strange} from '../../engine/words.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	notApplicable,
	unknown,
	whenSeen,
} from '../judge/verdicts.js';
import {settingSource, shownBy} from '../sources.js';
import type {SettingRow} from './row.js';
import {rowExamples} from './row-examples.js';

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
	const source = settingSource(name, ...(row.also ?? []));
	return [verdictOfWord(row.judge(value, facts), shown, {expected, source})];
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
						source: shownBy('roleSettings'),
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
					source: shownBy('unvacuumedTables'),
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

const sourceOf = ({setting, also = [], inLog, exceptTables}: SettingRow): string =>
	shownBy(
		`setting ${setting}`,
		...also.map(name => `setting ${name}` as const),
		...(inLog === undefined
			? []
			: (['setting log_destination', 'setting log_min_messages'] as const)),
		'roleSettings',
		...(exceptTables === undefined ? [] : (['unvacuumedTables'] as const)),
	);

/** The check of a row: its judge, and examples made of the good and bad values. */
export const expandRow = (row: SettingRow): Check<PostgresFacts> => {
	const {id, title, question, why, severity, remediation} = row;
	return defineCheck({
		id,
		title,
		question,
		why,
		severity,
		scope: 'node',
		remediation,
		source: sourceOf(row),
		needs: guardedSettings.has(row.setting)
			? 'pg_read_all_settings (part of pg_monitor)'
			: 'any login role',
		judge: facts => judgeRow(row, facts),
		examples: rowExamples(row),
	});
};
