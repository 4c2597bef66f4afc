import {unseen} from '../../engine/check.js';
import {fail, pass, unknown, whenSeen} from '../../engine/verdicts.js';
import {blind, cut, defaultOff, example, info, listed, shopApp, user} from '../examples.js';
import {mayScript, someOf} from '../judge/acl.js';
import {compareVersions, isManaged, redisCheck, versionText} from '../kit.js';
import {lineOf} from '../versions.js';
import {all, shownBy} from '../sources.js';

const expected = 'a version without CVE-2025-49844, or no user who may run scripts';
const old = (changes: Parameters<typeof example>[0] = {}) =>
	example({info: info({}, {product: 'redis', version: '7.2.4'}), ...changes});

export const redisLuaEval = redisCheck({
	id: 'redis-lua-eval',
	title: 'Scripts cannot break out of the server',
	question:
		'Is the server free of the known flaw by which a Lua script takes it over, or closed to scripts?',
	why: 'CVE-2025-49844 lets any user who may send EVAL run code on the machine. It sat in every version for thirteen years.',
	severity: 'high',
	source: all(shownBy.server, shownBy.users),
	needs: '+info, and +acl|list for versions that have the flaw',
	remediation: {
		all: 'Upgrade (Redis 6.2.20, 7.2.11, 7.4.6, 8.0.4, 8.2.2 or newer; Valkey 7.2.11, 8.0.6, 8.1.4 or newer). Until then: ACL SETUSER name -@scripting for every user. A distribution may have mended it without a new number: look at the changelog of its package, and record that as a waiver.',
	},
	judge: (facts, {platform}) =>
		whenSeen(facts.info, expected, server => {
			const line = lineOf(server.product, server.version);
			const shown = versionText(server);
			if (line === undefined)
				return [
					unknown(
						unseen('unsupported-version', {detail: `${shown} is not in dbvet’s table of versions`}),
						expected,
					),
				];
			if (line.scriptFix !== undefined && compareVersions(server.version, line.scriptFix) >= 0)
				return [pass(`${shown} has the correction`, expected, {source: shownBy.server})];
			return whenSeen(facts.users, expected, ({items, complete}) => {
				const able = items.filter(one => one.on && (mayScript(one) || one.strange > 0));
				const names = someOf(able.map(({name}) => name));
				if (able.length > 0)
					// Providers mend under the old number; what they did is not to be seen here.
					return isManaged(platform)
						? [
								unknown(
									unseen('hidden-by-provider', {
										detail: `${shown} by its number has the flaw, but the provider may have mended it; ${names} may run scripts`,
									}),
									expected,
								),
							]
						: [
								fail(
									`${shown} by its number has the flaw, and ${names} may run scripts`,
									expected,
									{
										source: all(shownBy.server, shownBy.users),
									},
								),
							];
				return complete && items.length > 0
					? [pass(`${shown} has the flaw, but no user that is on may run scripts`, expected)]
					: [unknown(unseen('limit-exceeded', {detail: 'not all users were shown'}), expected)];
			});
		}),
	examples: {
		healthy: [
			example(),
			example({info: info({}, {version: '9.1.2'})}),
			old({users: listed(defaultOff, shopApp)}),
		],
		defective: [
			old({users: listed(user('shop_app', ['+@all', '-@dangerous']))}),
			old({users: listed(defaultOff, user('job', ['+eval']))}),
			old({users: listed(defaultOff, user('job', ['+eval_ro']))}),
		],
		blind: [blind, old({users: cut(defaultOff)}), example({info: info({}, {version: '42.0.1'})})],
	},
});
