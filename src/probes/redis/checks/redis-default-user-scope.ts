import {unseen} from '../../engine/check.js';
import {fail, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, cut, defaultOff, example, listed, shopApp, user} from '../examples.js';
import {dangersOf, hasAllData, hasAllKeys} from '../judge/acl.js';
import {redisCheck} from '../kit.js';
import {shownBy} from '../sources.js';

const expected = 'the user default is off, or may do little';
const limited = user('default', ['-@all', '+ping'], {keys: []});

export const redisDefaultUserScope = redisCheck({
	id: 'redis-default-user-scope',
	title: 'The user default may do little or nothing',
	question: 'Is the user default switched off or limited?',
	why: 'default is the user of every client that names none. When applications share it, no one of them can be limited, traced or locked out alone.',
	severity: 'medium',
	source: shownBy.users,
	needs: '+acl|list',
	remediation: {
		all: 'Give each application a user of its own, then ACL SETUSER default off, and ACL SAVE or CONFIG REWRITE.',
	},
	judge: ({users}) =>
		whenSeen(users, expected, ({items}) => {
			const found = items.find(({name}) => name === 'default');
			if (found === undefined)
				return [
					unknown(
						unseen('unexpected-reply', {detail: 'ACL LIST does not show the user default'}),
						expected,
					),
				];
			if (!found.on) return [pass('the user default is off', expected, {source: shownBy.users})];
			const {grave, names} = dangersOf(found);
			if (!grave && hasAllData(found))
				return [
					fail('the user default is on and reads or changes every key', expected, {
						source: shownBy.users,
					}),
				];
			if (grave || (names.length > 0 && hasAllKeys(found)))
				return [
					fail(
						`the user default is on and may send ${names.length} dangerous commands${hasAllKeys(found) ? ' and touch every key' : ''}`,
						expected,
						{source: shownBy.users},
					),
				];
			return found.strange > 0
				? [
						unknown(
							unseen('unexpected-reply', {
								detail: 'the rule of the user default has words that dbvet does not know',
							}),
							expected,
						),
					]
				: [pass('the user default is on and limited', expected, {source: shownBy.users})];
		}),
	examples: {
		healthy: [
			example(),
			example({users: listed(limited, shopApp)}),
			example({users: listed(user('default', ['-@all', '+@read'], {keys: ['~public:*']}))}),
		],
		defective: [
			example({users: listed({...defaultOff, on: true})}),
			example({users: listed(user('default', ['-@all', '+@read'], {keys: ['%R~**']}))}),
			example({users: listed(user('default', ['-@all', '+@stream'], {keys: ['~*']}))}),
		],
		blind: [
			blind,
			example({users: cut(shopApp)}),
			example({users: listed({...limited, strange: 2})}),
		],
	},
});
