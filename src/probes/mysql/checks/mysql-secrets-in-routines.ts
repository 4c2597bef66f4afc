import {unseen, type JudgeContext, type Verdict} from '../../engine/check.js';
import {
	allParts,
	fail,
	judgeListing,
	unknown,
	whenSeen,
	type Unseen,
} from '../../engine/verdicts.js';
import {blind, cut, example, listed, program} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import type {Program} from '../facts/objects.js';
import {isOfProvider} from '../judge/definers.js';
import {hiddenEvents, hiddenRows, hiddenTriggers} from '../judge/hidden.js';
import {defineCheck} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'no password, key or URL with a password in routines, events, triggers and server definitions';
const secret = {...program, secretLike: true};
const server = {name: 'warehouse', host: '10.0.0.9', hasPassword: true};

const judgeText = ({kind, schema, name, secretLike}: Program): Verdict | undefined => {
	const object = `${kind} ${schema}.${name}`;
	if (secretLike === true)
		return fail(`the text of ${object} looks as if it held a secret`, expected, {object});
	return secretLike === null
		? unknown(
				unseen('permission-denied', {detail: `the text of ${object} is not shown`}),
				expected,
				{
					object,
				},
			)
		: undefined;
};

/** MariaDB shows all routines and events of its tables or none; what MySQL shows may be a part. */
const hidden = (facts: MysqlFacts, why: Unseen): Unseen | undefined =>
	facts.observer.seen && facts.observer.value.product === 'mysql' ? why : undefined;

const programs = (
	facts: MysqlFacts,
	context: JudgeContext,
	fact: 'routines' | 'events' | 'triggers',
	cut?: Unseen,
): readonly Verdict[] =>
	whenSeen(facts[fact], expected, listing =>
		judgeListing(listing, expected, {
			offends: one => (isOfProvider(facts, context, one) ? undefined : judgeText(one)),
			clean: `no text that looks like a secret in ${fact}`,
			...(cut === undefined ? {} : {cut}),
		}),
	);

export const mysqlSecretsInRoutines = defineCheck({
	id: 'mysql-secrets-in-routines',
	title: 'No secrets lie in routines, events and triggers',
	question: 'Are routines, events, triggers and server definitions free of passwords and keys?',
	why: 'Their text is in every dump and shown to many. The server looks for the shapes of secrets itself: no text leaves it.',
	severity: 'high',
	...shownBy('routines', 'events', 'triggers', 'foreignServers'),
	needs:
		'SELECT on mysql.proc, mysql.event and mysql.servers (MySQL 8: SHOW_ROUTINE and EVENT); for triggers TRIGGER',
	remediation: {
		all: 'Take the secret out, keep it in the application’s secret store, and change it: it was readable until now.',
	},
	judge: (facts, context) =>
		allParts(
			programs(
				facts,
				context,
				'routines',
				hidden(facts, hiddenRows(facts, 'SHOW_ROUTINE', 'routines')),
			),
			programs(facts, context, 'events', hidden(facts, hiddenEvents(facts))),
			programs(facts, context, 'triggers', hiddenTriggers(facts)),
			whenSeen(facts.foreignServers, expected, servers =>
				judgeListing(servers, expected, {
					clean: 'no server definition holds a password',
					offends: ({name, host, hasPassword}) =>
						hasPassword
							? fail(
									`the definition of server ${name} (${host}) holds a password in clear`,
									expected,
									{
										object: `server ${name}`,
									},
								)
							: undefined,
				}),
			),
		),
	examples: {
		healthy: [example(), example({foreignServers: listed({...server, hasPassword: false})})],
		defective: [
			example({routines: listed(secret)}),
			example({events: listed({...secret, kind: 'event'})}),
			example({triggers: listed({...secret, kind: 'trigger'})}),
			example({foreignServers: listed(server)}),
		],
		blind: [
			blind,
			example({routines: cut(program)}),
			example({triggers: cut()}),
			example({triggers: unseen('permission-denied', {detail: 'refused'})}),
			example({routines: listed({...program, secretLike: null})}),
			example({events: unseen('permission-denied', {detail: 'refused'})}),
			example({foreignServers: unseen('permission-denied', {detail: 'refused'})}),
		],
	},
});
