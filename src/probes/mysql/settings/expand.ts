import type {PlatformText} from '../../../domain/platform.js';
import type {Severity} from '../../../domain/severity.js';
import {unseen, type Check, type JudgeContext, type Verdict} from '../../engine/check.js';
import {fail, notApplicable, pass, unknown} from '../../engine/verdicts.js';
import {blind, example, variables} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import {variableOf} from '../judge/variables.js';
import type {Word} from '../../engine/words.js';
import {defineCheck} from '../judge/verdicts.js';

/** A check that compares one variable, as data. */
export type SettingRow = {
	readonly id: string;
	/** The variable, or its names in different products and versions: the first that the server has is judged. */
	readonly variables: readonly [string, ...string[]];
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
	/** Values that must pass, and values that must fail: the examples and the documentation of the rule. */
	readonly good: readonly string[];
	readonly bad: readonly string[];
};

const verdictOf = (word: Word, name: string, shown: string, expected: string): Verdict => {
	const source = `SHOW GLOBAL VARIABLES LIKE '${name}'`;
	switch (word.is) {
		case 'fine':
			return pass(shown, expected, {source});
		case 'fault':
			return fail(word.text === undefined ? shown : `${shown}: ${word.text}`, expected, {
				source,
				...(word.severity === undefined ? {} : {severity: word.severity}),
			});
		case 'not-applicable':
			return notApplicable(`${shown}: ${word.why}`, expected);
		case 'strange':
			return unknown(
				unseen('unexpected-reply', {detail: `${shown} is no value dbvet knows`}),
				expected,
			);
	}
};

const judgeRow = (row: SettingRow, facts: MysqlFacts, context: JudgeContext): Verdict => {
	const {expected} = row;
	for (const name of row.variables) {
		const value = variableOf(facts, name);
		if (value === undefined) continue;
		if (!value.seen) return unknown(value, expected);
		const shown = `${name} = ${value.value === '' ? "''" : value.value}`;
		return verdictOf(row.judge(value.value, facts, context), name, shown, expected);
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
		needs: 'any account',
		remediation,
		judge: (facts, context) => [judgeRow(row, facts, context)],
		examples: {
			healthy: row.good.map(withValue),
			defective: row.bad.map(withValue),
			blind: absent === undefined ? [blind, withValue(undefined)] : [blind],
			...(absent === undefined ? {} : {notApplicable: [withValue(undefined)]}),
		},
	});
};
