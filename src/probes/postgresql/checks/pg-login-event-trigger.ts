import {administersManaged} from '../judge/roles.js';
import {seen} from '../../engine/check.js';
import {blind, cut, example, listed, observer} from '../examples.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	notApplicable,
	whenAllSeen,
} from '../judge/verdicts.js';
import {splitVersion} from '../versions.js';
import {shownBy} from '../sources.js';

const expected = 'no code runs at each login, or it is known and belongs to a superuser';
const trigger = {
	name: 'at_login',
	event: 'login',
	enabled: true,
	function: 'audit.at_login()',
	owner: 'postgres',
	ownerSuperuser: true,
	heldBy: 'postgres',
	heldBySuperuser: true,
};

export const pgLoginEventTrigger = defineCheck({
	id: 'pg-login-event-trigger',
	title: 'No unknown code runs at login',
	question: 'Does an event trigger run code whenever somebody logs in?',
	why: 'It runs as whoever logs in, administrators too, and can refuse logins. Where it is wanted, its function must be beyond the reach of others.',
	severity: 'low',
	source: shownBy('eventTriggers', 'memberships'),
	needs: 'any login role, PostgreSQL 17 or newer',
	remediation: {
		all: 'Say who needs the trigger and accept it with a waiver, or DROP EVENT TRIGGER name; its function must belong to a superuser.',
	},
	judge: facts =>
		whenAllSeen(facts.observer, facts.eventTriggers, expected, (who, triggers) =>
			splitVersion(who.versionNum).major < 17
				? [notApplicable('triggers at login came with PostgreSQL 17', expected)]
				: judgeListing(triggers, expected, {
						offends: ({name, event, enabled, function: called, owner, ownerSuperuser}) =>
							event === 'login' && enabled
								? fail(
										`${name} runs ${called} of ${owner} at each login ${inDatabase(facts)}`,
										expected,
										{
											object: name,
											severity:
												ownerSuperuser || administersManaged(facts, owner) ? 'info' : 'high',
										},
									)
								: undefined,
						clean: `no code runs at login ${inDatabase(facts)}`,
					}),
		),
	examples: {
		healthy: [example(), example({eventTriggers: listed({...trigger, event: 'sql_drop'})})],
		defective: [
			example({eventTriggers: listed(trigger)}),
			example({eventTriggers: listed({...trigger, owner: 'anna', ownerSuperuser: false})}),
		],
		blind: [blind, example({eventTriggers: cut()})],
		notApplicable: [example({observer: seen({...observer, versionNum: 160_010})})],
	},
});
