import {unseen, type Observed} from '../../engine/check.js';
import {fail, notApplicable, pass, unknown, whenBothSeen, whenSeen} from '../../engine/verdicts.js';
import {blind, example, info, listed, openDefault, settings, shopApp} from '../examples.js';
import {listensLocally, listensWide} from '../judge/bind.js';
import {isManaged, isSince, redisCheck, settingOf} from '../kit.js';
import {all, shownBy} from '../sources.js';

const expected = 'protected-mode yes, or a password and a chosen address';
const old = {product: 'redis', version: '6.2.14'} as const;
const off = settings({'protected-mode': 'no'});

/** Before Redis 7 the mode protects only while no address to listen on is set (redis.conf of 6.2: "The server is not binding explicitly"). */
const isSet = (bind: Observed<string>): boolean =>
	bind.seen && bind.value.trim() !== '' && !listensLocally(bind.value);

export const redisProtectedMode = redisCheck({
	id: 'redis-protected-mode',
	title: 'The protected mode is on',
	question: 'Does the protected mode stand behind the login?',
	why: 'It is the last net: a server whose password was lost in an upgrade turns strangers from other machines away, unless the mode is off.',
	severity: 'high',
	source: all(shownBy.configGet('protected-mode', 'bind'), shownBy.users, shownBy.server),
	needs: '+info, +config|get and +acl|list',
	remediation: {
		all: 'Set protected-mode yes, bind to a private address, and give every user a password. Container images often switch it off: then the password and the network must hold.',
	},
	judge: (facts, {platform}) => {
		if (isManaged(platform))
			return [notApplicable('the provider’s network and login decide', expected)];
		return whenSeen(settingOf(facts, 'protected-mode'), expected, mode => {
			const bound = settingOf(facts, 'bind');
			if (mode === 'yes' && !facts.info.seen) return [unknown(facts.info, expected)];
			const isOld = facts.info.seen && !isSince(facts.info.value, '7.0.0');
			if (mode === 'yes' && isOld && !bound.seen) return [unknown(bound, expected)];
			const isIdle = mode === 'yes' && isOld && isSet(bound);
			const shown = isIdle
				? `protected-mode yes, which this version minds only while no bind is set`
				: `protected-mode ${mode}`;
			if (mode === 'yes' && !isIdle)
				return [
					pass(shown, expected, {
						source: all(shownBy.configGet('protected-mode'), shownBy.server),
					}),
				];
			if (mode !== 'no' && !isIdle)
				return [
					unknown(
						unseen('unexpected-reply', {detail: `${shown} is no value dbvet knows`}),
						expected,
					),
				];
			return whenBothSeen(facts.users, bound, expected, (users, bind) => {
				const first = users.items.find(({name}) => name === 'default');
				if (first === undefined)
					return [
						unknown(
							unseen('unexpected-reply', {detail: 'ACL LIST does not show the user default'}),
							expected,
						),
					];
				const open = first.on && first.noPassword;
				if (!open)
					return [
						fail(`${shown}, while every login needs a password`, expected, {severity: 'info'}),
					];
				const wide = listensWide(bind);
				return [
					fail(
						`${shown}, the user default needs no password, and the server listens on ${wide ? 'every address' : bind}`,
						expected,
						{
							severity: wide ? 'critical' : 'high',
							source: all(shownBy.configGet('protected-mode', 'bind'), shownBy.users),
						},
					),
				];
			});
		});
	},
	examples: {
		healthy: [
			example(),
			example({info: info({}, old), settings: settings({bind: ''})}),
			example({info: info({}, old), settings: settings({bind: '127.0.0.1 -::1'})}),
		],
		defective: [
			example({
				settings: settings({'protected-mode': 'no', bind: '*'}),
				users: listed(openDefault),
			}),
			example({settings: off, users: listed(openDefault)}),
			example({settings: off}),
			example({info: info({}, old)}),
			example({
				info: info({}, old),
				settings: settings({bind: '0.0.0.0'}),
				users: listed(openDefault),
			}),
		],
		blind: [
			blind,
			example({settings: off, users: listed(shopApp)}),
			example({settings: settings({'protected-mode': undefined})}),
		],
	},
});
