import {seen, unseen} from '../../engine/check.js';
import {fail, pass, unknown, whenBothSeen} from '../../engine/verdicts.js';
import {blind, cut, defaultOff, example, listed, openDefault, shopApp, user} from '../examples.js';
import type {RedisFacts} from '../facts.js';
import {redisCheck} from '../kit.js';
import {requireLogin} from '../remediation.js';
import {all, shownBy} from '../sources.js';

const expected = 'the user default is off or has a password, and strangers are asked to log in';

const limited = user('default', ['-@all', '+ping']);

/** A sentence on what is wrong, and how grave it is. */
const faults = ({
	anonymous,
	users,
}: RedisFacts): readonly {readonly text: string; readonly severity: 'critical' | 'high'}[] => [
	...(users.seen &&
	users.value.items.some(({name, on, noPassword}) => name === 'default' && on && noPassword)
		? [
				{
					text: 'ACL LIST: the user default is on and needs no password',
					severity: 'critical',
				} as const,
			]
		: []),
	...(anonymous.seen && anonymous.value === 'let-in'
		? [{text: 'a command without a login was obeyed', severity: 'critical'} as const]
		: []),
	...(anonymous.seen && anonymous.value === 'protected'
		? [{text: 'no password is set (PING: DENIED)', severity: 'high'} as const]
		: []),
];

export const redisAuthRequired = redisCheck({
	id: 'redis-auth-required',
	title: 'Every client has to log in',
	question: 'Must every client prove who it is before it may do anything?',
	why: 'Connections begin as the user default. While it needs no password, every other user’s password protects nothing.',
	severity: 'critical',
	source: all(shownBy.users, shownBy.stranger),
	needs: '+acl|list; without it the wire alone can disprove',
	remediation: requireLogin,
	judge: facts => {
		const found = faults(facts);
		if (found.length > 0)
			return [
				fail(found.map(({text}) => text).join('; '), expected, {
					severity: found.some(({severity}) => severity === 'critical') ? 'critical' : 'high',
				}),
			];
		return whenBothSeen(facts.anonymous, facts.users, expected, (_, {items}) => [
			items.some(({name}) => name === 'default')
				? pass(
						'PING without a login: NOAUTH; ACL LIST: the user default is off or has a password',
						expected,
					)
				: // A list without `default` would be a list of something else.
					unknown(
						unseen('unexpected-reply', {detail: 'ACL LIST does not show the user default'}),
						expected,
					),
		]);
	},
	examples: {
		healthy: [example(), example({users: listed(limited, shopApp)})],
		defective: [
			example({anonymous: seen('let-in'), users: listed(openDefault)}),
			example({users: listed(openDefault, shopApp)}),
			example({anonymous: seen('let-in'), users: unseen('permission-denied')}),
			example({anonymous: seen('protected')}),
		],
		blind: [
			blind,
			example({users: unseen('permission-denied')}),
			example({users: cut(shopApp)}),
			example({anonymous: unseen('timed-out'), users: listed(defaultOff)}),
		],
	},
});
