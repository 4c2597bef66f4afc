import {fail, pass, whenSeen} from '../../engine/verdicts.js';
import {blind, example, variables} from '../examples.js';
import type {Variables} from '../facts/server.js';
import {asBoolean} from '../judge/variables.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'validate_password with 14 characters or more (MariaDB: simple_password_check or cracklib)';
const least = 14;
const without = {'validate_password.policy': undefined, 'validate_password.length': undefined};

const lengthOf = (values: Variables): number | undefined => {
	const text =
		values['validate_password.length'] ??
		values.validate_password_length ??
		values.simple_password_check_minimal_length;
	return text === undefined || !/^\d+$/.test(text) ? undefined : Number(text);
};

/** Neither digits nor other letters nor signs are asked for: aaaaaaaaaaaaaa passes. */
const asksLengthOnly = (values: Variables): boolean => {
	const policy = values['validate_password.policy'] ?? values.validate_password_policy;
	const asked = ['mixed_case_count', 'number_count', 'special_char_count'].map(
		name => values[`validate_password.${name}`] ?? values[`validate_password_${name}`],
	);
	if (policy !== undefined)
		return policy.toUpperCase() === 'LOW' || policy === '0' || asked.every(count => count === '0');
	return [
		values.simple_password_check_digits,
		values.simple_password_check_letters_same_case,
		values.simple_password_check_other_characters,
	].every(value => value === '0');
};

export const mysqlValidatePassword = defineCheck({
	id: 'mysql-validate-password',
	title: 'The server refuses weak passwords',
	question: 'Does the server refuse short and simple passwords when they are set?',
	why: 'Nobody sees a password later: only the moment at which it is set can refuse a weak one. Passwords that a secret store made need it least.',
	severity: 'medium',
	scope: 'node',
	...shownBy(
		'variable cracklib_password_check_dictionary',
		'variable validate_password.length',
		'variable validate_password.mixed_case_count',
		'variable validate_password.number_count',
		'variable validate_password.special_char_count',
		'variable validate_password_mixed_case_count',
		'variable validate_password_number_count',
		'variable validate_password_special_char_count',
		'variable strict_password_validation',
		'variable validate_password.policy',
		'variable validate_password_length',
		'variable simple_password_check_minimal_length',
		'variable validate_password_policy',
		'variable simple_password_check_digits',
		'variable simple_password_check_letters_same_case',
		'variable simple_password_check_other_characters',
	),
	needs: 'any account',
	remediation: {
		all: "MySQL: INSTALL COMPONENT 'file://component_validate_password'; SET PERSIST validate_password.length = 14; MariaDB: INSTALL SONAME 'simple_password_check'; and simple_password_check_minimal_length = 14.",
		'google-cloud-sql': 'Set a password policy for the instance.',
	},
	judge: facts =>
		whenSeen(facts.variables, expected, values => {
			const cracklib = values.cracklib_password_check_dictionary;
			const length = lengthOf(values);
			if (length === undefined && cracklib === undefined)
				return [fail('no plugin that checks passwords is loaded', expected)];
			const strict = values.strict_password_validation;
			if (strict !== undefined && asBoolean(strict) === false)
				return [
					fail('strict_password_validation = OFF: a ready-made hash is not checked', expected),
				];
			if (length === undefined) return [pass('cracklib_password_check is loaded', expected)];
			const shown = `passwords need ${length} characters`;
			if (asksLengthOnly(values))
				return [fail(`${shown}, of which all may be the same`, expected, {severity: 'low'})];
			return [length >= least ? pass(shown, expected) : fail(shown, expected, {severity: 'low'})];
		}),
	examples: {
		healthy: [
			example(),
			example({
				variables: variables({
					...without,
					simple_password_check_minimal_length: '14',
					strict_password_validation: 'ON',
				}),
			}),
			example({
				variables: variables({...without, cracklib_password_check_dictionary: '/usr/share/dict'}),
			}),
		],
		defective: [
			example({variables: variables(without)}),
			example({variables: variables({'validate_password.length': '8'})}),
			example({variables: variables({'validate_password.policy': 'LOW'})}),
			example({
				variables: variables({
					'validate_password.mixed_case_count': '0',
					'validate_password.number_count': '0',
					'validate_password.special_char_count': '0',
				}),
			}),
			example({
				variables: variables({
					...without,
					simple_password_check_minimal_length: '14',
					strict_password_validation: 'OFF',
				}),
			}),
		],
		blind: [blind],
	},
});
