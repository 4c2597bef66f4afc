import {unseen, type Verdict} from '../../engine/check.js';
import {blind, cut, example, listed} from '../examples.js';
import type {Subscription} from '../facts/replication.js';
import {quoteName} from '../judge/settings.js';
import {
	defineCheck,
	fail,
	inDatabase,
	judgeListing,
	unknown,
	whenAllSeen,
} from '../judge/verdicts.js';
import {shownBy} from '../sources.js';

const expected =
	'subscriptions ask for a password, act as the owners of tables, and verify the publisher';
const good: Subscription = {
	name: 'orders',
	owner: 'sync',
	ownerSuperuser: false,
	enabled: true,
	passwordRequired: true,
	runAsOwner: false,
	connection: {remote: true, sslmode: 'verify-full'},
};

const gravity: readonly Verdict['severity'][] = ['high', 'medium', 'low'];
const faultsOf = ({
	passwordRequired,
	runAsOwner,
	owner,
	ownerSuperuser,
	connection,
}: Subscription): readonly (readonly [string, Verdict['severity']])[] => [
	...(passwordRequired === false ? [['it does without a password', 'medium'] as const] : []),
	...(runAsOwner !== false && ownerSuperuser
		? [
				runAsOwner === null
					? ([
							`it writes with the rights of the superuser ${owner}, as it always does before PostgreSQL 16`,
							'low',
						] as const)
					: ([`it writes with the rights of the superuser ${owner}`, 'medium'] as const),
			]
		: []),
	...(connection?.remote === true &&
	connection.sslmode !== '(service)' &&
	!['verify-full', 'verify-ca'].includes(connection.sslmode ?? 'prefer')
		? [
				[
					`it does not verify the publisher (sslmode ${connection.sslmode ?? 'not set'})`,
					connection.sslmode === 'require' ? 'medium' : 'high',
				] as const,
			]
		: []),
];

export const pgSubscriptionConninfo = defineCheck({
	id: 'pg-subscription-conninfo',
	title: 'Subscriptions verify the publisher and hold few rights',
	question:
		'Do logical subscriptions verify the publisher, ask for a password and not act as superuser?',
	why: 'What a publisher sends is written here: as superuser it fires every trigger with all rights, and a publisher that is not verified can be anybody. Connection strings may hold passwords; dbvet has the server reduce them.',
	severity: 'medium',
	source: shownBy('subscriptions'),
	needs: 'SELECT on the column subconninfo of pg_subscription, where there are subscriptions',
	remediation: {
		all: 'ALTER SUBSCRIPTION name SET (password_required = true, run_as_owner = false); and CONNECTION with sslmode=verify-full.',
	},
	judge: facts =>
		whenAllSeen(facts.subscriptions, facts.observer, expected, (subscriptions, who) => {
			const verdicts = judgeListing(subscriptions, expected, {
				offends: subscription => {
					const [worst, ...rest] = faultsOf(subscription).toSorted(
						([, a], [, b]) => gravity.indexOf(a) - gravity.indexOf(b),
					);
					return worst === undefined
						? undefined
						: fail(
								`${subscription.name}: ${[worst, ...rest].map(([text]) => text).join(', and ')} ${inDatabase(facts)}`,
								expected,
								{
									object: subscription.name,
									...(worst[1] === undefined ? {} : {severity: worst[1]}),
								},
							);
				},
				clean: `${subscriptions.items.length} subscriptions ${inDatabase(facts)}, none of them at fault`,
			});
			const hidden = subscriptions.items.some(({connection}) => connection === null);
			const service = subscriptions.items.some(
				({connection}) => connection?.sslmode === '(service)',
			);
			if (service && verdicts.every(({outcome}) => outcome === 'pass'))
				return [
					unknown(
						unseen('client-cannot-offer', {
							detail: `a connection is described in a service file, which the server does not show ${inDatabase(facts)}`,
						}),
						expected,
					),
				];
			return hidden && verdicts.every(({outcome}) => outcome === 'pass')
				? [
						unknown(
							{
								seen: false,
								reason: 'permission-denied',
								detail: `the connections of subscriptions are not shown to this role ${inDatabase(facts)}`,
								grant: `GRANT SELECT (subconninfo) ON pg_subscription TO ${quoteName(who.user)};`,
							},
							expected,
						),
					]
				: verdicts;
		}),
	examples: {
		healthy: [example(), example({subscriptions: listed(good)})],
		defective: [
			example({subscriptions: listed({...good, passwordRequired: false})}),
			example({subscriptions: listed({...good, runAsOwner: true, ownerSuperuser: true})}),
			example({subscriptions: listed({...good, connection: {remote: true, sslmode: null}})}),
			example({subscriptions: listed({...good, runAsOwner: null, ownerSuperuser: true})}),
		],
		blind: [
			blind,
			example({subscriptions: cut()}),
			example({subscriptions: listed({...good, connection: null})}),
			example({subscriptions: listed({...good, connection: {remote: true, sslmode: '(service)'}})}),
		],
	},
});
