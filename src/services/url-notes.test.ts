import {expect, test} from 'vitest';
import {urlNotes} from './url-notes.js';

test('what says whom to trust is told with the option to use', () => {
	const notes = urlNotes(
		'postgres://u@h/d?sslmode=verify-full&sslrootcert=/ca.pem&sslcert=c.pem&SSLKEY=k.pem',
	).join('\n');
	for (const said of ['--ca FILE', '--client-cert FILE', '--client-key FILE', 'sslmode in the URL'])
		expect(notes).toContain(said);
	expect(notes).not.toContain('ca.pem');
});

test('nothing is told where the option was given, or where nothing is missing', () => {
	expect(urlNotes('postgres://u@h/d?sslrootcert=/ca.pem', {ca: '/ca.pem'})).toEqual([]);
	expect(urlNotes('postgres://u@h/d?sslrootcert=system&connect_timeout=3')).toEqual([]);
	expect(urlNotes('postgres://u@h/d')).toEqual([]);
	expect(urlNotes('./app?sslmode=x')).toEqual([]);
	expect(urlNotes(undefined)).toEqual([]);
});

test('other settings are named once, in one line', () => {
	expect(urlNotes('mysql://u@h/d?charset=utf8&pool_size=3&charset=x')).toEqual([
		'Not taken from the URL, because it is for drivers: charset, pool_size.',
	]);
	expect(urlNotes('postgres://u@h/d?host=other')[0]).toContain('write it in the URL itself');
});
