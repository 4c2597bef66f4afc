import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no trigger and no rule is switched off';
const off = {table: 'public.orders', trigger: 'orders_audit', audit: true, replicaOnly: false};

export const pgTriggersDisabled = defineCheck({
	id: 'pg-triggers-disabled',
	title: 'No trigger and no rule is switched off',
	question: 'Do all triggers and rules of tables act?',
	why: 'A trigger or rule that was switched off for a bulk load and forgotten leaves the audit trail, or a rule of the application, without effect.',
	severity: 'medium',
	source: shownBy('disabledTriggers'),
	needs: 'any login role',
	remediation: {
		all: 'ALTER TABLE name ENABLE TRIGGER trigger; (or ENABLE RULE rule;), or drop what nobody needs.',
	},
	judge: facts =>
		whenSeen(facts.disabledTriggers, expected, triggers =>
			judgeListing(triggers, expected, {
				offends: ({table, trigger, audit, replicaOnly}) =>
					fail(
						`${trigger} on ${table} ${replicaOnly ? 'acts for replication only' : 'is disabled'} ${inDatabase(facts)}`,
						expected,
						{object: `${table} ${trigger}`, severity: audit ? 'medium' : 'low'},
					),
				clean: `no trigger, no foreign key and no rule is switched off ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({disabledTriggers: listed(off)}),
			example({disabledTriggers: listed({...off, audit: false})}),
			example({disabledTriggers: listed({...off, replicaOnly: true})}),
			example({disabledTriggers: listed({...off, trigger: 'rule orders_audit'})}),
		],
		blind: [blind, example({disabledTriggers: cut()})],
	},
});
