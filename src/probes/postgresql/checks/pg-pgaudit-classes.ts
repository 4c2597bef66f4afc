import {blind, example, settings} from '../examples.js';
import {auditClasses} from '../judge/audit.js';
import {customSetting, settingOf} from '../judge/settings.js';
import {defineCheck, fail, notApplicable, pass, unknown, whenSeen} from '../judge/verdicts.js';

const expected = 'at least the classes ddl and role';

export const pgPgauditClasses = defineCheck({
	id: 'pg-pgaudit-classes',
	title: 'pgAudit records changes of schema and roles',
	question: 'Does pgAudit record DDL and changes of roles and privileges?',
	why: 'A loaded library that records nothing is an audit trail on paper only.',
	severity: 'medium',
	scope: 'node',
	needs: 'any login role',
	remediation: {
		all: "Set pgaudit.log to 'ddl, role' or more (write, and read where it is asked for), then reload.",
	},
	judge: facts =>
		whenSeen(facts.settings, expected, () => {
			const setting = settingOf(facts, 'pgaudit.log', customSetting);
			if (setting === undefined) return [notApplicable('pgAudit is not loaded', expected)];
			if (!setting.seen) return [unknown(setting, expected)];
			const {value} = setting.value;
			const active = auditClasses(value);
			if (active === undefined)
				return [
					unknown(
						{seen: false, reason: 'unexpected-reply', detail: `pgaudit.log = ${value}`},
						expected,
					),
				];
			const missing = ['ddl', 'role'].filter(name => !active.has(name));
			const text = `pgaudit.log = ${value}`;
			return missing.length === 0
				? [pass(text, expected)]
				: [fail(`${text}: ${missing.join(' and ')} missing`, expected)];
		}),
	examples: {
		healthy: [
			example(),
			example({settings: settings({'pgaudit.log': 'all'})}),
			example({settings: settings({'pgaudit.log': 'all, -misc'})}),
		],
		defective: [
			example({settings: settings({'pgaudit.log': 'none'})}),
			example({settings: settings({'pgaudit.log': 'all, -role'})}),
			example({settings: settings({'pgaudit.log': ''})}),
		],
		blind: [blind, example({settings: settings({'pgaudit.log': 'everything'})})],
		notApplicable: [example({settings: settings({'pgaudit.log': undefined})})],
	},
});
