import {expect, test} from 'vitest';
import {parseAclLine} from '../facts/acl.js';
import {dangersOf, hasAllChannels, hasAllKeys, mayScript} from '../judge/acl.js';
import {parseClients} from './clients.js';

const line = (addr: string, laddr: string, flags: string, user: string): string =>
	`id=7 addr=${addr} laddr=${laddr} fd=10 name= age=3 idle=0 flags=${flags} db=0 cmd=get user=${user} resp=2`;

test('clients are grouped by user, port of the server and where they came from', () => {
	const text = [
		line('10.0.0.9:40001', '10.0.0.5:6379', 'N', 'default'),
		line('10.0.0.9:40002', '10.0.0.5:6379', 'N', 'default'),
		line('127.0.0.1:40003', '127.0.0.1:6379', 'N', 'ops'),
		line('[2001:db8::9]:40004', '[2001:db8::5]:6380', 'S', 'replica'),
		line('/run/redis.sock:0', '/run/redis.sock:0', 'U', 'default'),
		'id=8 addr=10.0.0.9:1 fd=9 flags=N',
	].join('\n');
	expect(parseClients(text)).toEqual({
		complete: true,
		items: [
			{user: 'default', port: 6_379, from: 'network', replica: false, count: 2},
			{user: 'ops', port: 6_379, from: 'loopback', replica: false, count: 1},
			{user: 'replica', port: 6_380, from: 'network', replica: true, count: 1},
			{user: 'default', port: null, from: 'socket', replica: false, count: 1},
			{user: 'default', port: null, from: 'network', replica: false, count: 1},
		],
	});
	expect(parseClients(`${line('10.0.0.9:1', '10.0.0.5:1', 'N', 'a')}\nwhat is this`).complete).toBe(
		false,
	);
});

const rights = (rule: string) => {
	const user = parseAclLine(`user app on #abc ${rule}`);
	if (user === undefined) throw new Error('no user');
	return {
		names: dangersOf(user).names,
		grave: dangersOf(user).grave,
		script: mayScript(user),
		keys: hasAllKeys(user),
		channels: hasAllChannels(user),
		strange: user.strange,
	};
};

test('the last rule that speaks of a command decides, and selectors add to it', () => {
	expect(rights('~* &* +@all')).toMatchObject({
		grave: true,
		script: true,
		keys: true,
		channels: true,
	});
	expect(rights('~a:* +@all -@dangerous -@scripting')).toMatchObject({
		names: [],
		script: false,
		keys: false,
	});
	expect(rights('-@all +config|get').names).toEqual(['CONFIG GET']);
	expect(rights('-@all +config|get +config|resetstat -config|get').names).toEqual([]);
	expect(rights('-@all +config').names).toEqual(['CONFIG SET', 'CONFIG REWRITE', 'CONFIG GET']);
	expect(rights('+@all -@all +flushdb').names).toEqual(['FLUSHDB']);
	expect(rights('-@dangerous +@all').grave).toBe(true);
	expect(rights('-@all (%R~* +@read +keys)')).toMatchObject({names: ['KEYS'], keys: true});
	// FUNCTION LOAD is in the category write as well.
	expect(rights('-@all +@write').script).toBe(true);
	expect(rights('-@all something=new').strange).toBe(1);
});

test('what is no line of ACL LIST is none', () => {
	for (const text of ['', 'user', 'user app', 'app on +@all', 'user app nopass +@all'])
		expect(parseAclLine(text)).toBeUndefined();
	expect(JSON.stringify(parseAclLine('user app on #5e884898da28 >clear ~*'))).not.toMatch(
		/5e88|clear/,
	);
});
