import {unseen} from '../../engine/check.js';
import {allParts, judgeListing, whenSeen} from '../../engine/verdicts.js';
import {account, blind, cut, example, hiddenAccounts, listed, program, root} from '../examples.js';
import {judgeDefiner} from '../judge/definers.js';
import {hiddenRows, hiddenTriggers} from '../judge/hidden.js';
import {holdersOf} from '../judge/rights.js';
import {detoursSeen} from '../judge/system-schema.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'routines, views and triggers run with the rights of their caller, or of an ordinary account that exists';
const definer = 'shop_app@10.0.0.%';
const own = {...program, asDefiner: true, definer};

export const mysqlRoutineDefiner = defineCheck({
	id: 'mysql-routine-definer',
	title: 'No routine, view or trigger lends an administrator’s rights',
	question: 'Does no routine, no view and no trigger run with the rights of an administrator?',
	why: 'What runs as its definer does what he may, for everybody who may call it, or write to its table: a mistake in it opens the whole server. An account that is gone leaves a name for the next one to take.',
	severity: 'medium',
	...shownBy('routines', 'views', 'triggers', 'accounts', 'roleGrants'),
	needs:
		'SELECT on mysql.user and mysql.db; for routines SELECT on mysql.proc (MySQL 8: SHOW_ROUTINE); for views SHOW VIEW; for triggers TRIGGER',
	remediation: {
		all: 'Make it again with SQL SECURITY INVOKER, or (a trigger always) with an ordinary account as DEFINER that has only the rights it needs.',
	},
	judge: (facts, context) => {
		const offends = judgeDefiner(facts, context, expected);
		const mysql8 = facts.observer.seen && facts.observer.value.product === 'mysql';
		return allParts(
			whenSeen(holdersOf(facts, context), expected, ({complete, cut: why}) =>
				judgeListing({items: [], complete}, expected, {
					...(why === undefined ? {} : {cut: why}),
					offends: () => undefined,
					clean: 'no routine, view or trigger lends the rights of an administrator',
				}),
			),
			[detoursSeen(facts, expected)],
			whenSeen(facts.routines, expected, routines =>
				judgeListing(routines, expected, {
					offends: one => (one.asDefiner ? offends(one) : undefined),
					clean: 'no routine lends the rights of an administrator',
					...(mysql8 ? {cut: hiddenRows(facts, 'SHOW_ROUTINE', 'routines')} : {}),
				}),
			),
			whenSeen(facts.views, expected, views =>
				judgeListing(views, expected, {
					offends: one => (one.asDefiner ? offends(one) : undefined),
					clean: 'and no view either',
					cut: hiddenRows(facts, 'SHOW VIEW', 'views'),
				}),
			),
			whenSeen(facts.triggers, expected, triggers =>
				judgeListing(triggers, expected, {
					offends: one => (one.asDefiner ? offends(one) : undefined),
					clean: 'and no trigger either',
					cut: hiddenTriggers(facts),
				}),
			),
		);
	},
	examples: {
		healthy: [
			example(),
			example({routines: listed(own), views: listed({...own, kind: 'view'})}),
			example({routines: listed({...program, definer: 'root@localhost'})}),
		],
		defective: [
			example({routines: listed({...own, definer: 'root@localhost'})}),
			example({views: listed({...own, kind: 'view', definer: 'root@localhost'})}),
			example({triggers: listed({...own, kind: 'trigger', definer: 'root@localhost'})}),
			example({routines: listed({...own, definer: 'gone@localhost'})}),
			example({routines: listed({...own, schema: 'sys', definer: 'root@localhost'})}),
			example({
				routines: listed({...own, definer: 'dba'}),
				accounts: listed(root, account, {
					...account,
					user: 'dba',
					host: '',
					role: true,
					privileges: ['SUPER'],
				}),
			}),
			example({
				routines: listed(own),
				accounts: listed(root, {...account, privileges: ['CREATE USER']}),
			}),
		],
		blind: [
			blind,
			hiddenAccounts,
			example({roleGrants: unseen('permission-denied', {detail: 'refused'})}),
			example({routines: unseen('permission-denied', {detail: 'refused'})}),
			example({scopedGrants: unseen('permission-denied', {detail: 'refused'})}),
			example({routines: cut(own)}),
			example({views: cut()}),
			example({triggers: cut()}),
			example({triggers: unseen('permission-denied', {detail: 'refused'})}),
		],
	},
});
