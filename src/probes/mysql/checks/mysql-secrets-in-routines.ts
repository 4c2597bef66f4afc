import {unseen, type JudgeContext, type Verdict} from '../../engine/check.js';
import {allParts, fail, judgeListing, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, cut, example, listed, program} from '../examples.js';
import type {MysqlFacts} from '../facts.js';
import type {Program} from '../facts/objects.js';
import {isOfProvider} from '../judge/definers.js';
import {hiddenRows} from '../judge/hidden.js';
import {defineCheck} from '../judge/verdicts.js';

const expected =
	'no password, key or URL with a password in routines, events and server definitions';
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
const hides = (facts: MysqlFacts): boolean =>
	facts.observer.seen && facts.observer.value.product === 'mysql';

const programs = (
	facts: MysqlFacts,
	context: JudgeContext,
	fact: 'routines' | 'events',
	privilege: string,
): readonly Verdict[] =>
	whenSeen(facts[fact], expected, listing =>
		judgeListing(listing, expected, {
			offends: one => (isOfProvider(facts, context, one) ? undefined : judgeText(one)),
			clean: 'no text that looks like a secret in routines, events and server definitions',
			...(hides(facts) ? {cut: hiddenRows(facts, privilege, fact)} : {}),
		}),
	);

export const mysqlSecretsInRoutines = defineCheck({
	id: 'mysql-secrets-in-routines',
	title: 'No secrets lie in routines and events',
	question: 'Are routines, events and server definitions free of passwords and keys?',
	why: 'Their text is in every dump and shown to many. The server looks for the shapes of secrets itself: no text leaves it.',
	severity: 'high',
	needs: 'SELECT on mysql.proc, mysql.event and mysql.servers (MySQL 8: SHOW_ROUTINE and EVENT)',
	remediation: {
		all: 'Take the secret out, keep it in the application’s secret store, and change it: it was readable until now.',
	},
	judge: (facts, context) =>
		allParts(
			programs(facts, context, 'routines', 'SHOW_ROUTINE'),
			programs(facts, context, 'events', 'EVENT'),
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
			example({foreignServers: listed(server)}),
		],
		blind: [
			blind,
			example({routines: cut(program)}),
			example({routines: listed({...program, secretLike: null})}),
			example({events: unseen('permission-denied', {detail: 'refused'})}),
			example({foreignServers: unseen('permission-denied', {detail: 'refused'})}),
		],
	},
});
