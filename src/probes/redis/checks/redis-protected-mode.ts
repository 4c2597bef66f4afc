import {unseen} from '../../engine/check.js';
import {fail, notApplicable, pass, unknown, whenBothSeen, whenSeen} from '../../engine/verdicts.js';
import {blind, example, listed, openDefault, settings, shopApp} from '../examples.js';
import {listensWide} from '../judge/bind.js';
import {isManaged, redisCheck, settingOf} from '../kit.js';
import {all, shownBy} from '../sources.js';

const expected = 'protected-mode yes, or a password and a chosen address';
const off = settings({'protected-mode': 'no'});

export const redisProtectedMode = redisCheck({
	id: 'redis-protected-mode',
	title: 'The protected mode is on',
	question: 'Does the protected mode stand behind the login?',
	why: 'It is the last net: a server whose password was lost in an upgrade turns strangers from other machines away, unless the mode is off.',
	severity: 'high',
	source: all(shownBy.configGet('protected-mode', 'bind'), shownBy.users),
	needs: '+config|get and +acl|list',
	remediation: {
		all: 'Set protected-mode yes, bind to a private address, and give every user a password. Container images often switch it off: then the password and the network must hold.',
	},
	judge: (facts, {platform}) => {
		if (isManaged(platform))
			return [notApplicable('the provider’s network and login decide', expected)];
		return whenSeen(settingOf(facts, 'protected-mode'), expected, mode => {
			const shown = `protected-mode ${mode}`;
			if (mode === 'yes')
				return [pass(shown, expected, {source: shownBy.configGet('protected-mode')})];
			if (mode !== 'no')
				return [
					unknown(
						unseen('unexpected-reply', {detail: `${shown} is no value dbvet knows`}),
						expected,
					),
				];
			return whenBothSeen(facts.users, settingOf(facts, 'bind'), expected, (users, bind) => {
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
		healthy: [example()],
		defective: [
			example({
				settings: settings({'protected-mode': 'no', bind: '*'}),
				users: listed(openDefault),
			}),
			example({settings: off, users: listed(openDefault)}),
			example({settings: off}),
		],
		blind: [
			blind,
			example({settings: off, users: listed(shopApp)}),
			example({settings: settings({'protected-mode': undefined})}),
		],
	},
});
