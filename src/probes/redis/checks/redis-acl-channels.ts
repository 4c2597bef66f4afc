import {unseen, type Verdict} from '../../engine/check.js';
import {
	allParts,
	fail,
	notApplicable,
	pass,
	unknown,
	whenBothSeen,
	whenSeen,
} from '../../engine/verdicts.js';
import {blind, cut, defaultOff, example, info, listed, settings, user} from '../examples.js';
import {hasAllChannels} from '../judge/acl.js';
import {judgeApplications} from '../judge/applications.js';
import {isSince, redisCheck, settingOf, versionText} from '../kit.js';
import {all, shownBy} from '../sources.js';

const expected = 'new users get no channels, and application users only their own';

const judgeDefault = (value: string): Verdict => {
	const shown = `acl-pubsub-default = ${value}`;
	if (value === 'resetchannels') return pass(shown, expected);
	return value === 'allchannels'
		? fail(shown, expected, {object: 'acl-pubsub-default'})
		: unknown(unseen('unexpected-reply', {detail: `${shown} is no value dbvet knows`}), expected);
};

export const redisAclChannels = redisCheck({
	id: 'redis-acl-channels',
	title: 'Users reach only their own channels',
	question: 'Are publish/subscribe channels closed to users that were not given them?',
	why: 'Rules on keys say nothing of channels: with allchannels every user listens to and forges the messages of all.',
	severity: 'low',
	source: all(shownBy.users, shownBy.configGet('acl-pubsub-default'), shownBy.server),
	needs: '+acl|list and +config|get',
	remediation: {
		all: 'Set acl-pubsub-default resetchannels, and for each user ACL SETUSER name resetchannels &its:*.',
		aiven: 'Set valkey_acl_channels_default (redis_acl_channels_default) to resetchannels.',
		digitalocean: 'Set valkey_acl_channels_default (redis_acl_channels_default) to resetchannels.',
	},
	judge: facts =>
		whenBothSeen(facts.info, facts.users, expected, (server, users) => {
			if (!isSince(server, '6.2.0'))
				return [notApplicable(`${versionText(server)} has no rules on channels`, expected)];
			return allParts(
				judgeApplications(users, facts.applications, {
					expected,
					...(facts.who.seen ? {scanner: facts.who.value} : {}),
					may: 'use every channel',
					of: one =>
						hasAllChannels(one) ? fail(`${one.name} may use every channel`, expected) : undefined,
				}),
				whenSeen(settingOf(facts, 'acl-pubsub-default'), expected, value => [judgeDefault(value)]),
			);
		}),
	examples: {
		healthy: [example()],
		defective: [
			example({settings: settings({'acl-pubsub-default': 'allchannels'})}),
			example({users: listed(defaultOff, user('shop_app', ['+@read'], {channels: ['&*']}))}),
			example({users: listed(defaultOff, user('shop_app', ['+@read'], {channels: ['&**']}))}),
		],
		blind: [
			blind,
			example({settings: unseen('permission-denied')}),
			example({users: cut(defaultOff)}),
		],
		notApplicable: [example({info: info({}, {product: 'redis', version: '6.0.20'})})],
	},
});
