import {seen, unseen, type Verdict} from '../../engine/check.js';
import {allParts, fail, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, example, info, settings} from '../examples.js';
import type {RedisFacts} from '../facts.js';
import {isSince, redisCheck, settingOf} from '../kit.js';
import {all, shownBy} from '../sources.js';

const expected = 'DEBUG, MODULE and protected settings are switched off';

/** Since Redis 7 these say who may use what: nobody (no), this machine (local), whoever the ACL lets (yes). */
const switches = [
	{name: 'enable-debug-command', what: 'DEBUG'},
	{name: 'enable-module-command', what: 'MODULE LOAD'},
	{name: 'enable-protected-configs', what: 'changing where files are written'},
];

const judgeSwitch = (facts: RedisFacts, {name, what}: (typeof switches)[number]): Verdict => {
	const setting = settingOf(facts, name);
	if (!setting.seen) return unknown(setting, expected, {object: name});
	const shown = `${name} ${setting.value}: ${what}`;
	const more = {object: name, source: shownBy.configGet(name)};
	if (setting.value === 'no') return pass(`${shown} is off`, expected);
	if (setting.value === 'yes') return fail(`${shown} is on`, expected, {...more, severity: 'high'});
	return setting.value === 'local'
		? fail(`${shown} is on for connections from the machine itself`, expected, {
				...more,
				severity: 'low',
			})
		: unknown(
				unseen('unexpected-reply', {detail: `${name} has a value that dbvet does not know`}),
				expected,
				{object: name},
			);
};

/** Older servers have no switches: the commands are there unless they were renamed. */
const judgeCommands = (commands: Readonly<Record<string, boolean>>): readonly Verdict[] => {
	const there = ['debug', 'module', 'config'].filter(name => commands[name] !== false);
	return there.length === 0
		? [pass('COMMAND INFO: DEBUG, MODULE and CONFIG were renamed or removed', expected)]
		: there.map(name =>
				fail(`${name.toUpperCase()} is offered under its own name`, expected, {
					object: name,
					source: 'COMMAND INFO config debug module',
				}),
			);
};

export const redisDangerousCommands = redisCheck({
	id: 'redis-dangerous-commands',
	title: 'Commands that take over the machine are switched off',
	question: 'Are DEBUG, MODULE and changes of protected settings switched off?',
	why: 'These run code or write files as the server’s operating-system user. Switched off, even an administrator’s stolen password does not reach so far.',
	severity: 'medium',
	source: all(shownBy.configGet(...switches.map(({name}) => name)), shownBy.server),
	needs: '+config|get; before Redis 7 +command|info',
	remediation: {
		all: 'Set enable-debug-command no, enable-module-command no and enable-protected-configs no in redis.conf (valkey.conf) and restart. Before Redis 7: rename-command DEBUG "" and MODULE "".',
	},
	judge: facts =>
		whenSeen(facts.info, expected, server =>
			isSince(server, '7.0.0')
				? allParts(switches.map(one => judgeSwitch(facts, one)))
				: whenSeen(facts.commands, expected, judgeCommands),
		),
	examples: {
		healthy: [
			example(),
			example({
				info: info({}, {product: 'redis', version: '6.2.20'}),
				commands: seen({debug: false, module: false, config: false}),
			}),
		],
		defective: [
			example({settings: settings({'enable-debug-command': 'yes'})}),
			example({settings: settings({'enable-module-command': 'local'})}),
			example({info: info({}, {product: 'redis', version: '6.2.20'})}),
		],
		blind: [
			blind,
			example({settings: settings({'enable-debug-command': undefined})}),
			example({
				info: info({}, {product: 'redis', version: '6.2.20'}),
				commands: unseen('permission-denied'),
			}),
		],
	},
});
