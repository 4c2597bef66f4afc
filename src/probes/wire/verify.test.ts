import {expect, test} from 'vitest';
import {issue, issueServer, type Issued} from '../../../test/helpers/certificates.js';
import type {Trust} from '../engine/trust.js';
import {certificateFacts, namesHost, parseCertificate, pinOf} from './certificate.js';
import {findPath} from './path.js';
import {verifyPeer} from './verify.js';

const day = 86_400_000;
const now = new Date().toISOString();
const x509 = (issued: Issued) => parseCertificate(issued.cert)!;
const given = (pin?: string): Trust => ({
	source: 'given',
	ca: {seen: true, value: []},
	...(pin === undefined ? {} : {pin}),
});

test('a peer is verified only without any fault', async () => {
	const {server} = await issueServer();
	const certificates = [x509(server)];
	expect(verifyPeer(given(), 'localhost', {certificates}, now).verified).toBe(true);
	expect(verifyPeer(given(), '127.0.0.1', {certificates}, now).verified).toBe(true);
	expect(verifyPeer(given(), 'other.test', {certificates}, now).verified).toBe(false);
	const faulty = {certificates, opensslError: 'SELF_SIGNED_CERT_IN_CHAIN'};
	expect(verifyPeer(given(), 'localhost', faulty, now).verified).toBe(false);
	expect(verifyPeer(given(), 'localhost', {certificates: []}, now).verified).toBe(false);
	const unusable: Trust = {source: 'given', ca: {seen: false, reason: 'file-invalid'}};
	expect(verifyPeer(unusable, 'localhost', {certificates}, now).verified).toBe(false);
});

test('a pin alone decides: the leaf as it is, a CA only by signature, host and date', async () => {
	const {ca, server} = await issueServer();
	const stranger = await issue({hosts: ['localhost']});
	const faulty = {
		certificates: [x509(server), x509(ca)],
		opensslError: 'SELF_SIGNED_CERT_IN_CHAIN',
	};
	const leafPin = pinOf(x509(server));
	const caPin = pinOf(x509(ca));
	expect(verifyPeer(given(leafPin), 'other.test', faulty, now).verified).toBe(true);
	expect(verifyPeer(given(caPin), 'localhost', faulty, now).verified).toBe(true);
	expect(verifyPeer(given(caPin), 'other.test', faulty, now).verified).toBe(false);
	const later = new Date(Date.now() + 100 * day).toISOString();
	expect(verifyPeer(given(caPin), 'localhost', faulty, later).verified).toBe(false);
	// The pinned CA is sent along, but it did not sign this leaf.
	const borrowedName = {certificates: [x509(stranger), x509(ca)]};
	expect(verifyPeer(given(caPin), 'localhost', borrowedName, now).verified).toBe(false);
	expect(
		verifyPeer(given(leafPin), 'localhost', {certificates: [x509(stranger)]}, now).verified,
	).toBe(false);
});

test('a path needs signatures, not names: another CA of the same name does not serve', async () => {
	const {ca, server} = await issueServer();
	const other = await issueServer();
	expect(findPath([x509(server)], [x509(ca)], now)).toMatchObject({anchored: true, borrowed: []});
	expect(findPath([x509(server)], [x509(other.ca)], now)).toMatchObject({anchored: false});
	expect(findPath([], [x509(ca)], now)).toEqual({path: [], anchored: false, borrowed: []});
});

test('a loop of certificates that sign one another ends', async () => {
	const a = await issue({name: 'A', isCa: true});
	const b = await issue({name: 'B', isCa: true, by: a});
	const leaf = await issue({hosts: ['localhost'], by: b});
	const many = Array.from({length: 40}, () => x509(b));
	expect(findPath([x509(leaf), ...many, x509(a)], [], now).anchored).toBe(false);
});

test('facts of certificates: EC P-256 has 256 bits and is not weak, SHA-1 is named (traps 8 and 13)', async () => {
	const ec = certificateFacts(x509(await issue({hosts: ['localhost']})));
	expect(ec.key).toEqual({type: 'ec', bits: 256, curve: 'prime256v1'});
	expect(ec.signature).toEqual({name: 'ECDSA with SHA-256', weak: false});
	const ca = await issue({name: 'CA', isCa: true, key: 'rsa-2048'});
	const old = certificateFacts(
		x509(await issue({name: 'old', by: ca, hash: 'SHA-1', key: 'rsa-1024'})),
	);
	expect(old.signature).toEqual({name: 'RSA with SHA-1', weak: true});
	expect(old.key.bits).toBe(1024);
	expect(old.selfSigned).toBe(false);
});

test('a star stands for a whole label, and for one alone; other letters than those of ASCII for their Punycode', async () => {
	const named = async (name: string, host: string): Promise<boolean> =>
		namesHost(x509(await issue({hosts: [name]})), host);
	expect(await named('*.example.com', 'db1.example.com')).toBe(true);
	// OpenSSL takes it, and neither libpq nor RFC 9525 does.
	expect(await named('db*.example.com', 'db1.example.com')).toBe(false);
	expect(await named('*.example.com', 'a.db1.example.com')).toBe(false);
	expect(await named('xn--bcher-kva.example', 'bücher.example')).toBe(true);
});
