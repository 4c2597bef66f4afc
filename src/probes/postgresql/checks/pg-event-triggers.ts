import {seen, unseen, type Verdict} from '../../engine/check.js';
import {allParts} from '../../engine/verdicts.js';
import {blind, cut, example, listed, settings} from '../examples.js';
import type {PostgresFacts} from '../facts.js';
import {nameScope, overridesOf} from '../judge/overrides.js';
import {administersManaged} from '../judge/roles.js';
import {asBoolean} from '../judge/settings.js';
import {withValues} from '../judge/values.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	pass,
	unknown,
	whenSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected = 'event triggers fire, and their functions belong to superusers';
const trigger = {
	name: 'log_ddl',
	event: 'ddl_command_end',
	enabled: true,
	function: 'audit.log_ddl()',
	owner: 'postgres',
	ownerSuperuser: true,
	heldBy: 'postgres',
	heldBySuperuser: true,
};

/** A role or database with event_triggers off fires none in its sessions, whatever the server says. */
const judgeOwn = (facts: PostgresFacts): readonly Verdict[] => {
	const own = overridesOf(facts, 'event_triggers');
	if (!own.seen) return [unknown(own, expected)];
	const off = own.value.filter(({value}) => asBoolean(value ?? '') !== true);
	return off.length === 0
		? [pass('no role or database switches them off', expected)]
		: off.map(item =>
				fail(
					`${nameScope(item)} has its own event_triggers = ${item.value ?? '(not read)'}`,
					expected,
					{
						object: nameScope(item),
						severity: 'medium',
					},
				),
			);
};

export const pgEventTriggers = defineCheck({
	id: 'pg-event-triggers',
	title: 'Event triggers fire, and only superusers change them',
	question: 'Does every event trigger fire, with a function that a superuser owns?',
	why: 'An event trigger runs its function as whoever changes the schema, a superuser too: its owner may replace the body. One that is switched off is a trail that people believe in.',
	severity: 'high',
	source: shownBy('setting event_triggers', 'eventTriggers', 'roleSettings', 'memberships'),
	needs: 'any login role',
	remediation: {
		all: 'ALTER FUNCTION name OWNER TO an administrator; ALTER EVENT TRIGGER name ENABLE; or drop what nobody needs.',
	},
	judge: facts =>
		withValues(facts, expected, {event_triggers: {since: 17}}, values =>
			whenSeen(facts.eventTriggers, expected, triggers => {
				const silenced = triggers.items.length === 0 ? [] : judgeOwn(facts);
				const off = asBoolean(values.event_triggers ?? 'on') === false && triggers.items.length > 0;
				return allParts(
					judgeListing(triggers, expected, {
						offends: ({
							name,
							event,
							enabled,
							function: called,
							owner,
							ownerSuperuser,
							...trigger
						}) => {
							const object = name;
							if (!ownerSuperuser && !administersManaged(facts, owner))
								return fail(
									`${name} (${event}) calls ${called} of ${owner}, who is no superuser ${inDatabase(facts)}`,
									expected,
									{object},
								);
							if (!trigger.heldBySuperuser && !administersManaged(facts, trigger.heldBy))
								return fail(
									`${name} (${event}) belongs to ${trigger.heldBy}, who is no superuser and may switch it off ${inDatabase(facts)}`,
									expected,
									{object, severity: 'medium'},
								);
							return enabled && !off
								? undefined
								: fail(
										`${name} (${event}) does not fire ${inDatabase(facts)}: ${enabled ? 'event_triggers is off' : 'it is disabled, or enabled for replicas only'}`,
										expected,
										{object, severity: 'medium'},
									);
						},
						clean:
							triggers.items.length === 0
								? `there are no event triggers ${inDatabase(facts)}`
								: `all ${triggers.items.length} fire ${inDatabase(facts)}`,
					}),
					silenced,
				);
			}),
		),
	examples: {
		healthy: [
			example(),
			example({eventTriggers: listed(trigger)}),
			example({
				eventTriggers: listed({...trigger, owner: 'admin', ownerSuperuser: false}),
				memberships: listed({member: 'admin', role: 'rds_superuser', admin: false}),
				provider: seen({platform: 'aws-rds', candidates: ['aws-rds'], signs: []}),
			}),
		],
		defective: [
			example({eventTriggers: listed({...trigger, enabled: false})}),
			example({eventTriggers: listed({...trigger, heldBy: 'anna', heldBySuperuser: false})}),
			example({eventTriggers: listed({...trigger, owner: 'anna', ownerSuperuser: false})}),
			example({eventTriggers: listed(trigger), settings: settings({event_triggers: 'off'})}),
			example({
				eventTriggers: listed(trigger),
				roleSettings: listed({
					role: 'anna',
					database: null,
					name: 'event_triggers',
					value: 'off',
					secretLike: false,
				}),
			}),
		],
		blind: [blind, example({eventTriggers: cut()}), example({eventTriggers: unseen('timed-out')})],
	},
});
