import {unseen} from '../../engine/check.js';
import {fail, notApplicable, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, example, variables} from '../examples.js';
import {emptyMeansNothing, strengthOf} from '../judge/plugins.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'caching_sha2_password';
const policyOf = (policy: string | undefined, plugin?: string) =>
	example({
		variables: variables({authentication_policy: policy, default_authentication_plugin: plugin}),
	});

export const mysqlDefaultAuth = defineCheck({
	id: 'mysql-default-auth',
	title: 'New accounts log in with today’s method',
	question: 'Does an account that is made from now on log in with a sound method?',
	why: 'Whoever makes an account seldom names a method: the default decides how its password is stored.',
	severity: 'medium',
	scope: 'node',
	...shownBy('variable authentication_policy', 'variable default_authentication_plugin'),
	needs: 'any account',
	remediation: {
		all: "MySQL 8.0.27 and newer: authentication_policy = 'caching_sha2_password,,'; older: default_authentication_plugin = caching_sha2_password, under [mysqld].",
		'aws-rds':
			'Set the parameter authentication_policy (8.0: default_authentication_plugin) to caching_sha2_password.',
	},
	judge: facts =>
		whenSeen(facts.variables, expected, values => {
			const {authentication_policy: policy, default_authentication_plugin: fallback} = values;
			const first = (policy ?? '').split(',')[0]?.trim().replace(/^\*:?/, '') ?? '';
			// A policy that begins with * leaves the choice to the older variable; where that is gone, to the product.
			const plugin = first === '' ? fallback : first;
			const shown = `authentication_policy = '${policy ?? ''}', default_authentication_plugin = '${fallback ?? ''}'`;
			if (policy === undefined && fallback === undefined)
				return [notApplicable('this server has no setting for the default method', expected)];
			if (plugin === undefined)
				return [pass(`${shown}: caching_sha2_password by default`, expected)];
			const strength = strengthOf(plugin);
			if (strength === undefined)
				return [unknown(unseen('unexpected-reply', {detail: shown}), expected)];
			return [
				strength === 'sound' || emptyMeansNothing(plugin)
					? pass(shown, expected)
					: fail(shown, expected),
			];
		}),
	examples: {
		healthy: [
			policyOf('caching_sha2_password,,'),
			policyOf('*,,'),
			policyOf(undefined, 'caching_sha2_password'),
		],
		defective: [
			policyOf(undefined, 'mysql_native_password'),
			policyOf('*,,', 'mysql_native_password'),
			policyOf('mysql_native_password,,'),
			policyOf('*:mysql_native_password,,'),
		],
		blind: [blind, policyOf('our_own_plugin,,')],
		notApplicable: [policyOf(undefined)],
	},
});
