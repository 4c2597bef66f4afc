import {expect, test} from 'vitest';
import {tinyDatabase} from '../../test/helpers/tiny-record.js';
import {farCaNote, toAbsolutePaths, toRecordedPaths} from './workspace-paths.js';

test.each([
	['/srv/shop/dbvet', '/srv/shop/dbvet/ca.pem', 'ca.pem'],
	['/srv/shop/dbvet', '/srv/shop/dbvet/certs/ca.pem', 'certs/ca.pem'],
	['/srv/shop/dbvet', '/srv/shop/dbvet/..ca.pem', '..ca.pem'],
	['/srv/shop/dbvet', '/srv/shop/certs/ca.pem', '/srv/shop/certs/ca.pem'],
	['/srv/shop/dbvet', '/srv/shop/dbvet-2/ca.pem', '/srv/shop/dbvet-2/ca.pem'],
	['/dbvet', '/dbvet/ca.pem', 'ca.pem'],
	['/dbvet', '/etc/ssl/ca.pem', '/etc/ssl/ca.pem'],
])('in %s the file %s is kept as %s, and found again', (root, path, kept) => {
	const options = toRecordedPaths({ca: path, clientKey: path, pin: 'p'}, root);
	expect(options).toEqual({ca: kept, clientKey: kept, pin: 'p'});
	const target = {...tinyDatabase(), verification: {ca: kept}};
	expect(toAbsolutePaths(target, root).verification).toEqual({ca: path});
	expect(farCaNote(options) === undefined).toBe(!kept.startsWith('/'));
});

test('a workspace that was moved finds what was moved with it; an older record keeps its absolute path', () => {
	const target = {
		...tinyDatabase(),
		verification: {ca: 'certs/ca.pem', clientCert: '/old/client.pem'},
	};
	expect(toAbsolutePaths(target, '/elsewhere/ws').verification).toEqual({
		ca: '/elsewhere/ws/certs/ca.pem',
		clientCert: '/old/client.pem',
	});
});
