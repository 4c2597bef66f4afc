import {unseen} from '../../engine/check.js';
import {fail, pass, unknown, whenBothSeen} from '../../engine/verdicts.js';
import {seen} from '../../engine/check.js';
import {blind, example, mariadb, variables} from '../examples.js';
import {asBoolean} from '../judge/variables.js';
import {defineCheck} from '../judge/verdicts.js';

const expected = 'the last 5 passwords, or those of a year, are not taken again';
const onMariadb = (interval: string | undefined) =>
	example({
		observer: seen(mariadb),
		variables: variables({
			password_history: undefined,
			password_reuse_interval: undefined,
			password_reuse_check_interval: interval,
		}),
	});
const numberOf = (text: string | undefined): number | undefined =>
	text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;

export const mysqlPasswordReuse = defineCheck({
	id: 'mysql-password-reuse',
	title: 'Old passwords are not taken again',
	question: 'Does the server refuse passwords that an account had before?',
	why: 'After a leak the old password is the first that is tried; a change that comes back to it changed nothing.',
	severity: 'low',
	scope: 'node',
	needs: 'any account',
	remediation: {
		all: "MySQL 8: SET PERSIST password_history = 5; SET PERSIST password_reuse_interval = 365; MariaDB 10.7 and newer: INSTALL SONAME 'password_reuse_check'; SET GLOBAL password_reuse_check_interval = 365.",
	},
	judge: facts =>
		whenBothSeen(facts.observer, facts.variables, expected, ({product}, values) => {
			if (product === 'mariadb') {
				const text = values.password_reuse_check_interval;
				if (text === undefined)
					return [fail('the plugin password_reuse_check is not loaded', expected)];
				if (asBoolean(values.strict_password_validation ?? 'ON') === false)
					return [
						fail(
							'strict_password_validation = OFF: a ready-made hash of an old password is taken',
							expected,
						),
					];
				const days = numberOf(text);
				const shown = `password_reuse_check_interval = ${text}`;
				if (days === undefined)
					return [unknown(unseen('unexpected-reply', {detail: shown}), expected)];
				// 0 means for ever (MariaDB Knowledge Base, Password Reuse Check Plugin).
				return [days === 0 || days >= 365 ? pass(shown, expected) : fail(shown, expected)];
			}
			const history = numberOf(values.password_history);
			const interval = numberOf(values.password_reuse_interval);
			if (history === undefined || interval === undefined)
				return [fail('this version does not remember passwords', expected)];
			const shown = `password_history = ${history}, password_reuse_interval = ${interval}`;
			return [history >= 5 || interval >= 365 ? pass(shown, expected) : fail(shown, expected)];
		}),
	examples: {
		healthy: [
			example(),
			example({variables: variables({password_history: '0'})}),
			onMariadb('365'),
			onMariadb('0'),
		],
		defective: [
			example({variables: variables({password_history: '0', password_reuse_interval: '0'})}),
			onMariadb(undefined),
			onMariadb('30'),
		],
		blind: [blind, onMariadb('often')],
	},
});
