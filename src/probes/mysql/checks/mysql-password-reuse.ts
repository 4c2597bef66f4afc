import {unseen} from '../../engine/check.js';
import {fail, judgeListing, pass, unknown, whenBothSeen, whenSeen} from '../../engine/verdicts.js';
import {seen} from '../../engine/check.js';
import {blind, example, hiddenAccounts, mariadb, variables, withAccount} from '../examples.js';
import {isForPeople, nameOf} from '../judge/accounts.js';
import {isProvenElsewhere} from '../judge/plugins.js';
import {asBoolean} from '../judge/variables.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

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

const remembers = (history: number, days: number): boolean => history >= 5 || days >= 365;

export const mysqlPasswordReuse = defineCheck({
	id: 'mysql-password-reuse',
	title: 'Old passwords are not taken again',
	question: 'Does the server refuse passwords that an account had before?',
	why: 'After a leak the old password is the first that is tried; a change that comes back to it changed nothing.',
	severity: 'low',
	scope: 'node',
	...shownBy(
		'variable password_history',
		'variable password_reuse_interval',
		'variable password_reuse_check_interval',
		'variable strict_password_validation',
	),
	needs: 'SELECT on mysql.user, for values that accounts have of their own (MariaDB: any account)',
	remediation: {
		all: "MySQL 8: SET PERSIST password_history = 5; SET PERSIST password_reuse_interval = 365; MariaDB 10.7 and newer: INSTALL SONAME 'password_reuse_check'; SET GLOBAL password_reuse_check_interval = 365.",
	},
	judge: (facts, context) =>
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
			if (!remembers(history, interval)) return [fail(shown, expected)];
			const wanted = isForPeople(facts, context);
			return whenSeen(facts.accounts, expected, accounts =>
				judgeListing(accounts, expected, {
					clean: `${shown}, and no account has less of its own`,
					offends: one => {
						const {reuseHistory: own, reuseDays: days, logins} = one;
						if (!wanted(one) || logins.every(({plugin}) => isProvenElsewhere(plugin)))
							return undefined;
						if (remembers(own ?? history, days ?? interval)) return undefined;
						const object = nameOf(one);
						const text = `${object} has a history of ${own ?? history} and an interval of ${days ?? interval} days`;
						return fail(`${shown}, but ${text}`, expected, {object});
					},
				}),
			);
		}),
	examples: {
		healthy: [
			example(),
			example({variables: variables({password_history: '0'})}),
			withAccount({reuseHistory: 6, reuseDays: 0}),
			onMariadb('365'),
			onMariadb('0'),
		],
		defective: [
			example({variables: variables({password_history: '0', password_reuse_interval: '0'})}),
			withAccount({reuseHistory: 0, reuseDays: 0}),
			onMariadb(undefined),
			onMariadb('30'),
		],
		blind: [blind, hiddenAccounts, onMariadb('often')],
	},
});
