import {describe, expect, test} from 'vitest';
import {tinyCheck} from '../../../test/helpers/tiny-content.js';
import type {Endpoint} from '../../domain/target.js';
import {unseen} from './check.js';
import {judgeOverSocket, listeningOf, listensOn} from './over-socket.js';

const socket: Endpoint = {role: 'primary', host: '/run/s', port: 5432};
const tcp: Endpoint = {role: 'primary', host: 'db', port: 5432};
const replica: Endpoint = {role: 'replica', host: 'db2', port: 5432};
const alone = listensOn([], 'listen_addresses is empty');
const wide = listensOn(['*'], 'listen_addresses = *');

const said = (
	endpoint: Endpoint,
	all: readonly Endpoint[],
	listening: ReturnType<typeof listensOn>,
): string =>
	judgeOverSocket([tinyCheck({id: 'tls-offered'})], endpoint, all, listening, {endpoint: '/run/s'})
		.map(({outcome, reason}) => `${outcome}${reason === undefined ? '' : ` ${reason}`}`)
		.join();

describe('what concerns the way over a network', () => {
	test('never passes over a socket, whatever the server listens on', () => {
		expect(said(socket, [socket], alone)).toBe('not-applicable');
		expect(said(socket, [socket], wide)).toBe('unknown address-not-declared');
		expect(said(socket, [socket], unseen('permission-denied'))).toBe('unknown permission-denied');
	});

	test('is left to the address of the same server, where that is declared', () => {
		expect(said(socket, [socket, tcp], wide)).toBe('not-applicable');
		expect(said(socket, [socket, replica], wide)).toBe('unknown address-not-declared');
		const other = {...socket, role: 'replica'} as const;
		expect(said(other, [other, tcp, replica], wide)).toBe('unknown address-not-declared');
	});

	test('is unknown for a pooler, of which nobody tells, and where nobody logged in', () => {
		expect(listeningOf({role: 'pooler'}, [alone])).toMatchObject({reason: 'address-not-declared'});
		expect(listeningOf({role: 'primary'}, [])).toMatchObject({reason: 'cancelled'});
		expect(listeningOf({role: 'primary'}, [alone])).toBe(alone);
	});
});
