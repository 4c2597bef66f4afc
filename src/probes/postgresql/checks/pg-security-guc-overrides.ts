import {blind, cut, example, listed} from '../examples.js';
import {nameScope, weakens} from '../judge/overrides.js';
import {defineCheck, fail, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no role and no database has its own setting that weakens protection';
const setting = {
	role: 'shop_app',
	database: null,
	name: 'session_replication_role',
	value: 'replica',
	secretLike: false,
};

export const pgSecurityGucOverrides = defineCheck({
	id: 'pg-security-guc-overrides',
	title: 'Protection is not weakened for single roles',
	question:
		'Has a role or database its own setting that switches triggers, policies or limits off?',
	why: 'session_replication_role = replica, for example, switches off triggers and foreign keys for whoever has it.',
	severity: 'high',
	source: shownBy('roleSettings'),
	needs: 'any login role',
	remediation: {all: 'ALTER ROLE name RESET setting; or ALTER DATABASE name RESET setting;'},
	judge: facts =>
		whenSeen(facts.roleSettings, expected, overrides =>
			judgeListing(overrides, expected, {
				offends: item => {
					const severity = weakens(item);
					return severity === undefined
						? undefined
						: fail(`${nameScope(item)}: ${item.name} = ${item.value ?? ''}`, expected, {
								object: `${nameScope(item)} ${item.name}`,
								severity,
							});
				},
				clean: 'no role or database weakens a protecting setting',
			}),
		),
	examples: {
		healthy: [
			example(),
			example({roleSettings: listed({...setting, name: 'statement_timeout', value: '30s'})}),
		],
		defective: [
			example({roleSettings: listed(setting)}),
			example({roleSettings: listed({...setting, name: 'row_security', value: 'off'})}),
		],
		blind: [blind, example({roleSettings: cut()})],
	},
});
