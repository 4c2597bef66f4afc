import {generateKeyPairSync, X509Certificate} from 'node:crypto';
import {deflateRawSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {redactSecrets} from './redact.js';

const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');
const wrapped = (text: string, width = 76): string =>
	(text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');
const rsa = generateKeyPairSync('rsa', {modulusLength: 2048});
const elliptic = generateKeyPairSync('ec', {namedCurve: 'P-256'});
const edwards = generateKeyPairSync('ed25519');
const pem = rsa.privateKey.export({type: 'pkcs8', format: 'pem'}).toString();
const encrypted = {cipher: 'aes-256-cbc', passphrase: 'x', format: 'der'} as const;
const url = 'postgres://app:Zq9hunter2@db.example.com:5432/shop';

/** Self-signed, made once with openssl: req -x509 -newkey ed25519 -nodes -subj /CN=db.example.com. */
const certificate = new X509Certificate(
	`-----BEGIN CERTIFICATE-----
MIIBRjCB+aADAgECAhQ0uSTWwfppNpmh+5ZZrBY9TVtkqzAFBgMrZXAwGTEXMBUG
A1UEAwwOZGIuZXhhbXBsZS5jb20wHhcNMjYxMTIyMTYzMjQzWhcNMzYxMTE5MTYz
MjQzWjAZMRcwFQYDVQQDDA5kYi5leGFtcGxlLmNvbTAqMAUGAytlcAMhAI8nxjAi
4VPQLabqq+ZA8zqFAunL9hRhCPPq9OfJIZ5zo1MwUTAdBgNVHQ4EFgQUifUg/Fbh
IOjzNN+xp2KB8JTyXxUwHwYDVR0jBBgwFoAUifUg/FbhIOjzNN+xp2KB8JTyXxUw
DwYDVR0TAQH/BAUwAwEB/zAFBgMrZXADQQAg7xWy2gOPyRXBi20CIX5k5IHdIusU
Z1ErJR9f4hyTDfMElXV1FeCkSshNUVlikRy6AxpT680eHpWLYvK90uEI
-----END CERTIFICATE-----`,
);

const secrets: readonly (readonly [string, string])[] = [
	['a key in PEM', base64(pem)],
	['a key in PEM, broken into lines', wrapped(base64(pem))],
	['a key in PEM, in a YAML block', `key: |\n  ${wrapped(base64(pem)).replaceAll('\n', '\n  ')}\n`],
	['a key in PEM, in JSON with \\n', JSON.stringify({k: `\n${wrapped(base64(pem))}\n`})],
	['a key in PEM, twice', base64(base64(pem))],
	['a key in PEM, behind a path', `x/${base64(pem)}`],
	['a key in PEM for URLs', Buffer.from(pem).toString('base64url')],
	['PKCS #8', base64(rsa.privateKey.export({type: 'pkcs8', format: 'der'}))],
	['PKCS #8, encrypted', base64(rsa.privateKey.export({type: 'pkcs8', ...encrypted}))],
	['PKCS #1', base64(rsa.privateKey.export({type: 'pkcs1', format: 'der'}))],
	['SEC 1', base64(elliptic.privateKey.export({type: 'sec1', format: 'der'}))],
	['an Ed25519 key', base64(edwards.privateKey.export({type: 'pkcs8', format: 'der'}))],
	['a connection URL', base64(url)],
	['settings with a password', base64(`[db]\nuser = app\npassword = hunter2\n`)],
	['a .pgpass file', base64('db.example.com:5432:*:app:hunter2\n')],
	['a script of PowerShell', base64(Buffer.from(`$env:PGPASSWORD="hunter2"`, 'utf16le'))],
];

const harmless: readonly (readonly [string, string])[] = [
	['a certificate', certificate.toString()],
	['a certificate in base64', base64(certificate.toString())],
	['a certificate as bytes', base64(certificate.raw)],
	['a public key', base64(rsa.publicKey.export({type: 'spki', format: 'pem'}))],
	['a public key as bytes', base64(rsa.publicKey.export({type: 'spki', format: 'der'}))],
	['a public key of PKCS #1', base64(rsa.publicKey.export({type: 'pkcs1', format: 'der'}))],
	['text', base64('max_connections = 100\npassword_encryption = scram-sha-256\n')],
	['a placeholder', base64('postgres://app:${PASSWORD}@db.example.com/shop')],
	['packed bytes', base64(deflateRawSync(Buffer.from('log = on\n'.repeat(40))))],
	[
		'a picture',
		`data:image/png;base64,${base64(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))}`,
	],
	['a hash', `sha256-${base64(Buffer.alloc(32, 7))}`],
	['a long name', 'ProductionDatabaseSubnetGroupParameterStack/ProductionDatabase'],
	['an identifier', 'arn:aws:rds:eu-west-1:123456789012:snapshot:rds:prod-2026-11-22-03-05'],
];

describe('base64', () => {
	it.each(secrets)('of %s goes', (_name, text) => {
		const longest =
			(text.match(/[\w+/-]+/g) ?? []).toSorted((a, b) => b.length - a.length)[0] ?? '';
		const result = redactSecrets(`before ${text}\nnext line`);
		expect(result.redacted).toHaveLength(1);
		expect(result.text).not.toContain(longest.slice(-20));
		expect(result.text).not.toMatch(/[\w+/]{40}/);
		expect(result.text).toMatch(/^before /);
		expect(result.text).toMatch(/\nnext line$/);
		expect(redactSecrets(result.text)).toEqual({text: result.text, redacted: []});
	});

	it.each(harmless)('of %s stays', (_name, text) => {
		expect(redactSecrets(text)).toEqual({text, redacted: []});
	});

	it('stops after three levels, and does not fail', () => {
		let text = url;
		for (let level = 0; level < 6; level += 1) text = base64(text);
		expect(redactSecrets(text).redacted).toEqual([]);
	});
});
