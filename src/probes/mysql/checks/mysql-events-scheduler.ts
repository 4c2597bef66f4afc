import {unseen} from '../../engine/check.js';
import {allParts, judgeListing, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, cut, example, hiddenAccounts, listed, program, variables} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import {judgeDefiner} from '../judge/definers.js';
import {hiddenEvents} from '../judge/hidden.js';
import {asBoolean} from '../judge/variables.js';
import {holdersOf} from '../judge/rights.js';
import {detoursSeen} from '../judge/system-schema.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'no event runs with the rights of an administrator';
const on = {variables: variables({event_scheduler: 'ON'})};
const event = {...program, kind: 'event' as const, name: 'nightly', asDefiner: true};
const runs = (definer: string, enabled = true): MysqlFacts =>
	example({...on, events: listed({...event, definer, enabled})});

export const mysqlEventsScheduler = defineCheck({
	id: 'mysql-events-scheduler',
	title: 'No scheduled event has an administrator’s rights',
	question: 'Does no event that the server starts by itself run as an administrator?',
	why: 'An event is a program that nobody starts: a good place for somebody who wants to stay.',
	severity: 'medium',
	...shownBy(
		'variable event_scheduler',
		'variable mandatory_roles',
		'accounts',
		'roleGrants',
		'dynamicGrants',
		'scopedGrants',
		'events',
	),
	needs:
		'SELECT on mysql.event, mysql.global_priv and mysql.db (MySQL: EVENT, and SELECT on mysql.user and mysql.db)',
	remediation: {
		all: "ALTER DEFINER = 'ordinary'@'localhost' EVENT …; or event_scheduler = OFF where no event is needed.",
	},
	judge: (facts, context) =>
		whenSeen(facts.variables, expected, ({event_scheduler: scheduler}) => {
			const running = asBoolean(scheduler ?? '');
			if (running === undefined)
				return [
					unknown(
						unseen('unexpected-reply', {detail: 'the server does not show event_scheduler'}),
						expected,
					),
				];
			if (!running) return [pass(`event_scheduler = ${scheduler}: no event runs`, expected)];
			const mysql8 = facts.observer.seen && facts.observer.value.product === 'mysql';
			const offends = judgeDefiner(facts, context, expected);
			return allParts(
				whenSeen(facts.events, expected, events =>
					judgeListing(events, expected, {
						offends: one => (one.enabled ? offends(one) : undefined),
						clean: 'no event that is enabled runs as an administrator',
						...(mysql8 ? {cut: hiddenEvents(facts)} : {}),
					}),
				),
				[detoursSeen(facts, expected)],
				whenSeen(holdersOf(facts, context), expected, ({complete, cut: why}) =>
					judgeListing({items: [], complete}, expected, {
						...(why === undefined ? {} : {cut: why}),
						offends: () => undefined,
						clean: 'and all accounts were seen',
					}),
				),
			);
		}),
	examples: {
		healthy: [example(), runs('shop_app@10.0.0.%'), runs('root@localhost', false)],
		defective: [runs('root@localhost'), runs('gone@localhost')],
		blind: [
			blind,
			{...hiddenAccounts, ...on},
			example({...on, roleGrants: unseen('permission-denied', {detail: 'refused'})}),
			example({...on, events: cut(event)}),
			example({variables: variables({event_scheduler: undefined})}),
		],
	},
});
