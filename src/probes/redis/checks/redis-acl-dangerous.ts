import {fail, whenSeen} from '../../engine/verdicts.js';
import {blind, cut, defaultOff, example, listed, shopApp, user} from '../examples.js';
import {dangersOf, someOf} from '../judge/acl.js';
import {judgeApplications} from '../judge/applications.js';
import {redisCheck} from '../kit.js';
import {shownBy} from '../sources.js';

const expected = 'applications may send no command of an administrator (-@dangerous)';

export const redisAclDangerous = redisCheck({
	id: 'redis-acl-dangerous',
	title: 'Applications may not send dangerous commands',
	question:
		'Are the declared application users without CONFIG, DEBUG, MODULE, FLUSHALL and their like?',
	why: 'With these commands a stolen application password is enough to write files on the server, load code, copy all data or delete it.',
	severity: 'high',
	source: shownBy.users,
	needs: '+acl|list',
	remediation: {
		all: 'ACL SETUSER name -@dangerous -@admin, then give back what the application really needs, command by command; ACL SAVE or CONFIG REWRITE.',
	},
	judge: ({users, applications, who}) =>
		whenSeen(users, expected, listing =>
			judgeApplications(listing, applications, {
				expected,
				...(who.seen ? {scanner: who.value} : {}),
				may: 'send dangerous commands',
				of: one => {
					const {names, grave} = dangersOf(one);
					return names.length === 0
						? undefined
						: fail(`${one.name} may send ${someOf(names)}`, expected, {
								source: shownBy.users,
								severity: grave ? 'high' : 'medium',
							});
				},
			}),
		),
	examples: {
		healthy: [
			example(),
			example({applications: [], users: listed(defaultOff, shopApp)}),
			example({users: listed({...shopApp, on: false})}),
		],
		defective: [
			example({users: listed(user('shop_app', ['+@all']))}),
			example({users: listed(user('shop_app', ['-@all', '+module|loadex']))}),
			example({users: listed(user('shop_app', ['-@all', '+debug|sleep']))}),
			example({users: listed(user('shop_app', ['-@all', '+@read', '+flushall']))}),
			example({users: listed(user('shop_app', ['-@all', '+slowlog|get']))}),
			example({users: listed(user('shop_app', ['-@all', '+cluster|migrateslots']))}),
			example({users: listed(user('shop_app', ['+@all', '-@admin', '+config']))}),
		],
		blind: [
			blind,
			example({users: cut(defaultOff)}),
			example({users: listed({...shopApp, strange: 1})}),
			example({applications: [], users: listed(user('ops', ['+@all']))}),
		],
	},
});
