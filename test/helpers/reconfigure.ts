import {randomBytes} from 'node:crypto';
import type {PostgresOptions, PostgresServer} from './postgres-server.js';

/** Writes a file into the data folder of the server, readable by it alone; nothing is loaded. */
export const putFile = (server: PostgresServer, name: string, text: string): Promise<unknown> =>
	server.query(
		`COPY (SELECT '${Buffer.from(text).toString('base64')}') TO PROGRAM 'umask 077; base64 -d > ${name}'`,
	);

const defaults = {
	ssl_min_protocol_version: 'TLSv1.2',
	ssl_ciphers: 'HIGH:MEDIUM:+3DES:!aNULL',
	password_encryption: 'scram-sha-256',
} as const;

/**
 * Gives a running server another certificate, other rules and other settings, which is much faster than a new server.
 * What is not given goes back to its default. The server must have been started with TLS.
 */
export const reconfigure = async (
	server: PostgresServer,
	{tls, hba = [], settings = {}}: Pick<PostgresOptions, 'tls' | 'hba' | 'settings'>,
): Promise<void> => {
	const mark = `c${randomBytes(4).toString('hex')}`;
	if (tls !== undefined) {
		await putFile(server, `${mark}.crt`, tls.cert);
		await putFile(server, `${mark}.key`, tls.key);
	}
	await putFile(server, 'pg_hba.conf', ['local all postgres scram-sha-256', ...hba, ''].join('\n'));
	const all = {
		...defaults,
		ssl: tls === undefined ? 'off' : 'on',
		...(tls === undefined ? {} : {ssl_cert_file: `${mark}.crt`, ssl_key_file: `${mark}.key`}),
		...settings,
		// Has no effect here, and shows in new sessions when the server has read the rest.
		search_path: mark,
	};
	for (const [name, value] of Object.entries(all))
		await server.query(`ALTER SYSTEM SET ${name} = '${value}'`);
	await server.query('SELECT pg_reload_conf()');
	for (let attempt = 0; attempt < 500; attempt += 1) {
		const [row] = await server.query('SHOW search_path');
		if (row?.search_path === mark) return;
		await new Promise(resolve => setTimeout(resolve, 20));
	}
	throw new Error(`the server did not read its new configuration\n${server.log()}`);
};
