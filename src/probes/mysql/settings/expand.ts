import type {PlatformText} from '../../../domain/platform.js';
import type {Severity} from '../../../domain/severity.js';
import {unseen, type Check, type JudgeContext, type Verdict} from '../../engine/check.js';
import {fail, judgeListing, notApplicable, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, example, hiddenAccounts, variables, withAccount} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import type {Account} from '../facts/accounts.js';
import {isForPeople, nameOf} from '../judge/accounts.js';
import {variableOf} from '../judge/variables.js';
import {verdictOfWord} from '../../engine/word-verdict.js';
import type {Word} from '../../engine/words.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy, variableSource} from '../sources.js';

/** A check that compares one variable, as data. */
export type SettingRow = {
	readonly id: string;
	/** The variable, or its names in different products and versions: the first that the server has is judged. */
	readonly variables: readonly [string, ...string[]];
	/** Other variables that the rule looks at. */
	readonly also?: readonly string[];
	/** Why the check does not apply to servers without the variable; without a reason such a server is unknown. */
	readonly absent?: string;
	readonly title: string;
	readonly question: string;
	readonly why: string;
	readonly severity: Severity;
	readonly expected: string;
	readonly remediation: PlatformText;
	/** Takes the value as SHOW GLOBAL VARIABLES shows it. */
	readonly judge: (value: string, facts: MysqlFacts, context: JudgeContext) => Word;
	/**
	 * What is wrong with an account that has a value of its own, in words after its name and "has"; asked where the variable
	 * itself is fine. Undefined when the account keeps to the variable or to a good value.
	 */
	readonly ofAccount?: (account: Account, facts: MysqlFacts) => string | undefined;
	/** Accounts that must fail. */
	readonly badAccounts?: readonly Partial<Account>[];
	/** Values that must pass, and values that must fail: the examples and the documentation of the rule. */
	readonly good: readonly string[];
	readonly bad: readonly string[];
};

/** Values that accounts have of their own win over a variable that is fine. */
const judgeAccounts = (
	row: SettingRow,
	fine: Verdict,
	facts: MysqlFacts,
	context: JudgeContext,
): readonly Verdict[] => {
	const {ofAccount, expected} = row;
	if (ofAccount === undefined) return [fine];
	const wanted = isForPeople(facts, context);
	return whenSeen(facts.accounts, expected, accounts =>
		judgeListing(accounts, expected, {
			clean: `${fine.observed}, and no account has more of its own`,
			offends: one => {
				const text = wanted(one) ? ofAccount(one, facts) : undefined;
				if (text === undefined) return undefined;
				const object = nameOf(one);
				return fail(`${fine.observed}, but ${object} has ${text}`, expected, {object});
			},
		}),
	);
};

const judgeRow = (row: SettingRow, facts: MysqlFacts, context: JudgeContext): Verdict => {
	const {expected} = row;
	for (const name of row.variables) {
		const value = variableOf(facts, name);
		if (value === undefined) continue;
		if (!value.seen) return unknown(value, expected);
		const shown = `${name} = ${value.value === '' ? "''" : value.value}`;
		const source = variableSource(name, ...(row.also ?? []));
		return verdictOfWord(row.judge(value.value, facts, context), shown, {expected, source});
	}
	const names = row.variables.join(' or ');
	return row.absent === undefined
		? unknown(
				unseen('unexpected-reply', {detail: `the server does not show its variable ${names}`}),
				expected,
			)
		: notApplicable(`no variable ${names}: ${row.absent}`, expected);
};

/** The check of a row: its judge, and examples made of the good and bad values. */
export const expandRow = (row: SettingRow): Check<MysqlFacts> => {
	const [first] = row.variables;
	const without = Object.fromEntries(row.variables.map(name => [name, undefined]));
	const withValue = (value: string | undefined): MysqlFacts =>
		example({variables: variables({...without, [first]: value})});
	const {id, title, question, why, severity, remediation, absent} = row;
	return defineCheck({
		id,
		title,
		question,
		why,
		severity,
		scope: 'node',
		...shownBy(
			...[...row.variables, ...(row.also ?? [])].map(name => `variable ${name}` as const),
			...(row.ofAccount === undefined ? [] : (['accounts'] as const)),
		),
		needs:
			row.ofAccount === undefined
				? 'any account'
				: 'SELECT on mysql.user (MariaDB: mysql.global_priv), for values that accounts have of their own',
		remediation,
		judge: (facts, context) => {
			const verdict = judgeRow(row, facts, context);
			return verdict.outcome === 'pass' ? judgeAccounts(row, verdict, facts, context) : [verdict];
		},
		examples: {
			healthy: row.good.map(withValue),
			defective: [
				...row.bad.map(withValue),
				...(row.badAccounts ?? []).map(account => withAccount(account)),
			],
			blind: [
				blind,
				...(absent === undefined ? [withValue(undefined)] : []),
				...(row.ofAccount === undefined ? [] : [hiddenAccounts]),
			],
			...(absent === undefined ? {} : {notApplicable: [withValue(undefined)]}),
		},
	});
};
