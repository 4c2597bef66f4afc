import {seen, unseen} from '../engine/check.js';
import type {CertificateFacts} from '../wire/certificate.js';
import {weakFamilies, type WeakFamily} from '../wire/suites.js';
import {blindFacts} from './blind.js';
import type {ChainFacts, IdentityFacts, Tls12Facts, TlsFacts} from './facts.js';

/** A leaf for db.example.com from a private CA, with nothing wrong. */
export const exampleLeaf: CertificateFacts = {
	subject: 'CN=db.example.com',
	issuer: 'CN=Example Database CA',
	names: 'DNS:db.example.com',
	notBefore: '2026-01-01T00:00:00.000Z',
	notAfter: '2027-01-01T00:00:00.000Z',
	key: {type: 'ec', bits: 256, curve: 'prime256v1'},
	signature: {name: 'ECDSA with SHA-256', weak: false},
	pin: 'sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
	sha256: 'aa'.repeat(32),
	selfSigned: false,
	ca: false,
	limits: {names: false, depth: null},
	purposes: ['1.3.6.1.5.5.7.3.1'],
	keyPermitsTls: true,
	revocation: {ocsp: true, list: false, mustStaple: false},
};

export const exampleCa: CertificateFacts = {
	...exampleLeaf,
	subject: 'CN=Example Database CA',
	names: '',
	notBefore: '2024-01-01T00:00:00.000Z',
	notAfter: '2036-01-01T00:00:00.000Z',
	pin: 'sha256/CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC=',
	sha256: 'cc'.repeat(32),
	selfSigned: true,
	ca: true,
	purposes: null,
	keyPermitsTls: true,
};

export const exampleChain: ChainFacts = {
	source: 'given',
	anchored: true,
	path: [exampleLeaf, exampleCa],
	borrowed: [],
};

export const exampleIdentity: IdentityFacts = {
	role: 'application',
	user: 'app',
	database: 'shop',
	clear: seen({kind: 'error', sqlstate: '28000', message: 'refused'}),
	secured: seen({
		kind: 'authentication',
		code: 10,
		mechanisms: ['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256'],
	}),
	sameSource: true,
	clientCertificateShown: false,
};

export const exampleTls12: Tls12Facts = {
	suite: 0xc02f,
	compression: 0,
	asksForClientCertificate: true,
	extensions: [0xff01, 11],
};

/** An endpoint with nothing wrong: TLS 1.2 and 1.3 with modern suites, plaintext refused. */
export const healthy: TlsFacts = {
	engine: 'postgresql',
	host: 'db.example.com',
	offered: seen(true),
	identities: [exampleIdentity],
	greeting: seen({version: '8.4.13', plugin: 'caching_sha2_password'}),
	mysqlClear: seen({kind: 'refused', code: 3159, sqlstate: '08004'}),
	versions: {
		ssl3: seen(false),
		tls10: seen(false),
		tls11: seen(false),
		tls12: seen(true),
		tls13: seen(true),
	},
	weak: Object.fromEntries(weakFamilies.map(family => [family, seen(null)])) as Record<
		WeakFamily,
		{readonly seen: true; readonly value: null}
	>,
	best: seen({protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384'}),
	dh: seen(null),
	fallback: seen(null),
	tls12: seen(exampleTls12),
	sent: seen([exampleLeaf]),
	namesHost: seen(true),
	chain: seen(exampleChain),
	openssl: seen(null),
	alternatives: [],
	pin: exampleLeaf.pin,
	strangers: [{who: 'a user that does not exist', reply: exampleIdentity.clear}],
	mtls: seen([{user: exampleIdentity, answer: seen('refused')}]),
	direct: seen('with-alpn'),
	buffer: seen('rejected'),
	others: seen([]),
	preference: seen({kind: 'server', chosen: 0xc02f, over: 0x002f}),
	otherName: seen({kind: 'same'}),
	earlyData: seen(0),
	staple: seen({
		status: 'good',
		from: '2026-05-30T00:00:00.000Z',
		until: '2026-12-31T00:00:00.000Z',
		signed: true,
	}),
};

/** The healthy endpoint with something changed. */
export const but = (change: Partial<TlsFacts>): TlsFacts => ({...healthy, ...change});

/** The healthy endpoint with another leaf, alone and in the path to the CA. */
export const butLeaf = (change: Partial<CertificateFacts>): TlsFacts => {
	const leaf = {...exampleLeaf, ...change};
	return but({sent: seen([leaf]), chain: seen({...exampleChain, path: [leaf, exampleCa]})});
};

/** The example's way to a root that the CA file holds, with something changed in it. */
export const withRoot = (change: Partial<CertificateFacts>): TlsFacts['chain'] =>
	seen({...exampleChain, path: [exampleLeaf, {...exampleCa, sha256: 'ee'.repeat(32), ...change}]});

/** An endpoint that closed every connection; a user and a pin are declared. */
export const blind: TlsFacts = {
	...blindFacts('postgresql', 'db.example.com', unseen('connection-closed')),
	identities: [
		{...exampleIdentity, clear: unseen('connection-closed'), secured: unseen('connection-closed')},
	],
	pin: exampleLeaf.pin,
	strangers: [{who: 'a user that does not exist', reply: unseen('connection-closed')}],
	mtls: unseen('connection-closed'),
};
