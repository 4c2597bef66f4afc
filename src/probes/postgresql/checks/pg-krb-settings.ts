import {seen} from '../../engine/check.js';
import {blind, example, observer, settings} from '../examples.js';
import {allOff, type Switch} from '../judge/switches.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'krb_caseins_users and gss_accept_delegation off';
const switches: readonly Switch[] = [['krb_caseins_users'], ['gss_accept_delegation', {since: 16}]];

export const pgKrbSettings = defineCheck({
	id: 'pg-krb-settings',
	title: 'Kerberos names are compared exactly, and tickets stay with their owner',
	question: 'Are Kerberos names told apart by case, and delegated tickets refused?',
	why: 'Two principals that differ in case only may be two people; and a server that takes delegated tickets can act as its users elsewhere.',
	severity: 'low',
	scope: 'node',
	source: shownBy('setting krb_caseins_users', 'setting gss_accept_delegation', 'roleSettings'),
	needs: 'any login role',
	remediation: {all: 'ALTER SYSTEM RESET name; then SELECT pg_reload_conf();'},
	judge: facts => allOff(facts, expected, switches),
	examples: {
		healthy: [
			example(),
			example({
				observer: seen({...observer, versionNum: 150_018}),
				settings: settings({gss_accept_delegation: undefined}),
			}),
		],
		defective: [
			example({settings: settings({krb_caseins_users: 'on'})}),
			example({settings: settings({gss_accept_delegation: 'on'})}),
		],
		blind: [blind, example({settings: settings({krb_caseins_users: undefined})})],
	},
});
