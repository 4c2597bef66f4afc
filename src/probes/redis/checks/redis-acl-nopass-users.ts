import {fail, judgeListing, whenSeen} from '../../engine/verdicts.js';
import {blind, cut, defaultOff, example, listed, openDefault, shopApp, user} from '../examples.js';
import {dangersOf, mayMessage, mayScript} from '../judge/acl.js';
import {redisCheck} from '../kit.js';
import {shownBy} from '../sources.js';

const expected = 'no user that is on and needs no password';

export const redisAclNopassUsers = redisCheck({
	id: 'redis-acl-nopass-users',
	title: 'No user logs in without a password',
	question: 'Does every user that is on need a password?',
	why: 'nopass means that any password is right: the name is all that somebody has to know.',
	severity: 'critical',
	source: shownBy.users,
	needs: '+acl|list',
	remediation: {
		all: 'ACL SETUSER name resetpass >PASSWORD, or ACL SETUSER name off; then ACL SAVE or CONFIG REWRITE.',
	},
	judge: ({users}) =>
		whenSeen(users, expected, listing =>
			judgeListing(listing, expected, {
				offends: one => {
					if (!one.on || !one.noPassword) return undefined;
					// A user for health checks that can do nothing is untidy, not a way in.
					const harmless =
						one.strange === 0 &&
						dangersOf(one).names.length === 0 &&
						!mayScript(one) &&
						!mayMessage(one) &&
						one.permissions.every(({keys}) => keys.length === 0);
					return fail(
						harmless
							? `${one.name} needs no password; it may touch no key and send no dangerous command`
							: `${one.name} is on and needs no password`,
						expected,
						{object: one.name, source: shownBy.users, ...(harmless ? {severity: 'low'} : {})},
					);
				},
				clean: `of ${listing.items.length} users none that is on goes without a password`,
			}),
		),
	examples: {
		healthy: [example(), example({users: listed({...defaultOff, noPassword: true}, shopApp)})],
		defective: [
			example({users: listed(openDefault)}),
			example({users: listed(defaultOff, {...shopApp, noPassword: true})}),
			example({
				users: listed(
					user('chat', ['-@all', '+@pubsub'], {keys: [], channels: ['&*'], noPassword: true}),
				),
			}),
			example({users: listed(user('health', ['-@all', '+ping'], {keys: [], noPassword: true}))}),
		],
		blind: [blind, example({users: cut(shopApp)})],
	},
});
