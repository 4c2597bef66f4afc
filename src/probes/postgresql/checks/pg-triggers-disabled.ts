import {blind, cut, example, listed} from '../examples.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no trigger is switched off';
const off = {table: 'public.orders', trigger: 'orders_audit', audit: true, replicaOnly: false};

export const pgTriggersDisabled = defineCheck({
	id: 'pg-triggers-disabled',
	title: 'No trigger is switched off',
	question: 'Do all triggers on tables fire?',
	why: 'A trigger that was switched off for a bulk load and forgotten leaves the audit trail, or a rule of the application, without effect.',
	severity: 'medium',
	source: shownBy('disabledTriggers'),
	needs: 'any login role',
	remediation: {all: 'ALTER TABLE name ENABLE TRIGGER trigger; or drop what nobody needs.'},
	judge: facts =>
		whenSeen(facts.disabledTriggers, expected, triggers =>
			judgeListing(triggers, expected, {
				offends: ({table, trigger, audit, replicaOnly}) =>
					fail(
						`${trigger} on ${table} ${replicaOnly ? 'fires for replication only' : 'is disabled'} ${inDatabase(facts)}`,
						expected,
						{object: `${table} ${trigger}`, severity: audit ? 'medium' : 'low'},
					),
				clean: `no trigger and no foreign key is switched off ${inDatabase(facts)}`,
			}),
		),
	examples: {
		healthy: [example()],
		defective: [
			example({disabledTriggers: listed(off)}),
			example({disabledTriggers: listed({...off, audit: false})}),
			example({disabledTriggers: listed({...off, replicaOnly: true})}),
		],
		blind: [blind, example({disabledTriggers: cut()})],
	},
});
