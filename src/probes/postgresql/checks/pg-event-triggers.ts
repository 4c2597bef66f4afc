import {unseen} from '../../engine/check.js';
import {blind, cut, example, listed, settings} from '../examples.js';
import {asBoolean} from '../judge/settings.js';
import {withValues} from '../judge/values.js';
import {defineCheck, fail, inDatabase, judgeListing, whenSeen} from '../judge/verdicts.js';

const expected = 'event triggers fire, and their functions belong to superusers';
const trigger = {
	name: 'log_ddl',
	event: 'ddl_command_end',
	enabled: true,
	function: 'audit.log_ddl()',
	owner: 'postgres',
	ownerSuperuser: true,
};

export const pgEventTriggers = defineCheck({
	id: 'pg-event-triggers',
	title: 'Event triggers fire, and only superusers change them',
	question: 'Does every event trigger fire, with a function that a superuser owns?',
	why: 'An event trigger runs its function as whoever changes the schema, a superuser too: its owner may replace the body. One that is switched off is a trail that people believe in.',
	severity: 'high',
	needs: 'any login role',
	remediation: {
		all: 'ALTER FUNCTION name OWNER TO an administrator; ALTER EVENT TRIGGER name ENABLE; or drop what nobody needs.',
	},
	judge: facts =>
		withValues(facts, expected, {event_triggers: {since: 17}}, values =>
			whenSeen(facts.eventTriggers, expected, triggers => {
				const off = asBoolean(values.event_triggers ?? 'on') === false && triggers.items.length > 0;
				return judgeListing(triggers, expected, {
					offends: ({name, event, enabled, function: called, owner, ownerSuperuser}) => {
						const object = name;
						if (!ownerSuperuser)
							return fail(
								`${name} (${event}) calls ${called} of ${owner}, who is no superuser ${inDatabase(facts)}`,
								expected,
								{object},
							);
						return enabled && !off
							? undefined
							: fail(
									`${name} (${event}) does not fire ${inDatabase(facts)}: ${enabled ? 'event_triggers is off' : 'it is disabled'}`,
									expected,
									{object, severity: 'medium'},
								);
					},
					clean:
						triggers.items.length === 0
							? `there are no event triggers ${inDatabase(facts)}`
							: `all ${triggers.items.length} fire ${inDatabase(facts)}`,
				});
			}),
		),
	examples: {
		healthy: [example(), example({eventTriggers: listed(trigger)})],
		defective: [
			example({eventTriggers: listed({...trigger, enabled: false})}),
			example({eventTriggers: listed({...trigger, owner: 'anna', ownerSuperuser: false})}),
			example({eventTriggers: listed(trigger), settings: settings({event_triggers: 'off'})}),
		],
		blind: [blind, example({eventTriggers: cut()}), example({eventTriggers: unseen('timed-out')})],
	},
});
