import type {Engine, Identity} from '../../domain/target.js';
import type {Observed} from '../engine/check.js';
import type {CertificateFacts} from '../wire/certificate.js';
import type {StapledWord} from '../wire/ocsp.js';
import type {Version} from '../wire/client-hello.js';
import type {StartupReply} from '../wire/postgres.js';
import type {WeakFamily} from '../wire/suites.js';

/** What happened when one user asked for one database, in clear and inside TLS; no password was sent in either. */
export type IdentityFacts = {
	readonly role: Identity['role'];
	readonly user: string;
	readonly database: string;
	readonly clear: Observed<StartupReply>;
	readonly secured: Observed<StartupReply>;
	/** Both connections came from the same address of this machine; without that they cannot be compared. */
	readonly sameSource: boolean;
	/** A client certificate was shown inside TLS, so that being let in may be its merit. */
	readonly clientCertificateShown: boolean;
};

export type HandshakeFacts = {
	/** As node names it, for example TLSv1.3. */
	readonly protocol: string;
	/** As the registry names it, for example TLS_AES_256_GCM_SHA384. */
	readonly cipher: string;
};

/** A hello for TLS 1.2 with suites that have forward secrecy. */
export type Tls12Facts = {
	readonly suite: number;
	readonly compression: number;
	readonly asksForClientCertificate: boolean;
	/** Types of the extensions that the server took up. */
	readonly extensions: readonly number[];
};

/** What came of trying in clear what no declared user does. */
export type StrangerFacts = {
	/** For a person: who was tried. */
	readonly who: string;
	readonly reply: Observed<StartupReply>;
};

/** How the server treats a client that shows no certificate where the target declares one. */
export type MtlsFacts = 'refused' | 'admitted';

/** The same for one declared user; Redis is asked before anybody has a name. */
export type MtlsAnswer = {
	readonly user?: {readonly user: string; readonly database: string};
	readonly answer: Observed<MtlsFacts>;
};

export type ChainFacts = {
	readonly source: 'given' | 'system';
	readonly anchored: boolean;
	/** The leaf first; a trusted root last exactly when anchored. */
	readonly path: readonly CertificateFacts[];
	/** Subjects of intermediates that the server did not send and the CA file held. */
	readonly borrowed: readonly string[];
};

/** Whose order decides between a weak suite and a better one, where a server of TLS 1.2 accepts both. */
export type PreferenceFacts =
	/** The server chose the better one, although the client had put the weak one first. */
	| {readonly kind: 'server'; readonly chosen: number; readonly over: number}
	/** The server took the weak one, although a better one was on offer. */
	| {readonly kind: 'client'; readonly chosen: number; readonly over: number}
	/** It has nothing weak, or nothing but weak. */
	| {readonly kind: 'nothing-weak' | 'all-weak'};

/** What a client gets that asks for a name which nobody has. */
export type OtherNameFacts =
	| {readonly kind: 'same' | 'refused'}
	/** Another certificate than the endpoint's own, and whom it names. */
	| {readonly kind: 'other'; readonly names: string};

export type DirectFacts = 'refused' | 'with-alpn' | 'without-alpn';
export type BufferFacts = 'rejected' | 'swallowed';

/** What a server of the MySQL protocol says before anything protects it. */
export type GreetingFacts = {
	readonly version: string;
	/** The way to log in that the server begins with; empty in old servers. */
	readonly plugin: string;
};

/** How a login without TLS, of a user who does not exist, was answered. */
export type MysqlClear =
	| {readonly kind: 'refused'; readonly code: number; readonly sqlstate: string}
	/** The server went on to ask for a proof. */
	| {readonly kind: 'asks'}
	| {readonly kind: 'let-in'};

/** Everything that the checks of this family know of one endpoint. */
export type TlsFacts = {
	readonly engine: Engine;
	/** The host by which the endpoint is known. */
	readonly host: string;
	/** True: it speaks TLS. False: it said that it has none, or answered in clear instead. */
	readonly offered: Observed<boolean>;
	/** Of PostgreSQL only; none of other engines. */
	readonly identities: readonly IdentityFacts[];
	/** Of MySQL and MariaDB only. */
	readonly greeting: Observed<GreetingFacts>;
	readonly mysqlClear: Observed<MysqlClear>;
	readonly versions: Readonly<Record<Version, Observed<boolean>>>;
	/** An accepted suite of each weak family, or null when none of the family is accepted. */
	readonly weak: Readonly<Record<WeakFamily, Observed<number | null>>>;
	/** Bits of the prime of a DHE key exchange; null when none is accepted. */
	readonly dh: Observed<number | null>;
	/** True: the server noticed a fallback to an older version. Null: it has none to fall back to. */
	readonly fallback: Observed<boolean | null>;
	/** The best handshake that this client and the server came to. */
	readonly best: Observed<HandshakeFacts>;
	readonly tls12: Observed<Tls12Facts>;
	/** The certificates as the server sent them, the leaf first, never empty. */
	readonly sent: Observed<readonly CertificateFacts[]>;
	/** The leaf names the host. */
	readonly namesHost: Observed<boolean>;
	readonly chain: Observed<ChainFacts>;
	/** What OpenSSL said to the chain against the same roots: an error code, or null for no fault. */
	readonly openssl: Observed<string | null>;
	/** Chains beside `sent` that the same name was shown, to other hellos: a proxy may hold a certificate for each kind of key. */
	readonly alternatives: readonly Pick<TlsFacts, 'sent' | 'namesHost' | 'chain'>[];
	/** The pin that the target declares. */
	readonly pin: string | null;
	/** Who was tried in clear besides the declared users; empty where that was not asked for. */
	readonly strangers: readonly StrangerFacts[];
	/** Null when the target declares no client certificate. */
	readonly mtls: Observed<readonly MtlsAnswer[]> | null;
	readonly direct: Observed<DirectFacts>;
	readonly buffer: Observed<BufferFacts>;
	/** The other addresses of the endpoint's name; empty where there is none. */
	readonly others: Observed<readonly OtherAddress[]>;
	readonly preference: Observed<PreferenceFacts>;
	readonly otherName: Observed<OtherNameFacts>;
	/** Bytes that a client may send inside its first flight of TLS 1.3 when it comes back; 0 for none. */
	readonly earlyData: Observed<number>;
	/** What the server handed out of the revocation of its certificate; null when it handed out nothing. */
	readonly staple: Observed<StapledWord | null>;
};

/** What another address of the same name shows; `facts` are those of an endpoint, without others of its own. */
export type OtherAddress = {
	readonly address: string;
	readonly facts: Observed<TlsFacts>;
};
